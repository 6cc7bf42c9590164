package uk.gov.warwickshire.gateway.disclosure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.Destination;
import uk.gov.warwickshire.mappings.fhir.Category;

/** What every decision on a push to a destination rests on today, whoever the child is. */
@Component
public class TermsInForce {

    private final CurrentTerms terms;
    private final Clock clock;

    TermsInForce(CurrentTerms terms, Clock clock) {
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * The policy version and the agreements in force today with their categories and postcode areas, one to a line. Two
     * texts that are the same mean that passing days and new files have changed no decision.
     */
    public String at(Destination destination) {
        Terms now = terms.now();
        List<Agreement> inForce = now.agreements().inForce(destination, Optional.empty(), today());
        return Stream.concat(
                        Stream.of("policy " + now.policy().version()),
                        inForce.stream().map(TermsInForce::text).sorted())
                .collect(Collectors.joining("\n"));
    }

    /** The last birth date of those who are old enough for the destination today; empty where it has no minimum age. */
    public Optional<LocalDate> bornBy(Destination destination) {
        return terms.now()
                .policy()
                .ruleFor(destination)
                .flatMap(DestinationRule::minimumAgeYears)
                .map(years -> today().minusYears(years));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Judge.ZONE);
    }

    private static String text(Agreement agreement) {
        return "agreement %s, categories %s, areas %s"
                .formatted(
                        agreement.id(),
                        sorted(agreement.categories().stream()
                                .map(Category::code)
                                .toList()),
                        sorted(agreement.postcodeAreas()));
    }

    private static List<String> sorted(Collection<String> words) {
        return words.stream().sorted().toList();
    }
}
