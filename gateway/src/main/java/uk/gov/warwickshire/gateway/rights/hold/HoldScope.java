package uk.gov.warwickshire.gateway.rights.hold;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One line of what a hold covers.
 *
 * @param value what {@link Kind#asks()} says
 * @param from with either day, only children with whom something happened between the two
 */
public record HoldScope(Kind kind, String value, Optional<LocalDate> from, Optional<LocalDate> until) {

    /** By what a hold covers children. */
    public enum Kind {
        CHILD("the council's id of the child, or its NHS number"),
        FAMILY("the id of a family or of a mother, or the council's id of a child of that family"),
        SERVICE("a service, as the schedule writes it: looked-after"),
        PLACE("a postcode of a home, or the code of a type of placement"),
        WORKER("the id of a worker"),
        PERIOD("the days between which something happened"),
        QUERY("a search of resources: CarePlan?status=active&category=...");

        private final String asks;

        Kind(String asks) {
            this.asks = asks;
        }

        public String asks() {
            return asks;
        }

        /** As people read it. */
        public String title() {
            return name().charAt(0) + name().substring(1).toLowerCase(java.util.Locale.ROOT);
        }
    }

    public HoldScope {
        value = value.strip();
        if (value.isEmpty() && kind != Kind.PERIOD) {
            throw new IllegalArgumentException("Say what the hold covers: " + kind.asks() + ".");
        }
        if (kind == Kind.PERIOD && from.isEmpty() && until.isEmpty()) {
            throw new IllegalArgumentException("A hold on a period needs its first or its last day.");
        }
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            throw new IllegalArgumentException("The last day of the hold's period is before its first.");
        }
    }

    public static HoldScope of(Kind kind, String value) {
        return new HoldScope(kind, value, Optional.empty(), Optional.empty());
    }
}
