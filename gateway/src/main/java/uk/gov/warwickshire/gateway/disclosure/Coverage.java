package uk.gov.warwickshire.gateway.disclosure;

import java.util.List;
import java.util.Optional;
import uk.gov.warwickshire.mappings.fhir.Category;

/**
 * What the agreements with one recipient cover for one child.
 *
 * @param inForce agreements in force today
 * @param expired agreements that once were
 * @param unsigned agreements that are drafted or begin later: what only they name has no agreement yet
 */
record Coverage(
        List<Agreement> inForce, List<Agreement> expired, List<Agreement> unsigned, Optional<String> postcodeArea) {

    /** Why nothing at all may go to this recipient. */
    Optional<Reason> refusal() {
        if (inForce.isEmpty()) {
            return Optional.of(expired.isEmpty() ? Reason.NO_AGREEMENT : Reason.AGREEMENT_EXPIRED);
        }
        return inForce.stream().noneMatch(this::coversArea) ? Optional.of(Reason.OUT_OF_REGION) : Optional.empty();
    }

    /** Why data of this category may not go. */
    Optional<Reason> refusalOf(Category category) {
        List<Agreement> naming = naming(inForce, category);
        if (naming.stream().anyMatch(this::coversArea)) {
            return Optional.empty();
        }
        if (!naming.isEmpty()) {
            return Optional.of(Reason.OUT_OF_REGION);
        }
        if (!naming(expired, category).isEmpty()) {
            return Optional.of(Reason.AGREEMENT_EXPIRED);
        }
        boolean foreseen = !naming(unsigned, category).isEmpty();
        return refusal().or(() -> Optional.of(foreseen ? Reason.NO_AGREEMENT : Reason.CATEGORY_NOT_AGREED));
    }

    /** Whether an agreement in force on this child lets the recipient override an objection. */
    boolean allowsBreakGlass() {
        return inForce.stream().filter(this::coversArea).anyMatch(Agreement::breakGlass);
    }

    private boolean coversArea(Agreement agreement) {
        return agreement.coversArea(postcodeArea);
    }

    private static List<Agreement> naming(List<Agreement> agreements, Category category) {
        return agreements.stream()
                .filter(agreement -> agreement.categories().contains(category))
                .toList();
    }
}
