package uk.gov.warwickshire.mappings.record;

import java.util.List;
import java.util.Objects;

/**
 * One child, parsed and checked. Built only by a source reader, so whatever holds one may rely on it: dates are in
 * order, codes are known or said to be text, every fact names its source row.
 *
 * @param supplements what a second source told of rows that the first knows too; empty where there is one source
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
        int missingRows,
        List<Supplement> supplements) {

    public ChildRecord {
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(household, "household");
        Objects.requireNonNull(childInNeed, "childInNeed");
        Objects.requireNonNull(childProtection, "childProtection");
        Objects.requireNonNull(lookedAfter, "lookedAfter");
        Objects.requireNonNull(network, "network");
        careLeavers = List.copyOf(careLeavers);
        supplements = List.copyOf(supplements);
        if (missingRows < 0) {
            throw new IllegalArgumentException("missingRows must not be negative");
        }
    }

    /** Of one source. */
    public ChildRecord(
            Person person,
            Identity identity,
            Household household,
            ChildInNeed childInNeed,
            ChildProtection childProtection,
            LookedAfter lookedAfter,
            List<CareLeaver> careLeavers,
            Network network,
            int missingRows) {
        this(
                person,
                identity,
                household,
                childInNeed,
                childProtection,
                lookedAfter,
                careLeavers,
                network,
                missingRows,
                List.of());
    }

    public String childId() {
        return person.personId();
    }
}
