package uk.gov.warwickshire.gateway.cpis;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import uk.gov.warwickshire.gateway.common.RecordListener.DerivedRecord;
import uk.gov.warwickshire.mappings.cpis.CpIsStatus;
import uk.gov.warwickshire.mappings.cpis.CpIsStatuses;
import uk.gov.warwickshire.mappings.record.ChildInNeed;
import uk.gov.warwickshire.mappings.record.ChildProtection;
import uk.gov.warwickshire.mappings.record.ChildRecord;
import uk.gov.warwickshire.mappings.record.Household;
import uk.gov.warwickshire.mappings.record.Household.MotherLink;
import uk.gov.warwickshire.mappings.record.Identity;
import uk.gov.warwickshire.mappings.record.LookedAfter;
import uk.gov.warwickshire.mappings.record.Network;
import uk.gov.warwickshire.mappings.record.Person;

/**
 * Of a record, what CP-IS statuses are derived from and nothing else: kept, so that they can be derived anew each day.
 */
record ReducedRecord(ChildRecord record, Map<String, Identity> mothers) {

    private static final JsonMapper JSON = JsonMapper.shared();

    ReducedRecord {
        mothers = Map.copyOf(mothers);
    }

    /** Empty for a child without any plan or period of care: there is nothing to tell CP-IS. */
    static Optional<ReducedRecord> of(DerivedRecord derived) {
        ChildRecord child = derived.record();
        boolean concerned = !child.childProtection().plans().isEmpty()
                || !child.lookedAfter().episodes().isEmpty()
                || !child.lookedAfter().legalStatuses().isEmpty();
        return concerned ? Optional.of(new ReducedRecord(reduced(child), derived.identities())) : Optional.empty();
    }

    static ReducedRecord fromJson(String json) {
        return JSON.readValue(json, ReducedRecord.class);
    }

    String toJson() {
        return JSON.writeValueAsString(this);
    }

    List<CpIsStatus> statuses(CpIsStatuses rules, LocalDate today) {
        return rules.of(record, this::identityOf, today);
    }

    /** Of the child itself, or of a mother. */
    Identity identityOf(String personId) {
        return personId.equals(record.childId()) ? record.identity() : mothers.getOrDefault(personId, Identity.UNKNOWN);
    }

    Optional<LocalDate> birthDateOf(String personId) {
        if (personId.equals(record.childId())) {
            return record.person().birthDate();
        }
        return record.household().mothers().stream()
                .filter(link -> link.motherPersonId().equals(personId))
                .flatMap(link -> link.mother().stream())
                .flatMap(mother -> mother.birthDate().stream())
                .findFirst();
    }

    private static ChildRecord reduced(ChildRecord child) {
        List<MotherLink> mothers = child.household().mothers().stream()
                .map(link -> new MotherLink(
                        link.id(), link.motherPersonId(), link.mother().map(ReducedRecord::reduced), link.source()))
                .toList();
        return new ChildRecord(
                reduced(child.person()),
                child.identity(),
                new Household(List.of(), List.of(), mothers),
                new ChildInNeed(List.of(), List.of(), List.of()),
                new ChildProtection(
                        List.of(), List.of(), child.childProtection().plans(), List.of()),
                new LookedAfter(
                        child.lookedAfter().episodes(),
                        List.of(),
                        child.lookedAfter().legalStatuses()),
                List.of(),
                new Network(List.of(), List.of(), List.of()),
                0);
    }

    private static Person reduced(Person person) {
        return new Person(
                person.personId(),
                person.forename(),
                person.surname(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                person.birthDate(),
                person.expectedBirthDate(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                person.mother(),
                Optional.empty(),
                List.of(),
                List.of(),
                person.source());
    }
}
