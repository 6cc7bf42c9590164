package uk.gov.warwickshire.mappings.source.choices;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import uk.gov.warwickshire.mappings.record.NhsNumber;
import uk.gov.warwickshire.mappings.record.SourceRow;

/**
 * A choice about one person's record.
 *
 * @param destination empty for an objection to the Integrated Care Record; empty for a restriction means all but CP-IS;
 *     never empty for a consent
 * @param givenBy who made or recorded the choice
 * @param from first day it holds
 * @param until last day it holds; empty is open
 */
public record ChoiceRow(
        NhsNumber nhsNumber,
        Choice choice,
        Optional<String> destination,
        String givenBy,
        LocalDate from,
        Optional<LocalDate> until,
        SourceRow source) {

    /** Kinds of choice, with the word the file uses. */
    public enum Choice {
        OBJECT_ICR("object-icr"),
        CONSENT("consent"),
        RESTRICT("restrict");

        private final String word;

        Choice(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    public ChoiceRow {
        Objects.requireNonNull(nhsNumber, "nhsNumber");
        Objects.requireNonNull(source, "source");
        if (choice == Choice.CONSENT && destination.isEmpty()) {
            throw new IllegalArgumentException("a consent needs its destination");
        }
        if (until.isPresent() && until.get().isBefore(from)) {
            throw new IllegalArgumentException("a choice must not end before it begins");
        }
    }
}
