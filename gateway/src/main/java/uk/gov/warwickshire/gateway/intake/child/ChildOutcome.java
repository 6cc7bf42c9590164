package uk.gov.warwickshire.gateway.intake.child;

import java.util.Collection;
import java.util.Collections;
import uk.gov.warwickshire.gateway.intake.Counters;

/** What a batch did to one person. */
public enum ChildOutcome {
    CHANGED,
    UNCHANGED,
    REJECTED,
    /** Not a person of whom a record is held: not counted. */
    NONE;

    public static Counters count(Collection<ChildOutcome> outcomes) {
        return Counters.ofChildren(
                Collections.frequency(outcomes, CHANGED),
                Collections.frequency(outcomes, UNCHANGED),
                Collections.frequency(outcomes, REJECTED));
    }
}
