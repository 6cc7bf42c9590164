package uk.gov.warwickshire.gateway.disclosure;

import static uk.gov.warwickshire.gateway.common.SqlArrays.texts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.Ids;
import uk.gov.warwickshire.gateway.common.SqlArrays;

/** Finds decisions of the ledger, the newest first; ids are in the order of time. */
@Component
public class DecisionSearch {

    /** Which decisions; what is empty does not narrow. */
    public record Filter(
            Optional<Outcome> outcome,
            Optional<String> destination,
            Set<String> headlines,
            Optional<String> childId,
            Optional<Instant> from,
            Optional<Instant> until,
            Optional<List<UUID>> ids) {
        public Filter {
            headlines = Set.copyOf(headlines);
            ids = ids.map(List::copyOf);
            Objects.requireNonNull(outcome, "outcome");
        }
    }

    private final JdbcTemplate jdbc;

    public DecisionSearch(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Every decision on these deliveries of these children, the oldest first. */
    public List<LedgerEntry> ofDeliveries(Collection<String> childIds, Collection<UUID> deliveries) {
        return jdbc.query(
                """
                select * from disclosure_ledger where child_id = any(?) and delivery_id = any(?) order by decided_at, id
                """,
                ps -> {
                    ps.setArray(1, texts(ps, childIds));
                    ps.setArray(2, SqlArrays.of(ps, "uuid", deliveries, id -> id));
                },
                (row, i) -> JdbcDisclosureLedger.entry(row));
    }

    /** @param before id of the last one of the page before */
    public List<LedgerEntry> page(Filter filter, Optional<UUID> before, int limit) {
        List<String> where = new ArrayList<>(List.of("true"));
        List<Object> parameters = new ArrayList<>();
        // Written out: a partial index is of use only where the planner sees it.
        filter.outcome().ifPresent(outcome -> where.add("outcome = '" + outcome.name() + "'"));
        filter.destination().ifPresent(code -> add(where, parameters, "destination = ?", code));
        if (!filter.headlines().isEmpty()) {
            add(where, parameters, "headline = any(?)", filter.headlines().toArray(String[]::new));
        }
        filter.childId().ifPresent(child -> add(where, parameters, "child_id = ?", child));
        filter.from().ifPresent(from -> add(where, parameters, "id >= ?", Ids.first(from)));
        filter.until().ifPresent(until -> add(where, parameters, "id < ?", Ids.first(until)));
        before.ifPresent(last -> add(where, parameters, "id < ?", last));
        filter.ids()
                .ifPresent(ids -> add(
                        where,
                        parameters,
                        "id = any(?::uuid[])",
                        ids.stream().map(UUID::toString).toArray(String[]::new)));
        parameters.add(limit);
        return jdbc.query(
                "select * from disclosure_ledger where " + String.join(" and ", where) + " order by id desc limit ?",
                (row, i) -> JdbcDisclosureLedger.entry(row),
                parameters.toArray());
    }

    private static void add(List<String> where, List<Object> parameters, String clause, Object parameter) {
        where.add(clause);
        parameters.add(parameter);
    }
}
