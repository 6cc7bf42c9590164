package uk.gov.warwickshire.gateway.store.search;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A statement put together from constant fragments; every value is bound. Numbers, texts and arrays of text can be bound.
 */
final class Sql {

    private final StringBuilder text = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    Sql add(String fragment, Object... values) {
        text.append(fragment);
        for (Object value : values) {
            parameters.add(value instanceof Collection<?> many ? many.toArray(new String[0]) : value);
        }
        return this;
    }

    /** The conditions between brackets, with `or` between. */
    <T> Sql anyOf(Collection<T> items, java.util.function.Consumer<T> each) {
        add("(");
        boolean first = true;
        for (T item : items) {
            add(first ? "" : " or ");
            each.accept(item);
            first = false;
        }
        return add(first ? "false)" : ")");
    }

    String text() {
        return text.toString();
    }

    void bind(PreparedStatement statement) throws SQLException {
        int index = 1;
        for (Object value : parameters) {
            if (value instanceof String[] many) {
                statement.setArray(index++, statement.getConnection().createArrayOf("text", many));
            } else {
                statement.setObject(index++, value);
            }
        }
    }
}
