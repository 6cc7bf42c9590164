package uk.gov.warwickshire.mappings.source.cin;

import java.util.Locale;
import java.util.Optional;

/** Yes and no of the census: 1, 0, true, false (rule 8568). */
public final class CensusFlag {

    private CensusFlag() {}

    /** Empty if the text is neither. */
    public static Optional<Boolean> read(CensusValue value) {
        return switch (value.text().toLowerCase(Locale.ROOT)) {
            case "1", "true" -> Optional.of(true);
            case "0", "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
