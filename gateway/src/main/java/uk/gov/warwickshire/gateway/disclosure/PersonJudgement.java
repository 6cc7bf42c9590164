package uk.gov.warwickshire.gateway.disclosure;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import uk.gov.warwickshire.gateway.common.Destination;
import uk.gov.warwickshire.gateway.disclosure.DestinationRule.Effect;
import uk.gov.warwickshire.gateway.optout.OptOutStatus;
import uk.gov.warwickshire.gateway.optout.OptOutStatus.State;

/** What one person's opt-out, choices and restriction mean for one destination. */
record PersonJudgement(
        DestinationRule rule,
        Destination destination,
        OptOutStatus status,
        PersonalChoices choices,
        boolean restrictedByFile,
        boolean breakGlass,
        Instant now) {

    /** The same, with the child's own objection overridden: never an opt-out, a restriction or a want of knowledge. */
    PersonJudgement withBreakGlass(boolean overridden) {
        return new PersonJudgement(rule, destination, status, choices, restrictedByFile, overridden, now);
    }

    /** Why the person's own will, or the council's restriction, stops the message. */
    Set<Reason> refusals() {
        Set<Reason> reasons = liftedByConsent() ? EnumSet.noneOf(Reason.class) : liftable();
        if (breakGlass) {
            reasons.remove(Reason.OBJECTED_ICR);
        }
        if (rule.restriction() == Effect.WITHHOLD && isRestricted()) {
            reasons.add(Reason.RESTRICTED);
        }
        return reasons;
    }

    /** Why the message may leave, if nothing else stops it. */
    Reason permission() {
        if (rule.isStatutory()) {
            return Reason.STATUTORY_DUTY;
        }
        if (liftedByConsent() && !liftable().isEmpty()) {
            return Reason.PERMITTED_BY_CONSENT;
        }
        if (breakGlass && liftable().contains(Reason.OBJECTED_ICR)) {
            return Reason.BREAK_GLASS;
        }
        return status.state() == State.NOT_OPTED_OUT && !isStale()
                ? Reason.NOT_OPTED_OUT
                : Reason.OPT_OUT_NOT_APPLICABLE;
    }

    boolean needsCheck() {
        return status.state() == State.UNKNOWN || isStale();
    }

    /** What a specific consent lifts for its destination. */
    private Set<Reason> liftable() {
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        if (rule.icrObjection() == Effect.WITHHOLD && choices.objectsTo(destination)) {
            reasons.add(Reason.OBJECTED_ICR);
        }
        if (rule.nationalOptOut() == Effect.WITHHOLD && status.state() == State.OPTED_OUT) {
            reasons.add(Reason.OPTED_OUT_NATIONAL);
        }
        if (rule.unknownStatus() == Effect.HOLD && status.state() == State.UNKNOWN) {
            reasons.add(Reason.STATUS_UNKNOWN);
        }
        if (rule.staleStatus() == Effect.HOLD && isStale()) {
            reasons.add(Reason.STATUS_STALE);
        }
        return reasons;
    }

    private boolean liftedByConsent() {
        return choices.consentsTo(destination);
    }

    private boolean isRestricted() {
        return restrictedByFile || choices.restricts(destination);
    }

    private boolean isStale() {
        boolean olderThanHere = rule.maxAge()
                .flatMap(age -> status.checkedAt().map(at -> at.plus(age).isBefore(now)))
                .orElse(false);
        return status.stale() || olderThanHere;
    }
}
