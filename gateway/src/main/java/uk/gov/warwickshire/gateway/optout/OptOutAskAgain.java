package uk.gov.warwickshire.gateway.optout;

import java.sql.Timestamp;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Has statuses asked for before their time, as a person wants when the service has been away. */
@Component
public class OptOutAskAgain {

    private static final Logger LOG = LoggerFactory.getLogger(OptOutAskAgain.class);

    private final JdbcTemplate jdbc;
    private final OptOutRules rules;

    OptOutAskAgain(JdbcTemplate jdbc, OptOutRules rules) {
        this.jdbc = jdbc;
        this.rules = rules;
    }

    /**
     * Everyone whose status is older than a day, without those who stand in a file that may still be answered. They go
     * with the next files.
     *
     * @return how many are asked for that were not already
     */
    public int everyone(String who) {
        int asked =
                jdbc.update("""
                insert into opt_out_request (nhs_number, requested_at)
                select s.nhs_number, ? from opt_out_status s
                 where s.checked_at < ?
                   and not exists (select 1 from opt_out_exchange_number n
                                     join opt_out_exchange e on e.sequence = n.exchange
                                    where n.nhs_number = s.nhs_number and e.state = any(?))
                 order by s.nhs_number
                on conflict do nothing
                """, now(), Timestamp.from(rules.clock().instant().minus(Duration.ofDays(1))), open());
        LOG.info("{} has {} opt-out statuses asked for again", who, asked);
        return asked;
    }

    /**
     * The numbers that the service refused: after their cause is mended. One that is still wrong costs the exchange a few
     * files more, until it is found again.
     */
    public int refused(String who) {
        int asked = jdbc.update("""
                with again as (delete from opt_out_refused returning nhs_number)
                insert into opt_out_request (nhs_number, requested_at)
                select nhs_number, ? from again order by nhs_number
                on conflict do nothing
                """, now());
        LOG.info("{} has {} refused numbers asked for again", who, asked);
        return asked;
    }

    private Timestamp now() {
        return Timestamp.from(rules.clock().instant());
    }

    private static Object open() {
        return ExchangeState.openNames();
    }
}
