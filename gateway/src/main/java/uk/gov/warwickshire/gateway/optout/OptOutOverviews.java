package uk.gov.warwickshire.gateway.optout;

import java.sql.Timestamp;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Counts the register. */
@Component
public class OptOutOverviews {

    private final JdbcTemplate jdbc;
    private final OptOutRules rules;

    OptOutOverviews(JdbcTemplate jdbc, OptOutRules rules) {
        this.jdbc = jdbc;
        this.rules = rules;
    }

    /** Reads the whole register once; not for every request. */
    public OptOutOverview read() {
        Map<String, Long> statuses = new HashMap<>();
        jdbc.query(
                "select status, count(*) as n, count(*) filter (where checked_at < ?) as stale"
                        + " from opt_out_status group by status",
                row -> {
                    statuses.put(row.getString("status"), row.getLong("n"));
                    statuses.merge(OptOutOverview.STALE, row.getLong("stale"), Long::sum);
                },
                Timestamp.from(rules.staleBefore()));
        Map<ExchangeState, Long> exchanges = new EnumMap<>(ExchangeState.class);
        jdbc.query("select state, count(*) as n from opt_out_exchange group by state", row -> {
            exchanges.put(ExchangeState.valueOf(row.getString("state")), row.getLong("n"));
        });
        return new OptOutOverview(
                statuses,
                exchanges,
                count("select count(*) from opt_out_request"),
                count("select count(*) from opt_out_refused"),
                Optional.ofNullable(
                                jdbc.queryForObject("select max(answered_at) from opt_out_exchange", Timestamp.class))
                        .map(Timestamp::toInstant));
    }

    /** How many statuses are how many days old; the oldest of all are counted with the last day. */
    public Map<Integer, Long> ages(int lastDay) {
        Map<Integer, Long> ages = new TreeMap<>();
        jdbc.query(
                """
                select least(greatest(floor(extract(epoch from ?::timestamptz - checked_at) / 86400), 0), ?)::int as days,
                       count(*) as n
                  from opt_out_status group by 1
                """,
                row -> {
                    ages.put(row.getInt("days"), row.getLong("n"));
                },
                Timestamp.from(rules.clock().instant()),
                lastDay);
        return ages;
    }

    /** Numbers in files that are not answered yet. */
    public long underWay() {
        return count("select count(distinct nhs_number) from opt_out_exchange_number");
    }

    private long count(String sql) {
        Long count = jdbc.queryForObject(sql, Long.class);
        return count == null ? 0 : count;
    }
}
