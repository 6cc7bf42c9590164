package uk.gov.warwickshire.gateway.rights.retention;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * From the first day of a service to the last. In whatever order the source gave them: telling contradictions apart is the
 * business of {@link RetentionDates}.
 *
 * @param closed empty while any part of it is open
 */
public record Span(Optional<LocalDate> opened, Optional<LocalDate> closed) {

    boolean isOpen() {
        return closed.isEmpty();
    }

    boolean endsBeforeItBegins() {
        return opened.isPresent() && closed.isPresent() && closed.get().isBefore(opened.get());
    }

    Stream<LocalDate> days() {
        return Stream.concat(opened.stream(), closed.stream());
    }
}
