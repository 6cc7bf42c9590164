package uk.gov.warwickshire.gateway.rights.disposal;

import java.time.LocalDate;
import java.util.List;
import uk.gov.warwickshire.gateway.rights.erasure.Obstacle;

/**
 * What a disposal on a day would do.
 *
 * @param classes how many would be disposed of, by the class that governs
 * @param blocked how many are due by their period and yet blocked
 * @param first the first of those that would be disposed of, by the date from which they may be
 */
public record Preview(
        LocalDate asOf, long due, List<ClassCount> classes, List<BlockedCount> blocked, List<DueChild> first) {
    public Preview {
        classes = List.copyOf(classes);
        blocked = List.copyOf(blocked);
        first = List.copyOf(first);
    }

    /** Of one class. */
    public record ClassCount(String recordClass, long children) {}

    /** For one reason; a child with two counts for each. */
    public record BlockedCount(Obstacle obstacle, long children) {}

    /** A child whose record may be disposed of. */
    public record DueChild(String childId, String recordClass, LocalDate disposeFrom) {}
}
