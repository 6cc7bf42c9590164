package uk.gov.warwickshire.gateway.cpis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.Destination;
import uk.gov.warwickshire.gateway.delivery.Balance;
import uk.gov.warwickshire.gateway.delivery.BalanceSource;
import uk.gov.warwickshire.gateway.delivery.DeliveryState;

/** The books of CP-IS: what became due, counted as it was written, against where everything is. */
@Component
class CpIsBooks implements BalanceSource {

    private final JdbcTemplate jdbc;

    CpIsBooks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Balance> between(LocalDate from, LocalDate until) {
        Map<LocalDate, Long> due = new TreeMap<>();
        Map<LocalDate, Map<DeliveryState, Long>> states = new TreeMap<>();
        jdbc.query(
                """
                select due_on, null as state, sum(counted) as number from cpis_due
                 where due_on between ? and ? group by due_on
                union all
                select due_on, state, count(*) from cpis_upload
                 where due_on between ? and ? group by due_on, state
                """,
                row -> {
                    LocalDate day = row.getObject("due_on", LocalDate.class);
                    String state = row.getString("state");
                    Map<DeliveryState, Long> counted =
                            states.computeIfAbsent(day, key -> new EnumMap<>(DeliveryState.class));
                    if (state == null) {
                        due.put(day, row.getLong("number"));
                    } else {
                        counted.put(DeliveryState.valueOf(state), row.getLong("number"));
                    }
                },
                from,
                until,
                from,
                until);
        List<Balance> books = new ArrayList<>();
        states.forEach(
                (day, found) -> books.add(new Balance(day, Destination.CP_IS, due.getOrDefault(day, 0L), found)));
        return books;
    }
}
