package uk.gov.warwickshire.gateway.store.search;

import uk.gov.warwickshire.gateway.common.SqlTime;

/**
 * What the prefixes of a date mean for the range of a resource (R4 search 3.1.1.5.6), ends excluded. `ge` and `le` also hold
 * for a range that only overlaps the date asked for, as on a HAPI server.
 */
final class RangeSql {

    private RangeSql() {}

    /** Condition on a row `v` of `resource_range`. */
    static void add(Sql sql, DateValue value) {
        add(sql, value, "v.low", "v.high");
    }

    /** Kept to the millisecond. */
    static void lastUpdated(Sql sql, String alias, DateValue value) {
        String low = alias + ".last_updated";
        add(sql, value, low, low + " + interval '1 millisecond'");
    }

    private static void add(Sql sql, DateValue value, String low, String high) {
        String from = SqlTime.text(value.range().low());
        String to = SqlTime.text(value.range().high());
        String at = "?::timestamptz";
        switch (value.prefix()) {
            case EQ -> sql.add("(" + low + " >= " + at + " and " + high + " <= " + at + ")", from, to);
            case NE -> sql.add("(" + low + " < " + at + " or " + high + " > " + at + ")", from, to);
            case GT -> sql.add("(" + high + " > " + at + ")", to);
            case LT -> sql.add("(" + low + " < " + at + ")", from);
            case GE -> sql.add("(" + high + " > " + at + ")", from);
            case LE -> sql.add("(" + low + " < " + at + ")", to);
            case SA -> sql.add("(" + low + " >= " + at + ")", to);
            case EB -> sql.add("(" + high + " <= " + at + ")", from);
            // The parser has widened it.
            case AP -> sql.add("(" + low + " < " + at + " and " + high + " > " + at + ")", to, from);
        }
    }
}
