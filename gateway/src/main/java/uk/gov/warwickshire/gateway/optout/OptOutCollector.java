package uk.gov.warwickshire.gateway.optout;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.warwickshire.gateway.common.Ids;

/** Gathers the numbers that are to be checked into files, written down before anything is sent. */
@Component
class OptOutCollector {

    private static final ZoneId COUNCIL = ZoneId.of("Europe/London");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("ddMMyy");
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('opt-out file sequence', 0))";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final OptOutRules rules;
    private final Ids ids;

    OptOutCollector(JdbcTemplate jdbc, TransactionTemplate transactions, OptOutRules rules, Ids ids) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.rules = rules;
        this.ids = ids;
    }

    /** As many files as the wanted numbers need; none if there are none. */
    void collect() {
        int most = rules.settings().maxNumbersPerFile();
        int collected = most;
        while (collected == most) {
            Integer found = transactions.execute(transaction -> collectOne(most));
            collected = found == null ? 0 : found;
        }
    }

    /** Joins the caller's transaction. */
    void write(Collection<String> numbers, @Nullable Long splitOf) {
        jdbc.execute(LOCK);
        LocalDate today = LocalDate.ofInstant(rules.clock().instant(), COUNCIL);
        LocalDate month = today.withDayOfMonth(1);
        long sequence = next("select coalesce(max(sequence), 0) + 1 from opt_out_exchange");
        long inMonth = next(
                "select coalesce(max(month_sequence), 0) + 1 from opt_out_exchange where month = ?",
                Date.valueOf(month));
        jdbc.update(
                """
                insert into opt_out_exchange
                    (sequence, month, month_sequence, local_id, file_name, state, split_of, asked, created_at)
                values (?, ?, ?, ?, ?, 'REQUESTED', ?, ?, ?)
                """,
                sequence,
                Date.valueOf(month),
                inMonth,
                "optout-" + ids.next(),
                "%s-%s-%04d".formatted(rules.mailbox(), DAY.format(today), inMonth),
                splitOf,
                numbers.size(),
                Timestamp.from(rules.clock().instant()));
        jdbc.update(
                "insert into opt_out_exchange_number (exchange, nhs_number) select ?, unnest(?)",
                sequence,
                numbers.toArray(String[]::new));
    }

    private int collectOne(int most) {
        jdbc.execute(LOCK);
        List<String> wanted = jdbc.queryForList(
                """
                select wanted.nhs_number
                  from (select nhs_number, requested_at as since from opt_out_request
                        union all
                        select nhs_number, checked_at from opt_out_status where checked_at < ?) as wanted
                 where not exists (select 1 from opt_out_refused r where r.nhs_number = wanted.nhs_number)
                   and not exists (select 1 from opt_out_exchange_number n
                                     join opt_out_exchange e on e.sequence = n.exchange
                                    where n.nhs_number = wanted.nhs_number and e.state = any(?))
                 group by wanted.nhs_number
                 order by min(wanted.since)
                 limit ?
                """, String.class, Timestamp.from(rules.refreshBefore()), ExchangeState.openNames(), most);
        if (!wanted.isEmpty()) {
            write(wanted, null);
            jdbc.update(
                    "delete from opt_out_request where nhs_number = any(?)", (Object) wanted.toArray(String[]::new));
        }
        return wanted.size();
    }

    private long next(String sql, Object... parameters) {
        Long next = jdbc.queryForObject(sql, Long.class, parameters);
        return next == null ? 1 : next;
    }
}
