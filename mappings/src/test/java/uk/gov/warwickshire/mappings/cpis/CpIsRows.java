package uk.gov.warwickshire.mappings.cpis;

import static uk.gov.warwickshire.mappings.cases.ChildRecordBuilder.row;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.gov.warwickshire.mappings.record.ChildProtection.ChildProtectionPlan;
import uk.gov.warwickshire.mappings.record.Coded;
import uk.gov.warwickshire.mappings.record.Household.MotherLink;
import uk.gov.warwickshire.mappings.record.LookedAfter.Episode;
import uk.gov.warwickshire.mappings.record.LookedAfter.LegalStatus;
import uk.gov.warwickshire.mappings.record.Period;
import uk.gov.warwickshire.mappings.record.Person;

/** Rows with nothing but what CP-IS looks at. */
final class CpIsRows {

    private CpIsRows() {}

    static Person person(String id, Optional<LocalDate> birth, Optional<LocalDate> expected) {
        return new Person(
                id,
                Optional.of("Cora"),
                Optional.of("Planter"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                birth,
                expected,
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

    static MotherLink mother(String id) {
        Person mother = person(id, Optional.of(LocalDate.parse("1999-01-01")), Optional.empty());
        return new MotherLink("ML-" + id, id, Optional.of(mother), row("ssd_mother", 2));
    }

    static ChildProtectionPlan plan(String id, Period period) {
        return plan(id, period, false);
    }

    static ChildProtectionPlan plan(String id, Period period, boolean otherAuthority) {
        return new ChildProtectionPlan(
                id,
                Optional.empty(),
                Optional.empty(),
                period,
                Optional.empty(),
                Optional.empty(),
                Optional.of(otherAuthority),
                row("ssd_cp_plans", 2));
    }

    static Episode episode(String id, Period period) {
        return new Episode(
                id,
                Optional.of("CLA1"),
                Optional.empty(),
                period,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                row("ssd_cla_episodes", 2));
    }

    static LegalStatus legal(String id, String code, String text, Period period) {
        return new LegalStatus(id, new Coded(Optional.ofNullable(code), text), period, row("ssd_legal_status", 2));
    }
}
