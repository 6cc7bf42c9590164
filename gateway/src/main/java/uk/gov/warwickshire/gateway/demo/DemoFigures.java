package uk.gov.warwickshire.gateway.demo;

import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What the demo's table is made of, read from the database as it is. */
@Component
@Profile("demo")
class DemoFigures {

    /** Children by the outcome of their delivery at one destination. */
    record Outcome(String destination, String outcome, String reason, long children) {}

    /** Children of all batches, as the batches count them; rows that were left out, by cause. */
    record Intake(long batches, long rows, long received, long rejected) {}

    /** Rows or children left out for one cause. */
    record Rejection(String severity, String code, long count) {}

    private final JdbcTemplate jdbc;

    DemoFigures(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How much is still on its way: batches, messages, exchanges with the check service. What waits behind a held
     * message of the same child rests as long as that one does.
     */
    long moving() {
        return count("""
                select (select count(*) from intake_batch where state in ('RECEIVED', 'READING'))
                     + (select count(*) from delivery d where state in ('PENDING', 'CLEARED', 'SENT', 'RETRYING')
                           and not exists (select from delivery e
                                            where e.child_id = d.child_id and e.destination = d.destination
                                              and e.seq < d.seq and e.state = 'HELD'))
                     + (select count(*) from opt_out_request)
                     + (select count(*) from opt_out_exchange
                         where state in ('REQUESTED', 'SENDING', 'SENT', 'UNKNOWN', 'RECEIPTED'))
                     + (select count(*) from subject_change)
                     + (select count(*) from cpis_upload u where state in ('PENDING', 'CLEARED', 'SENT', 'RETRYING')
                           and not exists (select from cpis_upload e
                                            where e.person_id = u.person_id and e.seq < u.seq
                                              and e.state in ('HELD', 'DEAD')))
                     + (select count(*) from cpis_file
                         where state not in ('ACKNOWLEDGED', 'PARTLY_ACKNOWLEDGED', 'GIVEN_UP'))
                """);
    }

    long batches() {
        return count("select count(*) from intake_batch");
    }

    Intake intake() {
        return jdbc.queryForObject(
                """
                select count(*), coalesce(sum(rows_read), 0),
                       coalesce(sum(children_received) filter (where format = 'ssd'), 0),
                       coalesce(sum(children_rejected) filter (where format = 'ssd'), 0)
                  from intake_batch
                """, (row, n) -> new Intake(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)));
    }

    /**
     * The latest delivery of each child at each destination. Those that an earlier message carried say nothing new, nor
     * do those that wait behind a held one.
     */
    List<Outcome> outcomes() {
        return jdbc.query(
                """
                select destination, outcome, reason, count(*)
                  from (select distinct on (child_id, destination)
                               destination,
                               case when state in ('SENT', 'ACKNOWLEDGED') then 'sent' else lower(state) end as outcome,
                               coalesce(reason, '') as reason
                          from delivery d
                         where not (state = 'ACKNOWLEDGED' and reason is null)
                           and not exists (select from delivery e
                                            where e.child_id = d.child_id and e.destination = d.destination
                                              and e.seq < d.seq and e.state = 'HELD')
                         order by child_id, destination, seq desc) latest
                 group by destination, outcome, reason
                union all
                select 'cp-is', outcome, reason, count(*)
                  from (select distinct on (person_id)
                               case when state in ('SENT', 'ACKNOWLEDGED') then 'sent'
                                    when state = 'DEAD' then 'refused' else lower(state) end as outcome,
                               case when state = 'DEAD' then code else coalesce(reason, '') end as reason
                          from cpis_upload
                         where not (state = 'ACKNOWLEDGED' and reason is null)
                         order by person_id, seq desc) persons
                 group by outcome, reason
                 order by destination, outcome, reason
                """, (row, n) -> new Outcome(row.getString(1), row.getString(2), row.getString(3), row.getLong(4)));
    }

    List<Rejection> rejections() {
        return jdbc.query("""
                select severity, code, count(*) from intake_finding
                 where severity like '%REJECTED'
                 group by severity, code order by severity, count(*) desc, code
                """, (row, n) -> new Rejection(row.getString(1), row.getString(2), row.getLong(3)));
    }

    private long count(String sql) {
        Long counted = jdbc.queryForObject(sql, Long.class);
        return counted == null ? 0 : counted;
    }
}
