package uk.gov.warwickshire.gateway.common;

import java.time.Instant;

/** Instants as PostgreSQL reads them, with what lies outside the calendar as infinite. */
public final class SqlTime {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private SqlTime() {}

    /** For a parameter cast to `timestamptz`. */
    public static String text(Instant instant) {
        if (instant.isBefore(FIRST)) {
            return "-infinity";
        }
        return instant.isAfter(LAST) ? "infinity" : instant.toString();
    }
}
