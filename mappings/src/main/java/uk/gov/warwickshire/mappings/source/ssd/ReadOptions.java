package uk.gov.warwickshire.mappings.source.ssd;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import uk.gov.warwickshire.mappings.source.code.LocalCodes;

/**
 * How to read.
 *
 * @param today the day the reading is for: who is an adult and what has ended depend on it
 * @param sentinels dates that stand for "open" or "unknown"
 * @param localCodes the council's own spellings and further codes
 */
public record ReadOptions(LocalDate today, Set<LocalDate> sentinels, LocalCodes localCodes) {

    /** Seen in real extracts: source-formats.md 2. */
    public static final Set<LocalDate> SENTINELS = Set.of(LocalDate.of(1900, 1, 1), LocalDate.of(9999, 12, 31));

    public ReadOptions {
        Objects.requireNonNull(today, "today");
        sentinels = Set.copyOf(sentinels);
        Objects.requireNonNull(localCodes, "localCodes");
    }

    public static ReadOptions on(LocalDate today) {
        return new ReadOptions(today, SENTINELS, LocalCodes.NONE);
    }
}
