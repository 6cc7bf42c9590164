package uk.gov.warwickshire.gateway.ops.console.policy;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import uk.gov.warwickshire.gateway.disclosure.Agreement;
import uk.gov.warwickshire.mappings.fhir.Category;

/** An agreement in words. */
record AgreementLine(
        String id,
        String group,
        String destination,
        String recipients,
        String categories,
        String areas,
        String time,
        boolean inForce,
        String partner) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);

    static AgreementLine of(Agreement agreement) {
        String until = agreement.until().map(day -> " until " + DAY.format(day)).orElse("");
        return new AgreementLine(
                agreement.id(),
                agreement.group(),
                agreement.destination(),
                agreement.odsCodes().isEmpty()
                        ? "whoever serves the destination"
                        : agreement.odsCodes().stream().sorted().collect(Collectors.joining(", ")),
                agreement.categories().stream().map(Category::code).sorted().collect(Collectors.joining(", ")),
                agreement.postcodeAreas().isEmpty()
                        ? "all"
                        : agreement.postcodeAreas().stream().sorted().collect(Collectors.joining(", ")),
                "from " + DAY.format(agreement.from()) + until,
                agreement.status() == Agreement.Status.IN_FORCE,
                (agreement.withheldNotice()
                                ? "learns that something is withheld"
                                : "learns nothing of what is withheld")
                        + (agreement.breakGlass() ? "; may override an objection in an emergency" : ""));
    }
}
