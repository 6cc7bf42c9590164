package uk.gov.warwickshire.gateway.api.access;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import uk.gov.warwickshire.gateway.disclosure.DisclosedResource;
import uk.gov.warwickshire.gateway.disclosure.DisclosureForecast.Forecast;
import uk.gov.warwickshire.gateway.disclosure.OtherPerson;
import uk.gov.warwickshire.gateway.store.AnswerFacts;
import uk.gov.warwickshire.mappings.fhir.Category;

/** Reads what may be seen off the stand-ins that {@link AnswerDisclosures#ofRecord} put to the gate. */
final class SeenInForecast {

    private SeenInForecast() {}

    static Set<Category> categories(Forecast foreseen) {
        return foreseen.remaining().stream()
                .filter(standIn -> standIn.about().isEmpty())
                .map(DisclosedResource::category)
                .collect(Collectors.toUnmodifiableSet());
    }

    static Set<String> withheldPersons(Forecast foreseen, AnswerFacts child) {
        Set<String> seen = foreseen.remaining().stream()
                .map(DisclosedResource::about)
                .flatMap(Optional::stream)
                .map(OtherPerson::personId)
                .collect(Collectors.toUnmodifiableSet());
        return child.facts().others().keySet().stream()
                .filter(person -> !seen.contains(person))
                .collect(Collectors.toUnmodifiableSet());
    }
}
