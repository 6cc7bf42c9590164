package uk.gov.warwickshire.gateway.disclosure;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import uk.gov.warwickshire.gateway.common.Destination;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/**
 * What a person, or the council for that person, has decided about sharing.
 *
 * @param destination code or family of a destination; empty means all that the kind can concern
 * @param from first day on which it counts
 * @param until last day on which it counts; empty while it has no end
 */
public record Choice(
        NhsNumber nhsNumber,
        Kind kind,
        Optional<String> destination,
        String givenBy,
        LocalDate from,
        Optional<LocalDate> until,
        Source source) {

    /** Kinds of choice, by the words of the choices file. */
    public enum Kind {
        OBJECT_ICR("object-icr"),
        CONSENT("consent"),
        RESTRICT("restrict");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        public static Optional<Kind> ofCode(String code) {
            return Arrays.stream(values()).filter(k -> k.code.equals(code)).findFirst();
        }
    }

    /** Where the choice was read, so that a person can find the paper behind it. */
    public record Source(String batch, String file, long row) {}

    public Choice {
        Objects.requireNonNull(nhsNumber, "nhsNumber");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(destination, "destination");
        Objects.requireNonNull(givenBy, "givenBy");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(source, "source");
    }

    boolean isInForceOn(LocalDate day) {
        return !day.isBefore(from) && until.map(last -> !day.isAfter(last)).orElse(true);
    }

    boolean concerns(Destination asked) {
        return destination.map(asked::isCoveredBy).orElse(true);
    }
}
