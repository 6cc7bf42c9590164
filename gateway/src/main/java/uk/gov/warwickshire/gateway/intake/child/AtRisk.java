package uk.gov.warwickshire.gateway.intake.child;

import java.time.LocalDate;
import uk.gov.warwickshire.mappings.record.ChildRecord;
import uk.gov.warwickshire.mappings.record.Identity;
import uk.gov.warwickshire.mappings.record.Period;

/**
 * An erased child with a child protection plan or in care today: a statutory duty begins anew, and no tombstone may hide
 * the child from CP-IS. Plans and periods of care that are over were looked at before the erasure.
 */
final class AtRisk {

    private AtRisk() {}

    static boolean isToday(ChildRecord child, LocalDate today) {
        return child.childProtection().plans().stream().anyMatch(plan -> isNotOver(plan.period(), today))
                || child.lookedAfter().episodes().stream().anyMatch(episode -> isNotOver(episode.period(), today));
    }

    private static boolean isNotOver(Period period, LocalDate today) {
        return period.end().map(end -> !end.isBefore(today)).orElse(true);
    }

    /** For CP-IS alone: objections and consents went with the erasure, so nothing else may be assumed. */
    static ChildRecord forCpIsAlone(ChildRecord child) {
        Identity identity = child.identity();
        return new ChildRecord(
                child.person(),
                new Identity(identity.nhsNumber(), identity.status(), true),
                child.household(),
                child.childInNeed(),
                child.childProtection(),
                child.lookedAfter(),
                child.careLeavers(),
                child.network(),
                child.missingRows(),
                child.supplements());
    }
}
