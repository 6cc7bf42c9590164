package uk.gov.warwickshire.mappings.fhir;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * What a resource is found by, taken from it while it is in memory. The search of the store decides what is in it.
 *
 * @param tokens equal or not: codes, identifiers, references, and which parameters have a value
 */
public record SearchValues(List<String> tokens, List<Text> texts, List<Range> ranges, List<Quantity> quantities) {

    /** @param normal without case and accents */
    public record Text(String parameter, String normal, String exact) {}

    /**
     * @param low the first instant; {@link Instant#MIN} without beginning
     * @param high the first instant after it; {@link Instant#MAX} without end
     */
    public record Range(String parameter, Instant low, Instant high) {}

    /** Empty strings where the resource has none. */
    public record Quantity(String parameter, BigDecimal value, String system, String code, String unit) {}

    public static final SearchValues NONE = new SearchValues(List.of(), List.of(), List.of(), List.of());

    public SearchValues {
        tokens = List.copyOf(tokens);
        texts = List.copyOf(texts);
        ranges = List.copyOf(ranges);
        quantities = List.copyOf(quantities);
    }
}
