package uk.gov.warwickshire.gateway.api.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import uk.gov.warwickshire.gateway.disclosure.Cleared;
import uk.gov.warwickshire.gateway.disclosure.Decision;
import uk.gov.warwickshire.gateway.disclosure.Reason;
import uk.gov.warwickshire.gateway.store.AnswerFacts;
import uk.gov.warwickshire.mappings.fhir.Category;

/** What was decided about one child, and what may be said of it. */
record ChildAnswer(Decision decision, AnswerFacts known, Admission admission) {

    Optional<Cleared> cleared() {
        return decision instanceof Cleared cleared ? Optional.of(cleared) : Optional.empty();
    }

    boolean isShown() {
        return decision instanceof Cleared;
    }

    boolean mayKnow() {
        return admission.mayKnow(known.facts().postcodeArea());
    }

    boolean wasOverridden() {
        return decision.headline() == Reason.BREAK_GLASS;
    }

    /** Whether part of the record is withheld, whether or not it was asked for, so that nothing is learned by asking. */
    boolean isPartly() {
        Set<Category> agreed = admission.agreedFor(known.facts().postcodeArea());
        return cleared()
                .map(cleared -> !cleared.leftOut().isEmpty()
                        || !agreed.containsAll(known.held())
                        // Whatever is held names the team or the professional who wrote it.
                        || !agreed.contains(Category.PROFESSIONAL_CONTACTS))
                .orElse(false);
    }

    /** Why, in the words that a partner may read. */
    List<String> reasons() {
        Stream<Reason> reasons = cleared()
                .map(cleared -> Stream.concat(
                        cleared.leftOut().stream().map(left -> left.reason()),
                        isPartly() ? Stream.of(Reason.CATEGORY_NOT_AGREED) : Stream.of()))
                .orElseGet(() -> decision.reasons().stream());
        return reasons.map(Reason::publicCode).distinct().toList();
    }
}
