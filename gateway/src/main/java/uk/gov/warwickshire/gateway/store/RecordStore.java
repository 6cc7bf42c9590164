package uk.gov.warwickshire.gateway.store;

import java.util.List;

/** Keeps the records of children: each resource in its current version, older versions and deletions as history. */
public interface RecordStore {

    /**
     * Saves whole records in the caller's transaction, at best 50 at a time. Only what differs is written, so the same
     * record again writes nothing. The answers stand in the order of the children, each of which may occur once.
     */
    List<SavedChild> save(List<ChildToSave> children);
}
