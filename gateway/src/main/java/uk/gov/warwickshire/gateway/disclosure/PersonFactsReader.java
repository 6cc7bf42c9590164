package uk.gov.warwickshire.gateway.disclosure;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.optout.OptOutRegister;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/** Looks up every person of a batch at once: the child and whoever else the resources are about. */
@Component
class PersonFactsReader {

    private final OptOutRegister register;
    private final ChoiceTable choices;

    PersonFactsReader(OptOutRegister register, ChoiceTable choices) {
        this.register = register;
        this.choices = choices;
    }

    PersonFacts read(Collection<Disclosure> disclosures, LocalDate today) {
        Set<NhsNumber> persons =
                disclosures.stream().flatMap(PersonFactsReader::persons).collect(Collectors.toUnmodifiableSet());
        return new PersonFacts(register.statusesOf(persons), choices.inForce(persons, today));
    }

    void requestChecks(Collection<NhsNumber> numbers) {
        if (!numbers.isEmpty()) {
            register.requestChecks(numbers);
        }
    }

    private static Stream<NhsNumber> persons(Disclosure disclosure) {
        Stream<Optional<NhsNumber>> others = disclosure.resources().stream()
                .flatMap(resource -> resource.about().stream())
                .map(OtherPerson::nhsNumber);
        return Stream.concat(Stream.of(disclosure.subject().nhsNumber()), others)
                .flatMap(Optional::stream);
    }
}
