package uk.gov.warwickshire.gateway.intake.child;

import java.util.List;
import java.util.UUID;

/**
 * What is kept of a person between batches. The hash is shared, not copied: nobody may change it.
 *
 * @param hasRecord whether a record is stored
 * @param rows {@link uk.gov.warwickshire.mappings.source.ssd.SsdChildRows#toJson()}
 * @param uses keys as {@link UseKey} makes them
 */
@SuppressWarnings("ArrayRecordComponent")
record ChildSource(
        String childId, boolean hasRecord, String rows, byte[] hash, List<String> uses, boolean hasFindings) {
    ChildSource {
        uses = List.copyOf(uses);
    }

    /** Of a {@link ChildSource}, what tells whether it is still as it was. */
    @SuppressWarnings("ArrayRecordComponent")
    record Mark(byte[] hash, UUID batch, boolean hasRecord, boolean hasFindings) {}
}
