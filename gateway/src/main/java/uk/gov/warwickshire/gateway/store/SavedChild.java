package uk.gov.warwickshire.gateway.store;

/**
 * What saving did.
 *
 * @param recordVersion counts the changes of the child's record or facts, from 1
 * @param created resources new in the record; directory resources are not counted
 * @param updated resources whose content changed
 * @param deleted resources no longer in the record
 * @param factsChanged facts that routing or decisions depend on differ from before
 */
public record SavedChild(
        String childId, long recordVersion, int created, int updated, int deleted, boolean factsChanged) {

    /** Whether anything was written. */
    public boolean changed() {
        return factsChanged || created + updated + deleted > 0;
    }
}
