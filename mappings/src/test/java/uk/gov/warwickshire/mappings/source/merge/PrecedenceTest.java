package uk.gov.warwickshire.mappings.source.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.gov.warwickshire.mappings.cases.ChildRecordBuilder;
import uk.gov.warwickshire.mappings.record.ChildProtection.ChildProtectionPlan;
import uk.gov.warwickshire.mappings.record.ChildRecord;
import uk.gov.warwickshire.mappings.record.Coded;
import uk.gov.warwickshire.mappings.record.Period;
import uk.gov.warwickshire.mappings.record.Person;
import uk.gov.warwickshire.mappings.record.Rejection;
import uk.gov.warwickshire.mappings.record.SourceRow;

/** The written rule of precedence, line by line. */
class PrecedenceTest {

    private static final LocalDate REFERENCE_DATE = LocalDate.of(2025, 3, 31);
    private static final LocalDate START = LocalDate.of(2024, 5, 30);

    @ParameterizedTest(name = "dataset {0}, census {1}: {2}, {3}")
    @CsvSource({
        "open, open, open, ''",
        "2025-04-20, open, 2025-04-20, ''",
        "2025-03-31, open, open, PLAN_END_DIFFERS",
        "open, 2025-02-01, open, PLAN_END_DIFFERS",
        "2025-02-01, 2025-02-01, 2025-02-01, ''",
        "2025-02-01, 2025-02-20, 2025-02-20, PLAN_END_DIFFERS",
        "2025-02-20, 2025-02-01, 2025-02-20, PLAN_END_DIFFERS"
    })
    void aPlanEndsWhenNeitherSourceShowsItOpen(String ssd, String census, String merged, String finding) {
        MergedRecord result = RecordMerge.merge(
                child("ssd_cp_plans", "P1", ssd),
                child("ChildProtectionPlans", "cin-2024-05-30", census),
                REFERENCE_DATE);

        assertThat(result.child().childProtection().plans())
                .singleElement()
                .satisfies(plan -> assertThat(plan.id()).isEqualTo("P1"))
                .extracting(plan -> plan.period().end())
                .isEqualTo(end(merged));
        assertThat(result.findings())
                .extracting(Rejection::code)
                .isEqualTo(finding.isEmpty() ? List.of() : List.of(finding));
    }

    @Test
    void aPlanWithAnotherStartIsToldBesideTheDatasetsAndReported() {
        ChildRecord census = new ChildRecordBuilder(person("ChildIdentifiers", p -> p))
                .with(plan("ChildProtectionPlans", "cin-2024-06-03", START.plusDays(4), Optional.empty()))
                .build();

        MergedRecord result = RecordMerge.merge(child("ssd_cp_plans", "P1", "open"), census, REFERENCE_DATE);

        assertThat(result.child().childProtection().plans()).hasSize(2);
        assertThat(result.findings()).extracting(Rejection::code).containsExactly("PLAN_START_DIFFERS");
    }

    @Test
    void aDateOfBirthFillsOneThatWasOnlyEstimated() {
        ChildRecord ssd =
                new ChildRecordBuilder(person("ssd_person", p -> with(p, Optional.empty(), p.upn(), p.sex()))).build();
        ChildRecord census = new ChildRecordBuilder(person("ChildIdentifiers", p -> p)).build();

        Person merged = RecordMerge.merge(ssd, census, REFERENCE_DATE).child().person();

        assertThat(merged.birthDate()).contains(LocalDate.of(2015, 4, 1));
        assertThat(merged.expectedBirthDate()).isEmpty();
    }

    @Test
    void aCodeCountsBeforeAText() {
        ChildRecord ssd = new ChildRecordBuilder(
                        person("ssd_person", p -> with(p, p.birthDate(), p.upn(), Optional.of(Coded.textOnly("boy")))))
                .build();
        ChildRecord census = new ChildRecordBuilder(person("ChildIdentifiers", p -> p)).build();

        assertThat(RecordMerge.merge(ssd, census, REFERENCE_DATE)
                        .child()
                        .person()
                        .sex())
                .contains(Coded.of("M", "M"));
    }

    @ParameterizedTest(name = "born {0}, UPN {1}, sex {2}: same child {3}")
    @CsvSource({
        "2015-04-01, F937000012001, M, true",
        "2015-04-02, F937000012001, F, true",
        "2015-04-01, V937000012002, F, true",
        "2015-04-02, V937000012002, M, false",
        "2015-04-02, '', F, false",
        "2015-04-02, '', M, true",
        "2015-04-02, '', U, true"
    })
    void twoPersonsUnderOneIdAreNotMerged(String born, String upn, String sex, boolean same) {
        ChildRecord census = new ChildRecordBuilder(person(
                        "ChildIdentifiers",
                        p -> with(
                                p,
                                Optional.of(LocalDate.parse(born)),
                                Optional.of(upn).filter(u -> !u.isEmpty()),
                                Optional.of(Coded.of(sex, sex)))))
                .with(plan("ChildProtectionPlans", "cin-2024-05-30", START, Optional.empty()))
                .build();
        ChildRecord ssd = new ChildRecordBuilder(person("ssd_person", p -> p)).build();

        MergedRecord result = RecordMerge.merge(ssd, census, REFERENCE_DATE);

        assertThat(result.sameChild()).isEqualTo(same);
        assertThat(result.child().childProtection().plans()).hasSize(same ? 1 : 0);
        assertThat(result.findings().stream().anyMatch(f -> f.code().equals("NOT_SAME_CHILD")))
                .isEqualTo(!same);
    }

    private static ChildRecord child(String table, String planId, String end) {
        String person = table.startsWith("ssd") ? "ssd_person" : "ChildIdentifiers";
        return new ChildRecordBuilder(person(person, p -> p))
                .with(plan(table, planId, START, end(end)))
                .build();
    }

    private static ChildProtectionPlan plan(String table, String id, LocalDate start, Optional<LocalDate> end) {
        return new ChildProtectionPlan(
                id,
                Optional.empty(),
                Optional.empty(),
                new Period(Optional.of(start), end),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new SourceRow("file", table, 7));
    }

    private static Optional<LocalDate> end(String text) {
        return text.equals("open") ? Optional.empty() : Optional.of(LocalDate.parse(text));
    }

    private static Person person(String table, UnaryOperator<Person> changed) {
        return changed.apply(new Person(
                "C1",
                Optional.empty(),
                Optional.empty(),
                Optional.of(Coded.of("M", "M")),
                Optional.empty(),
                Optional.empty(),
                Optional.of(LocalDate.of(2015, 4, 1)),
                Optional.empty(),
                Optional.empty(),
                Optional.of("F937000012001"),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                List.of(),
                List.of(),
                new SourceRow("file", table, 2)));
    }

    private static Person with(Person p, Optional<LocalDate> birth, Optional<String> upn, Optional<Coded> sex) {
        return new Person(
                p.personId(),
                p.forename(),
                p.surname(),
                sex,
                p.gender(),
                p.ethnicity(),
                birth,
                birth.isPresent() ? Optional.empty() : Optional.of(LocalDate.of(2015, 4, 15)),
                p.deathDate(),
                upn,
                p.upnUnknownReason(),
                p.legacyId(),
                p.mother(),
                p.send(),
                p.disabilities(),
                p.linkedIdentifiers(),
                p.source());
    }
}
