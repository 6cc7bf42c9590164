package uk.gov.warwickshire.mappings.source.cin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.gov.warwickshire.mappings.record.ChildProtection.ChildProtectionPlan;
import uk.gov.warwickshire.mappings.record.ChildRecord;
import uk.gov.warwickshire.mappings.record.Identity;
import uk.gov.warwickshire.mappings.record.Rejection;
import uk.gov.warwickshire.mappings.source.ByteSource;
import uk.gov.warwickshire.mappings.source.ssd.ReadOptions;
import uk.gov.warwickshire.mappings.source.ssd.ReadOutcome;

/** The two examples published with the peer validator, whose defects are known (source-formats.md 4 and 9). */
class PublishedExamplesTest {

    private static final Path DATA = Path.of("../../shared/data/socialcare/cin-census");
    private static final String FIRST = "DfEX0000001";
    private static final String SECOND = "child_fails_assessments";

    @ParameterizedTest
    @ValueSource(ints = {2024, 2026})
    void eachKnownDefectIsReportedUnderItsRule(int year) throws Exception {
        CensusFiles.Whole whole = example(year);

        assertThat(whole.survey().findings())
                .extracting(Rejection::code, f -> f.source().table())
                .containsExactly(tuple("100", "Header"), tuple("2887Q", "Disabilities"));
        assertThat(whole.children()).hasSize(2);
        assertThat(of(whole, FIRST))
                .as("false as a flag and Sex by number are delivered; only the latter breaks a rule")
                .containsExactlyInAnyOrder(
                        tuple("1510", "ChildIdentifiers", "UPN"),
                        tuple("1530", "ChildIdentifiers", "UPN"),
                        tuple("4180", "ChildIdentifiers", "Sex"),
                        tuple("STRAY_TEXT", "ChildIdentifiers", ""),
                        tuple("8620", "CINdetails", "CINclosureDate"),
                        tuple("8715", "CINdetails", "DateOfInitialCPC"),
                        tuple("8565", "Assessments", "AssessmentActualStartDate"),
                        tuple("8608", "Assessments", "AssessmentAuthorisationDate"),
                        tuple("8696", "Assessments", "AssessmentAuthorisationDate"),
                        tuple("4013", "CINPlanDates", "CINPlanEndDate"),
                        tuple("4016", "CINPlanDates", "CINPlanStartDate"),
                        tuple("1104", "Section47", "DateOfInitialCPC"),
                        tuple("8715", "Section47", "DateOfInitialCPC"),
                        tuple("2889", "Section47", "S47ActualStartDate"),
                        tuple("1105", "ChildProtectionPlans", "CPPstartDate"),
                        tuple("8565", "ChildProtectionPlans", "CPPendDate"),
                        tuple("8930", "ChildProtectionPlans", "CPPendDate"));
        assertThat(of(whole, SECOND))
                .containsExactlyInAnyOrder(
                        tuple("1570", "ChildIdentifiers", "LAchildID"),
                        tuple("1580", "ChildIdentifiers", "LAchildID"),
                        tuple("8600", "CINdetails", "CINreferralDate"),
                        tuple("8620", "CINdetails", "CINclosureDate"),
                        tuple("1103", "Assessments", "AssessmentActualStartDate"),
                        tuple("8897Q", "Assessments", "AssessmentFactors"));
    }

    /** The independent validator reports 21 rules as broken in this file. */
    @Test
    void asManyRulesAreBrokenAsThePeerFinds() throws Exception {
        assertThat(example(2026).codes())
                .filteredOn(code -> code.matches("[0-9]+Q?"))
                .hasSize(21);
    }

    @Test
    void brokenRulesKeepNothingBackThatCanBeRead() throws Exception {
        DeliveredChild first = example(2026).children().get(0);

        ReadOutcome outcome = new CensusChildReader()
                .read(first.entry().orElseThrow(), Identity.UNKNOWN, ReadOptions.on(LocalDate.of(2026, 4, 1)));

        ChildRecord child = ((ReadOutcome.Accepted) outcome).child();
        assertThat(child.person().sex().orElseThrow().code()).contains("M");
        assertThat(child.childInNeed().referrals()).hasSize(1);
        assertThat(child.childInNeed().assessments())
                .as("ends before it starts")
                .isEmpty();
        assertThat(child.childProtection().plans())
                .extracting(
                        ChildProtectionPlan::id,
                        p -> p.latestCategory().orElseThrow().code())
                .containsExactly(tuple("cin-2022-02-17", Optional.of("PHY")));
        assertThat(child.childProtection().conferences()).hasSize(2);
        assertThat(((ReadOutcome.Accepted) outcome).findings())
                .extracting(Rejection::code)
                .containsExactlyInAnyOrder("END_BEFORE_START", "UNKNOWN_CODE");
    }

    private static List<Tuple> of(CensusFiles.Whole whole, String child) {
        return whole.findings().stream()
                .filter(f -> f.childId().filter(child::equals).isPresent())
                .map(f -> tuple(f.code(), f.source().table(), f.field().orElse("")))
                .toList();
    }

    private static CensusFiles.Whole example(int year) throws Exception {
        Path file = DATA.resolve("CIN_Census_" + year + ".xml");
        assumeTrue(Files.exists(file), "skipped: ../shared/data/socialcare/cin-census is not there");
        return CensusFiles.read(file.getFileName().toString(), ByteSource.of(file));
    }
}
