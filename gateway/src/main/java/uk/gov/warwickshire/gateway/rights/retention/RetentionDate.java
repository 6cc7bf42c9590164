package uk.gov.warwickshire.gateway.rights.retention;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** What the schedule says of one child's record. */
public sealed interface RetentionDate {

    /** Something is still open: the period has not begun. */
    record Open(Set<Service> services) implements RetentionDate {
        public Open {
            services = Set.copyOf(services);
        }
    }

    /**
     * @param governing the class whose period ends last
     * @param from the first day on which it may be disposed of
     */
    record Dated(RecordClass governing, LocalDate from) implements RetentionDate {}

    /**
     * Dates are missing or contradict each other.
     *
     * @param longest the longest that can be defended, to be shown; nothing is disposed of on it
     */
    record Review(Set<ReviewReason> reasons, Optional<LocalDate> longest) implements RetentionDate {
        public Review {
            reasons = Set.copyOf(reasons);
        }
    }
}
