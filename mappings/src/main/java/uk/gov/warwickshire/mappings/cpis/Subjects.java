package uk.gov.warwickshire.mappings.cpis;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import uk.gov.warwickshire.mappings.cpis.CpIsStatus.Problem;
import uk.gov.warwickshire.mappings.record.ChildRecord;
import uk.gov.warwickshire.mappings.record.Household.MotherLink;
import uk.gov.warwickshire.mappings.record.Identity;
import uk.gov.warwickshire.mappings.record.NhsNumber;
import uk.gov.warwickshire.mappings.record.Person;
import uk.gov.warwickshire.mappings.record.VerificationStatus;

/** Subjects from the record; what is missing is noted as a problem. */
final class Subjects {

    private Subjects() {}

    static Optional<CpIsSubject> child(ChildRecord child, Found found) {
        Optional<NhsNumber> number = verified(child.identity());
        if (number.isEmpty()) {
            found.problem(Problem.NHS_NUMBER_NOT_VERIFIED);
        }
        if (child.person().birthDate().isEmpty()) {
            found.problem(Problem.BIRTH_DATE_MISSING);
        }
        if (!hasName(child.person())) {
            found.problem(Problem.NAME_MISSING);
        }
        return number.flatMap(n -> subject(n, child.person()));
    }

    static Optional<CpIsSubject> mother(ChildRecord child, Function<String, Identity> identityOf, Found found) {
        List<MotherLink> mothers = child.household().mothers();
        long people =
                mothers.stream().map(MotherLink::motherPersonId).distinct().count();
        if (people != 1) {
            found.problem(people == 0 ? Problem.MOTHER_UNKNOWN : Problem.MOTHER_AMBIGUOUS);
            return Optional.empty();
        }
        Optional<NhsNumber> number = verified(identityOf.apply(mothers.get(0).motherPersonId()));
        if (number.isEmpty()) {
            found.problem(Problem.MOTHER_NHS_NUMBER_NOT_VERIFIED);
        }
        Optional<Person> mother =
                mothers.stream().flatMap(link -> link.mother().stream()).findFirst();
        if (mother.filter(m -> m.birthDate().isPresent() && hasName(m)).isEmpty()) {
            found.problem(Problem.MOTHER_DETAILS_MISSING);
        }
        return number.flatMap(n -> mother.flatMap(m -> subject(n, m)));
    }

    private static Optional<CpIsSubject> subject(NhsNumber number, Person person) {
        if (!hasName(person)) {
            return Optional.empty();
        }
        return person.birthDate().flatMap(birth -> person.surname().flatMap(family -> person.forename()
                .map(given -> new CpIsSubject(
                        number, Optional.of(person.personId()), family.strip(), List.of(given.strip()), birth))));
    }

    private static boolean hasName(Person person) {
        return person.surname().filter(SendableText::isSendable).isPresent()
                && person.forename().filter(SendableText::isSendable).isPresent();
    }

    private static Optional<NhsNumber> verified(Identity identity) {
        return identity.status() == VerificationStatus.VERIFIED ? identity.nhsNumber() : Optional.empty();
    }
}
