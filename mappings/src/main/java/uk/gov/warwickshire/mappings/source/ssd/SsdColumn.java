package uk.gov.warwickshire.mappings.source.ssd;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A column the gateway reads.
 *
 * @param name as the specification names it
 * @param aliases names that other systems or versions use for it; the first that is filled counts
 * @param refersTo the kind of row its value is the id of, for facts that live outside the child's own rows
 * @param isEnd whether it holds the last day of a period
 */
public record SsdColumn(String name, List<String> aliases, Optional<Reference> refersTo, boolean isEnd) {

    private static final String END = "END";

    /** Facts outside a child's own rows. */
    public enum Reference {
        PROFESSIONAL,
        TEAM,
        MOTHER
    }

    public SsdColumn {
        aliases = List.copyOf(aliases);
    }

    /** Reads {@code name|alias|alias@reference}, or {@code @END} in place of the reference. */
    static SsdColumn of(String text) {
        String[] parts = text.split("@");
        List<String> names = Arrays.asList(parts[0].split("\\|"));
        Optional<String> mark = parts.length > 1 ? Optional.of(parts[1]) : Optional.empty();
        boolean end = mark.filter(END::equals).isPresent();
        Optional<Reference> reference = end ? Optional.empty() : mark.map(Reference::valueOf);
        return new SsdColumn(names.get(0), names.subList(1, names.size()), reference, end);
    }
}
