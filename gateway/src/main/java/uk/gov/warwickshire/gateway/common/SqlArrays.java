package uk.gov.warwickshire.gateway.common;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Columns of many rows as SQL arrays, for statements that take a whole batch at once through `unnest`. */
public final class SqlArrays {

    private SqlArrays() {}

    public static Array texts(PreparedStatement statement, Collection<String> values) throws SQLException {
        return of(statement, "text", values, value -> value);
    }

    /** @param type PostgreSQL's name of the element type */
    public static <T> Array of(
            PreparedStatement statement, String type, Collection<T> rows, Function<T, @Nullable Object> column)
            throws SQLException {
        @Nullable Object[] values = new Object[rows.size()];
        int i = 0;
        for (T row : rows) {
            values[i++] = column.apply(row);
        }
        return statement.getConnection().createArrayOf(type, values);
    }

    /** Encoded as they are, not as text. */
    public static <T> Array bytes(PreparedStatement statement, Collection<T> rows, Function<T, byte[]> column)
            throws SQLException {
        return statement
                .getConnection()
                .createArrayOf("bytea", rows.stream().map(column).toArray(byte[][]::new));
    }
}
