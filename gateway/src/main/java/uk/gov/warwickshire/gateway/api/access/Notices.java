package uk.gov.warwickshire.gateway.api.access;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What is said about what is not shown. Of a child whom the partner may not know of it depends on nothing: the words are
 * those for a child who is not known.
 */
final class Notices {

    private static final Set<String> DIRECTORY = Set.of("Organization", "Practitioner", "PractitionerRole");

    private Notices() {}

    static Notice of(Question question, Admission admission, Collection<ChildAnswer> children) {
        List<String> reasons = children.stream()
                .filter(ChildAnswer::mayKnow)
                .filter(child -> !child.isShown() || child.isPartly())
                .flatMap(child -> child.reasons().stream())
                .distinct()
                .toList();
        if (!reasons.isEmpty()) {
            return Notice.withReasons(reasons);
        }
        if (children.stream().anyMatch(ChildAnswer::isPartly)) {
            return Notice.WITHHELD;
        }
        return children.stream().anyMatch(ChildAnswer::isShown) ? ofShown(question) : ofNothing(question, admission);
    }

    /** Among those whom a search by name finds there may be others who are not shown. */
    private static Notice ofShown(Question question) {
        return question.resourceType().equals("Patient")
                        && !question.interaction().isByName()
                ? Notice.MAY_BE_WITHHELD
                : Notice.COMPLETE;
    }

    private static Notice ofNothing(Question question, Admission admission) {
        return DIRECTORY.contains(question.resourceType()) && admission.agreesToTheDirectory()
                ? Notice.COMPLETE
                : Notice.MAY_BE_WITHHELD;
    }
}
