package uk.gov.warwickshire.gateway.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.gov.warwickshire.gateway.common.SqlArrays;
import uk.gov.warwickshire.gateway.common.SqlTime;
import uk.gov.warwickshire.mappings.fhir.SearchValues;

/** Statements on the search values that have tables of their own, each for a whole batch. */
final class SearchValueTable {

    /** The values of one resource. */
    record Row(String childId, String type, String id, SearchValues values) {}

    private record Value<T>(Row row, T value) {}

    private final JdbcTemplate jdbc;

    SearchValueTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void replace(Collection<Row> rows) {
        delete(rows);
        insert(rows);
    }

    void delete(Collection<Row> rows) {
        for (String sql : List.of("""
                delete from resource_text v using unnest(?::text[], ?::text[], ?::text[]) as k (child_id, type, id)
                 where v.child_id = k.child_id and v.type = k.type and v.id = k.id
                """, """
                delete from resource_range v using unnest(?::text[], ?::text[], ?::text[]) as k (child_id, type, id)
                 where v.child_id = k.child_id and v.type = k.type and v.id = k.id
                """, """
                delete from resource_quantity v using unnest(?::text[], ?::text[], ?::text[]) as k (child_id, type, id)
                 where v.child_id = k.child_id and v.type = k.type and v.id = k.id
                """)) {
            jdbc.update(sql, ps -> {
                ps.setArray(1, SqlArrays.of(ps, "text", rows, Row::childId));
                ps.setArray(2, SqlArrays.of(ps, "text", rows, Row::type));
                ps.setArray(3, SqlArrays.of(ps, "text", rows, Row::id));
            });
        }
    }

    void insert(Collection<Row> rows) {
        insertTexts(values(rows, SearchValues::texts));
        insertRanges(values(rows, SearchValues::ranges));
        insertQuantities(values(rows, SearchValues::quantities));
    }

    private void insertTexts(List<Value<SearchValues.Text>> values) {
        if (values.isEmpty()) {
            return;
        }
        jdbc.update("""
                insert into resource_text (child_id, type, id, parameter, normal, exact)
                select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                """, ps -> {
            setKeys(ps, values);
            ps.setArray(4, SqlArrays.of(ps, "text", values, v -> v.value().parameter()));
            ps.setArray(5, SqlArrays.of(ps, "text", values, v -> v.value().normal()));
            ps.setArray(6, SqlArrays.of(ps, "text", values, v -> v.value().exact()));
        });
    }

    private void insertRanges(List<Value<SearchValues.Range>> values) {
        if (values.isEmpty()) {
            return;
        }
        jdbc.update("""
                insert into resource_range (child_id, type, id, parameter, low, high)
                select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[])
                """, ps -> {
            setKeys(ps, values);
            ps.setArray(4, SqlArrays.of(ps, "text", values, v -> v.value().parameter()));
            ps.setArray(
                    5,
                    SqlArrays.of(
                            ps,
                            "timestamptz",
                            values,
                            v -> SqlTime.text(v.value().low())));
            ps.setArray(
                    6,
                    SqlArrays.of(
                            ps,
                            "timestamptz",
                            values,
                            v -> SqlTime.text(v.value().high())));
        });
    }

    private void insertQuantities(List<Value<SearchValues.Quantity>> values) {
        if (values.isEmpty()) {
            return;
        }
        jdbc.update("""
                insert into resource_quantity (child_id, type, id, parameter, value, system, code, unit)
                select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::numeric[], ?::text[], ?::text[],
                                     ?::text[])
                """, ps -> {
            setKeys(ps, values);
            ps.setArray(4, SqlArrays.of(ps, "text", values, v -> v.value().parameter()));
            ps.setArray(5, SqlArrays.of(ps, "numeric", values, v -> v.value().value()));
            ps.setArray(6, SqlArrays.of(ps, "text", values, v -> v.value().system()));
            ps.setArray(7, SqlArrays.of(ps, "text", values, v -> v.value().code()));
            ps.setArray(8, SqlArrays.of(ps, "text", values, v -> v.value().unit()));
        });
    }

    private static <T> void setKeys(PreparedStatement ps, List<Value<T>> values) throws SQLException {
        ps.setArray(1, SqlArrays.of(ps, "text", values, v -> v.row().childId()));
        ps.setArray(2, SqlArrays.of(ps, "text", values, v -> v.row().type()));
        ps.setArray(3, SqlArrays.of(ps, "text", values, v -> v.row().id()));
    }

    private static <T> List<Value<T>> values(Collection<Row> rows, Function<SearchValues, List<T>> kind) {
        return rows.stream()
                .flatMap(row -> kind.apply(row.values()).stream().map(value -> new Value<>(row, value)))
                .toList();
    }
}
