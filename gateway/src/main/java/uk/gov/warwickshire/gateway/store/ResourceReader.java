package uk.gov.warwickshire.gateway.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/** Reads what is current, in the caller's transaction if there is one. */
public interface ResourceReader {

    /**
     * The whole record of each child that has one: its own resources, the Patient first, and the directory resources they
     * refer to, directly or through one another.
     */
    Map<String, List<StoredResource>> current(Collection<String> childIds);

    /** One current resource. */
    Optional<StoredResource> current(String type, String id);

    Map<String, ChildFacts> facts(Collection<String> childIds);

    /** As {@link #facts}, and keeps the records from changing, and others from deciding, until the transaction ends. */
    Map<String, ChildFacts> lockedFacts(Collection<String> childIds);

    /** Children whose own number it is, or about whose record another person with this number matters (the mother). */
    Set<String> childrenByNhsNumber(Collection<NhsNumber> numbers);
}
