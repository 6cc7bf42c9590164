package uk.gov.warwickshire.gateway.rights.retention;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.rights.retention.RetentionTable.Kept;

/** Looks up what retention knows of children. */
@Component
public class RetentionReader {

    /**
     * A child's dates as they stand.
     *
     * @param outcome `OPEN`, `DATED` or `REVIEW`
     * @param disposeFrom for `REVIEW` the longest that can be defended
     * @param reasons services that are open, or why no date can be relied on
     */
    public record Line(
            String childId,
            String outcome,
            Optional<LocalDate> disposeFrom,
            Optional<LocalDate> reviewOn,
            Optional<String> recordClass,
            List<String> reasons) {
        public Line {
            reasons = List.copyOf(reasons);
        }
    }

    private final JdbcTemplate jdbc;
    private final RetentionTable table;

    RetentionReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.table = new RetentionTable(jdbc);
    }

    public Optional<RetentionFacts> facts(String childId) {
        return table.factsOf(List.of(childId)).stream().map(Kept::facts).findFirst();
    }

    public Optional<Line> line(String childId) {
        return lines("child_id = ?", "", childId).stream().findFirst();
    }

    /** Due for review by the day, the longest due first. */
    public List<Line> forReview(LocalDate until, int limit) {
        return lines("review_on <= ?", "order by review_on, child_id limit " + limit, until);
    }

    /**
     * What to look for among the children's dates.
     *
     * @param child the council's id
     * @param outcome `OPEN`, `DATED` or `REVIEW`
     * @param recordClass class whose period ends last
     * @param from earliest day of disposal
     * @param until latest day of disposal
     */
    public record Search(
            Optional<String> child,
            Optional<String> outcome,
            Optional<String> recordClass,
            Optional<LocalDate> from,
            Optional<LocalDate> until) {

        /** Keeps persons out of logs. */
        @Override
        public String toString() {
            return "Search[" + outcome + ", " + recordClass + ", " + from + ", " + until + "]";
        }
    }

    /** By day of disposal, those without one last. */
    public List<Line> find(Search search, int limit) {
        return lines(
                """
                (?::text is null or child_id = ?) and (?::text is null or outcome = ?)
                  and (?::text is null or record_class = ?)
                  and (?::date is null or dispose_from >= ?) and (?::date is null or dispose_from <= ?)
                """,
                "order by dispose_from nulls last, child_id limit " + limit,
                twice(search.child(), search.outcome(), search.recordClass(), search.from(), search.until()));
    }

    private static @Nullable Object[] twice(Optional<?>... values) {
        @Nullable Object[] parameters = new @Nullable Object[2 * values.length];
        for (int i = 0; i < values.length; i++) {
            parameters[2 * i] = values[i].orElse(null);
            parameters[2 * i + 1] = values[i].orElse(null);
        }
        return parameters;
    }

    private List<Line> lines(String condition, String rest, @Nullable Object... parameters) {
        return jdbc.query(
                "select * from retention_child where " + condition + " " + rest,
                (row, i) -> new Line(
                        row.getString("child_id"),
                        row.getString("outcome"),
                        RetentionTable.date(row, "dispose_from"),
                        RetentionTable.date(row, "review_on"),
                        Optional.ofNullable(row.getString("record_class")),
                        List.of((String[]) row.getArray("reasons").getArray())),
                parameters);
    }
}
