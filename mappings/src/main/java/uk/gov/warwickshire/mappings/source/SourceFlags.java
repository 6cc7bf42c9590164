package uk.gov.warwickshire.mappings.source;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Yes and no as extracts write them: 1/0, Y/N, yes/no, true/false, T/F, in any case. */
public final class SourceFlags {

    private static final Set<String> TRUE = Set.of("1", "y", "yes", "true", "t");
    private static final Set<String> FALSE = Set.of("0", "n", "no", "false", "f");

    private SourceFlags() {}

    /** Empty if the text is neither. */
    public static Optional<Boolean> parse(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (TRUE.contains(lower)) {
            return Optional.of(true);
        }
        return FALSE.contains(lower) ? Optional.of(false) : Optional.empty();
    }
}
