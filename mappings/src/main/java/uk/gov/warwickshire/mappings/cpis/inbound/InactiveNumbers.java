package uk.gov.warwickshire.mappings.cpis.inbound;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/**
 * Numbers that are no longer in use (message 06): stop uploading them and trace again. After an adoption none replaces the
 * other, so that the identity before it and the one after are never linked (cp-is.md 7); where CP-IS itself names a
 * replacement, it is the number of the same record.
 *
 * @param numbers at least one
 */
public record InactiveNumbers(List<Inactive> numbers) implements CpIsInbound {

    public InactiveNumbers {
        numbers = List.copyOf(numbers);
        if (numbers.isEmpty()) {
            throw new IllegalArgumentException("numbers must not be empty");
        }
    }

    /** @param replacement never the same as the number */
    public record Inactive(NhsNumber number, Optional<NhsNumber> replacement) {
        public Inactive {
            Objects.requireNonNull(number, "number");
            if (replacement.filter(number::equals).isPresent()) {
                throw new IllegalArgumentException("a number does not replace itself");
            }
        }
    }
}
