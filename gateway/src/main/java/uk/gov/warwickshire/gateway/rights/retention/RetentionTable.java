package uk.gov.warwickshire.gateway.rights.retention;

import java.sql.Array;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.gov.warwickshire.gateway.common.SqlArrays;

/** Statements on what retention knows of children, each for a whole batch. */
final class RetentionTable {

    /** A child's facts as they are stored. */
    record Kept(String childId, RetentionFacts facts) {}

    /** Facts and ties of a child whose record changed. */
    record Row(String childId, RetentionFacts facts, RecordTies ties) {}

    private final JdbcTemplate jdbc;

    RetentionTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Joins the caller's transaction. What the schedule says follows with {@link #workedOut}. */
    void save(List<Row> rows, Instant now) {
        jdbc.batchUpdate("""
                insert into retention_child
                       (child_id, birth_date, death_date, adoption_order, last_contact, services, opened, closed,
                        rows_missing, families, workers, teams, places, first_on, last_on,
                        outcome, reasons, schedule, worked_out_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'REVIEW', '{}', '', ?)
                    on conflict (child_id) do update
                   set birth_date = excluded.birth_date, death_date = excluded.death_date,
                       adoption_order = excluded.adoption_order, last_contact = excluded.last_contact,
                       services = excluded.services, opened = excluded.opened, closed = excluded.closed,
                       rows_missing = excluded.rows_missing, families = excluded.families,
                       workers = excluded.workers, teams = excluded.teams, places = excluded.places,
                       first_on = excluded.first_on, last_on = excluded.last_on
                """, rows, Math.max(1, rows.size()), (ps, row) -> write(ps, row, now));
    }

    private static void write(PreparedStatement ps, Row row, Instant now) throws SQLException {
        RetentionFacts facts = row.facts();
        List<Service> services = facts.services().keySet().stream().sorted().toList();
        ps.setString(1, row.childId());
        ps.setDate(2, date(facts.birth()));
        ps.setDate(3, date(facts.death()));
        ps.setDate(4, date(facts.adoptionOrder()));
        ps.setDate(5, date(facts.lastContact()));
        ps.setArray(6, SqlArrays.of(ps, "text", services, Service::name));
        ps.setArray(
                7,
                SqlArrays.of(ps, "date", services, one -> date(facts.span(one).flatMap(Span::opened))));
        ps.setArray(
                8,
                SqlArrays.of(ps, "date", services, one -> date(facts.span(one).flatMap(Span::closed))));
        ps.setBoolean(9, facts.rowsMissing());
        ps.setArray(10, SqlArrays.of(ps, "text", row.ties().families(), id -> id));
        ps.setArray(11, SqlArrays.of(ps, "text", row.ties().workers(), id -> id));
        ps.setArray(12, SqlArrays.of(ps, "text", row.ties().teams(), id -> id));
        ps.setArray(13, SqlArrays.of(ps, "text", row.ties().places(), id -> id));
        ps.setDate(14, date(row.ties().firstOn()));
        ps.setDate(15, date(row.ties().lastOn()));
        ps.setTimestamp(16, Timestamp.from(now));
    }

    void workedOut(List<WorkedOut> rows, String schedule, Instant now) {
        jdbc.update("""
                update retention_child r
                   set outcome = w.outcome, dispose_from = w.dispose_from, review_on = w.review_on,
                       record_class = w.record_class, reasons = string_to_array(w.reasons, ','),
                       schedule = ?, worked_out_at = ?
                  from unnest(?::text[], ?::text[], ?::date[], ?::date[], ?::text[], ?::text[])
                       as w (child_id, outcome, dispose_from, review_on, record_class, reasons)
                 where r.child_id = w.child_id
                """, ps -> {
            ps.setString(1, schedule);
            ps.setTimestamp(2, Timestamp.from(now));
            ps.setArray(3, SqlArrays.of(ps, "text", rows, WorkedOut::childId));
            ps.setArray(4, SqlArrays.of(ps, "text", rows, WorkedOut::outcome));
            ps.setArray(5, SqlArrays.of(ps, "date", rows, row -> date(row.disposeFrom())));
            ps.setArray(6, SqlArrays.of(ps, "date", rows, row -> date(row.reviewOn())));
            ps.setArray(
                    7, SqlArrays.of(ps, "text", rows, row -> row.recordClass().orElse(null)));
            ps.setArray(8, SqlArrays.of(ps, "text", rows, row -> String.join(",", row.reasons())));
        });
    }

    List<Kept> factsOf(Collection<String> childIds) {
        return jdbc.query(
                "select * from retention_child where child_id = any(?)",
                ps -> ps.setArray(1, SqlArrays.of(ps, "text", childIds, id -> id)),
                (row, i) -> kept(row));
    }

    /** Those that were not worked out under this schedule; locked until the transaction ends. */
    List<Kept> underOtherSchedules(String schedule, int limit) {
        return jdbc.query(
                "select * from retention_child where schedule <> ? limit ? for update skip locked",
                (row, i) -> kept(row),
                schedule,
                limit);
    }

    private static Kept kept(ResultSet row) throws SQLException {
        String[] services = (String[]) row.getArray("services").getArray();
        List<Optional<LocalDate>> opened = dates(row.getArray("opened"));
        List<Optional<LocalDate>> closed = dates(row.getArray("closed"));
        Map<Service, Span> spans = new EnumMap<>(Service.class);
        for (int i = 0; i < services.length; i++) {
            spans.put(Service.valueOf(services[i]), new Span(opened.get(i), closed.get(i)));
        }
        return new Kept(
                row.getString("child_id"),
                new RetentionFacts(
                        date(row, "birth_date"),
                        date(row, "death_date"),
                        date(row, "adoption_order"),
                        date(row, "last_contact"),
                        spans,
                        row.getBoolean("rows_missing")));
    }

    private static List<Optional<LocalDate>> dates(Array array) throws SQLException {
        List<Optional<LocalDate>> dates = new ArrayList<>();
        for (@Nullable Date date : (@Nullable Date[]) array.getArray()) {
            dates.add(Optional.ofNullable(date).map(Date::toLocalDate));
        }
        return dates;
    }

    static Optional<LocalDate> date(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }

    private static @Nullable Date date(Optional<LocalDate> day) {
        return day.map(Date::valueOf).orElse(null);
    }
}
