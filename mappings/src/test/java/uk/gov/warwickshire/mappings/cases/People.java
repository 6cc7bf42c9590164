package uk.gov.warwickshire.mappings.cases;

import static uk.gov.warwickshire.mappings.cases.ChildRecordBuilder.between;
import static uk.gov.warwickshire.mappings.cases.ChildRecordBuilder.code;
import static uk.gov.warwickshire.mappings.cases.ChildRecordBuilder.day;
import static uk.gov.warwickshire.mappings.cases.ChildRecordBuilder.from;
import static uk.gov.warwickshire.mappings.cases.ChildRecordBuilder.row;

import java.util.List;
import java.util.Optional;
import uk.gov.warwickshire.mappings.record.Coded;
import uk.gov.warwickshire.mappings.record.Household;
import uk.gov.warwickshire.mappings.record.Network;
import uk.gov.warwickshire.mappings.record.Person;

/** The invented people and places of the cases. */
final class People {

    static final Network.Team TEAM = new Network.Team(
            "T10",
            Optional.of("Children's Team North"),
            Optional.of("01926 555010"),
            Optional.of("01926 555999"),
            Optional.of("north@council.example"),
            row("ssd_department", 4));
    static final Network.Professional WORKER = new Network.Professional(
            "P77",
            Optional.of("S4411"),
            Optional.of("Oluwaseun Falconer"),
            Optional.of("SW123456"),
            Optional.of("Senior Social Worker"),
            row("ssd_professionals", 9));
    static final Household.Address HOME = new Household.Address(
            "A1",
            Optional.of(Coded.textOnly("Primary Address")),
            List.of("7 Quarry Lane"),
            Optional.of("Testbury"),
            Optional.of("CV34 9ZZ"),
            Optional.of("100071234567"),
            from("2019-05-01"),
            row("ssd_address", 12));
    static final Household.Address PLACEMENT = new Household.Address(
            "A2",
            Optional.of(Coded.textOnly("Placement")),
            List.of("2 Hidden Close"),
            Optional.of("Secretham"),
            Optional.of("B1 1ZZ"),
            Optional.empty(),
            from("2025-02-03"),
            row("ssd_address", 13));

    private People() {}

    static Person child(String id, String forename, String surname, String birth) {
        return new Person(
                id,
                Optional.of(forename),
                Optional.of(surname),
                code("F", "F"),
                Optional.empty(),
                Optional.empty(),
                day(birth),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                List.of(),
                List.of(),
                row("ssd_person", 2));
    }

    static Person unborn(String id, String surname, String expected) {
        return new Person(
                id,
                Optional.empty(),
                Optional.of(surname),
                Optional.empty(),
                code("0", "Not yet born"),
                Optional.empty(),
                Optional.empty(),
                day(expected),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                List.of(),
                List.of(),
                row("ssd_person", 2));
    }

    /** Every column of ssd_person filled. */
    static Person everything(String id) {
        return new Person(
                id,
                Optional.of("Rowan"),
                Optional.of("Everard"),
                code("M", "Male"),
                code("1", "Male"),
                code("WIRT", "Traveller of Irish heritage"),
                day("2009-08-07"),
                day("2009-08-01"),
                day("2026-03-04"),
                Optional.of("H801200001001"),
                Optional.of("UN5"),
                Optional.of("L-9"),
                true,
                Optional.of(true),
                List.of(
                        new Person.Disability("D1", Coded.of("AUT", "Autism"), row("ssd_disability", 2)),
                        new Person.Disability("D2", Coded.of("NONE", "None"), row("ssd_disability", 3)),
                        new Person.Disability("D3", Coded.textOnly("Sensory"), row("ssd_disability", 4))),
                List.of(new Person.LinkedIdentifier(
                        "LI1",
                        "Home Office Registration",
                        "HO-1",
                        between("2020-01-01", "2021-01-01"),
                        row("ssd_linked_identifiers", 2))),
                row("ssd_person", 2));
    }

    static Network.Involvement keyWorker(String since) {
        return new Network.Involvement(
                "I1",
                Optional.of(WORKER.id()),
                Optional.of(Coded.textOnly("Allocated Case Worker")),
                Optional.of(TEAM.id()),
                from(since),
                Optional.empty(),
                row("ssd_involvements", 21));
    }
}
