package uk.gov.warwickshire.gateway.api.access;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.gov.warwickshire.gateway.common.Destination;
import uk.gov.warwickshire.gateway.disclosure.Agreement;
import uk.gov.warwickshire.mappings.fhir.Category;

/**
 * On what terms an organisation may ask for this purpose today.
 *
 * @param terms agreements in force, by the destination to which the organisation's reads belong
 */
record Admission(String purpose, Map<Destination, List<Agreement>> terms) {

    Admission {
        terms = new LinkedHashMap<>(terms);
        if (terms.isEmpty()) {
            throw new IllegalArgumentException("nobody is admitted without terms");
        }
    }

    /** Where an organisation is named in several places, the one in whose region the child lives. */
    Destination destinationFor(Optional<String> postcodeArea) {
        return terms.keySet().stream()
                .filter(destination ->
                        covering(destination, postcodeArea).findAny().isPresent())
                .findFirst()
                .orElseGet(() -> terms.keySet().iterator().next());
    }

    /** Whether the partner may learn that, and why, something about a child is withheld. */
    boolean mayKnow(Optional<String> postcodeArea) {
        return covering(destinationFor(postcodeArea), postcodeArea).anyMatch(Agreement::withheldNotice);
    }

    Set<Category> agreedFor(Optional<String> postcodeArea) {
        return covering(destinationFor(postcodeArea), postcodeArea)
                .flatMap(agreement -> agreement.categories().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Of what belongs to no child. */
    boolean agrees(Category category) {
        return terms.values().stream()
                .flatMap(List::stream)
                .anyMatch(agreement -> agreement.categories().contains(category));
    }

    /** Of what belongs to no child: the categories that are agreed. */
    Set<Category> agreedOfTheDirectory() {
        return Arrays.stream(Category.values()).filter(this::agrees).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the whole directory is agreed: teams and professionals, and the council itself. */
    boolean agreesToTheDirectory() {
        return agrees(Category.PROFESSIONAL_CONTACTS) && agrees(Category.DEMOGRAPHICS);
    }

    boolean allowsBreakGlass() {
        return terms.values().stream().flatMap(List::stream).anyMatch(Agreement::breakGlass);
    }

    private Stream<Agreement> covering(Destination destination, Optional<String> postcodeArea) {
        return terms.getOrDefault(destination, List.of()).stream()
                .filter(agreement -> agreement.postcodeAreas().isEmpty()
                        || postcodeArea.map(agreement.postcodeAreas()::contains).orElse(false));
    }
}
