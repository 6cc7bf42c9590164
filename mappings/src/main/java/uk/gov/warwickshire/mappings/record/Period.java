package uk.gov.warwickshire.mappings.record;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * First and last day, both included; an empty end is open. A reader rejects rows that end before they start, so a
 * period is always in order.
 */
public record Period(Optional<LocalDate> start, Optional<LocalDate> end) {
    public Period {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(end, "end");
        if (start.isPresent() && end.isPresent() && end.get().isBefore(start.get())) {
            throw new IllegalArgumentException("a period must not end before it starts");
        }
    }

    public boolean isOpenOn(LocalDate day) {
        return start.map(s -> !s.isAfter(day)).orElse(true)
                && end.map(e -> !e.isBefore(day)).orElse(true);
    }
}
