package uk.gov.warwickshire.mappings.source.cin;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.gov.warwickshire.mappings.record.ChildRecord;
import uk.gov.warwickshire.mappings.record.Household;
import uk.gov.warwickshire.mappings.record.Identity;
import uk.gov.warwickshire.mappings.record.LookedAfter;
import uk.gov.warwickshire.mappings.record.Network;
import uk.gov.warwickshire.mappings.record.Person;
import uk.gov.warwickshire.mappings.source.code.CodeList;
import uk.gov.warwickshire.mappings.source.ssd.ReadOptions;
import uk.gov.warwickshire.mappings.source.ssd.ReadOutcome;

/**
 * Reads a child's entry into a record, by the rule written in {@code mappings/docs/reading.md}. Pure and safe for many
 * threads. The census knows no names, addresses, workers, placements and legal statuses: those parts are empty.
 */
public final class CensusChildReader {

    /** @param identity what the identity file says; the census itself has no NHS number */
    public ReadOutcome read(CensusEntry entry, Identity identity, ReadOptions options) {
        CensusContext context = new CensusContext(entry, options);
        Optional<Person> person = person(entry, context);
        EpisodeReader episodes = new EpisodeReader(context);
        entry.child().episodes().forEach(episodes::read);
        if (person.isEmpty() || context.findings().isChildRejected()) {
            return new ReadOutcome.RejectedChild(context.findings().all());
        }
        ChildRecord child = new ChildRecord(
                person.get(),
                identity,
                new Household(List.of(), List.of(), List.of()),
                episodes.childInNeed(),
                episodes.childProtection(),
                new LookedAfter(List.of(), List.of(), List.of()),
                List.of(),
                new Network(List.of(), List.of(), List.of()),
                context.findings().missing());
        return new ReadOutcome.Accepted(child, context.findings().all());
    }

    private static Optional<Person> person(CensusEntry entry, CensusContext context) {
        ChildIdentifiers ids = entry.child().identifiers();
        ModuleReader reader = context.reader(CensusModule.CHILD_IDENTIFIERS, ids.line());
        Optional<LocalDate> birth = reader.date(ids.birthDate(), "PersonBirthDate");
        Optional<LocalDate> death = reader.date(ids.deathDate(), "PersonDeathDate");
        if (birth.isPresent() && death.filter(d -> d.isBefore(birth.get())).isPresent()) {
            reader.reject(
                    "PersonDeathDate",
                    "DEATH_BEFORE_BIRTH",
                    "The date of death is before the date of birth. Correct it.");
        }
        ModuleReader characteristics = context.reader(
                CensusModule.CHILD_CHARACTERISTICS,
                entry.child().characteristics().line());
        Person person = new Person(
                entry.childId(), // LAchildID
                Optional.empty(), // forename = [none]
                Optional.empty(), // surname = [none]
                reader.coded(ids.sex().or(ids::gender), "Sex", CodeList.SEX),
                Optional.empty(), // gender = [none]: GenderCurrent meant the sex
                characteristics.coded(entry.child().characteristics().ethnicity(), "Ethnicity", CodeList.ETHNICITY),
                birth,
                birth.isPresent() ? Optional.empty() : reader.date(ids.expectedBirthDate(), "ExpectedPersonBirthDate"),
                death,
                ids.upn().map(CensusValue::text),
                ids.upnUnknown().map(CensusValue::text),
                Optional.empty(), // legacyId = [none]: FormerUPN names the child in another school's books
                false,
                Optional.empty(),
                disabilities(entry.child().characteristics(), characteristics),
                List.of(),
                reader.source());
        return reader.unlessRejected(person);
    }

    private static List<Person.Disability> disabilities(ChildCharacteristics of, ModuleReader reader) {
        return of.disabilities().stream()
                .map(value -> reader.coded(Optional.of(value), "Disability", CodeList.DISABILITY)
                        .orElseThrow())
                .distinct()
                .map(coded -> new Person.Disability("cin-" + coded.code().orElse(coded.text()), coded, reader.source()))
                .toList();
    }
}
