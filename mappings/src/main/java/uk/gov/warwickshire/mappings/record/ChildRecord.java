package uk.gov.warwickshire.mappings.record;

import java.util.List;
import java.util.Objects;

/**
 * One child, parsed and checked. Built only by a source reader, so whatever holds one may rely on it: dates are in
 * order, codes are known or said to be text, every fact names its source row.
 *
 * @param missingRows how many rows of this child were rejected; the record is complete without them by the written rule
 */
public record ChildRecord(
        Person person,
        Identity identity,
        Household household,
        ChildInNeed childInNeed,
        ChildProtection childProtection,
        LookedAfter lookedAfter,
        List<CareLeaver> careLeavers,
        Network network,
        int missingRows) {

    public ChildRecord {
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(household, "household");
        Objects.requireNonNull(childInNeed, "childInNeed");
        Objects.requireNonNull(childProtection, "childProtection");
        Objects.requireNonNull(lookedAfter, "lookedAfter");
        Objects.requireNonNull(network, "network");
        careLeavers = List.copyOf(careLeavers);
        if (missingRows < 0) {
            throw new IllegalArgumentException("missingRows must not be negative");
        }
    }

    public String childId() {
        return person.personId();
    }
}
