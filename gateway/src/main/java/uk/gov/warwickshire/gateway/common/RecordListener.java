package uk.gov.warwickshire.gateway.common;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import uk.gov.warwickshire.mappings.record.ChildRecord;
import uk.gov.warwickshire.mappings.record.Identity;

/**
 * A room that keeps something of its own of each record. Intake tells it of every record that is new or has changed, in
 * the transaction that stores the record; also of one that is readable and not stored because a resource made of it is
 * not valid.
 */
public interface RecordListener {

    /**
     * Joins the caller's transaction: if it throws, nothing of the records is stored.
     *
     * @param records each child once
     */
    void recordsChanged(List<DerivedRecord> records);

    /**
     * A record as it now stands.
     *
     * @param identities of the child's mothers, by the council's person id
     */
    record DerivedRecord(ChildRecord record, Map<String, Identity> identities) {
        public DerivedRecord {
            Objects.requireNonNull(record, "record");
            identities = Map.copyOf(identities);
        }
    }
}
