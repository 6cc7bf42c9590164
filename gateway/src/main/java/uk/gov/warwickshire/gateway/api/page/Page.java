package uk.gov.warwickshire.gateway.api.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a caller stands in a result.
 *
 * @param address path below the base, e.g. `Flag` or `Patient/123/$everything`
 * @param parameters as they came
 * @param sortValues of the last entry shown, one for each key
 * @param last id, version or number of the last entry shown
 */
public record Page(
        String address, Map<String, List<String>> parameters, List<Optional<String>> sortValues, String last) {

    /** Keeps persons out of logs. */
    @Override
    public String toString() {
        return "Page[***]";
    }
}
