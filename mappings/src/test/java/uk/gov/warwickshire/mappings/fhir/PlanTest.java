package uk.gov.warwickshire.mappings.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.gov.warwickshire.mappings.cases.ChildRecordBuilder;
import uk.gov.warwickshire.mappings.cases.ChildRecords;
import uk.gov.warwickshire.mappings.record.ChildProtection.ChildProtectionPlan;
import uk.gov.warwickshire.mappings.record.Period;
import uk.gov.warwickshire.mappings.record.Person;

class PlanTest {

    @ParameterizedTest(name = "born {0}, expected {1}, plan from {2}: {3}")
    @CsvSource({
        "2018-09-30,           , 2025-03-14, child-protection",
        "2026-03-02, 2026-03-01, 2025-12-12, child-protection",
        "          , 2026-03-01, 2025-12-12, unborn-child-protection",
        "          , 2026-03-01,           , unborn-child-protection",
        // Liquidlogic keeps the estimated date of a live child where others keep the expected one
        "          , 2014-01-01, 2025-12-12, child-protection",
        "          ,           , 2025-12-12, child-protection"
    })
    void isForAnUnbornChildIfTheBirthIsExpectedAfterItBegan(
            LocalDate birth, LocalDate expected, LocalDate start, String type) {
        ChildProtectionPlan plan = new ChildProtectionPlan(
                "CP1",
                Optional.empty(),
                Optional.empty(),
                new Period(Optional.ofNullable(start), Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ChildRecordBuilder.row("ssd_cp_plans", 2));

        assertThat(Plan.of(plan, person(birth, expected)).type()).isEqualTo(type);
    }

    private static Person person(LocalDate birth, LocalDate expected) {
        Person minimal = ChildRecords.cases().get("minimal").person();
        return new Person(
                minimal.personId(),
                minimal.forename(),
                minimal.surname(),
                minimal.sex(),
                minimal.gender(),
                minimal.ethnicity(),
                Optional.ofNullable(birth),
                Optional.ofNullable(expected),
                minimal.deathDate(),
                minimal.upn(),
                minimal.upnUnknownReason(),
                minimal.legacyId(),
                minimal.mother(),
                minimal.send(),
                minimal.disabilities(),
                minimal.linkedIdentifiers(),
                minimal.source());
    }
}
