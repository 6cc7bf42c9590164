package uk.gov.warwickshire.gateway.delivery;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.Destination;

/** Draws up balances: one snapshot of what became due and of where everything is. */
@Component
public class Balances {

    private record Book(LocalDate day, String destination) {}

    private final JdbcTemplate jdbc;
    private final List<BalanceSource> others;

    @Autowired
    Balances(JdbcTemplate jdbc, ObjectProvider<BalanceSource> others) {
        this(jdbc, others.stream().toList());
    }

    Balances(JdbcTemplate jdbc, List<BalanceSource> others) {
        this.jdbc = jdbc;
        this.others = List.copyOf(others);
    }

    /** Both days included; days on which nothing was due are left out. */
    public List<Balance> between(LocalDate from, LocalDate until) {
        return Stream.concat(
                        own(from, until).stream(),
                        others.stream().flatMap(source -> source.between(from, until).stream()))
                .sorted(Comparator.comparing(Balance::day)
                        .thenComparing(balance -> balance.destination().code()))
                .toList();
    }

    private List<Balance> own(LocalDate from, LocalDate until) {
        Map<Book, Long> due = new LinkedHashMap<>();
        Map<Book, Map<DeliveryState, Long>> states = new LinkedHashMap<>();
        jdbc.query(
                """
                select due_on, destination, null as state, sum(counted) as number
                  from delivery_due where due_on between ? and ? group by due_on, destination
                union all
                select due_on, destination, state, count(*)
                  from delivery where due_on between ? and ? group by due_on, destination, state
                 order by due_on, destination
                """,
                row -> {
                    Book book = new Book(row.getObject("due_on", LocalDate.class), row.getString("destination"));
                    Map<DeliveryState, Long> counted =
                            states.computeIfAbsent(book, key -> new EnumMap<>(DeliveryState.class));
                    String state = row.getString("state");
                    if (state == null) {
                        due.put(book, row.getLong("number"));
                    } else {
                        counted.put(DeliveryState.valueOf(state), row.getLong("number"));
                    }
                },
                from,
                until,
                from,
                until);
        return states.entrySet().stream()
                .map(book -> new Balance(
                        book.getKey().day(),
                        new Destination(book.getKey().destination()),
                        due.getOrDefault(book.getKey(), 0L),
                        book.getValue()))
                .toList();
    }
}
