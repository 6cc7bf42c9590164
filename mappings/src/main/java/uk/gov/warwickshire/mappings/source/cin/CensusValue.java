package uk.gov.warwickshire.mappings.source.cin;

import java.time.LocalDate;
import java.util.Optional;
import uk.gov.warwickshire.mappings.source.SourceDates;

/**
 * The text of one element as delivered, with its line.
 *
 * @param text never blank, at most {@link CensusLimits#text()} characters
 */
public record CensusValue(String text, long line) {
    public CensusValue {
        if (text.isBlank()) {
            throw new IllegalArgumentException("text must not be blank");
        }
    }

    /** Empty if the text is no date. */
    public Optional<LocalDate> date() {
        return SourceDates.parse(text);
    }

    public boolean is(String code) {
        return text.equals(code);
    }
}
