package uk.gov.warwickshire.gateway.cpis.query;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.warwickshire.mappings.cpis.PlanType.CPP;
import static uk.gov.warwickshire.mappings.cpis.PlanType.LAC;
import static uk.gov.warwickshire.mappings.cpis.PlanType.UCP;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import uk.gov.warwickshire.gateway.testing.MovableClock;
import uk.gov.warwickshire.mappings.cpis.CpIsPlan;
import uk.gov.warwickshire.mappings.cpis.CpIsStatus.Problem;
import uk.gov.warwickshire.mappings.cpis.CpIsTimeline;
import uk.gov.warwickshire.mappings.cpis.CpIsTimeline.Unclear;
import uk.gov.warwickshire.mappings.record.Identity;
import uk.gov.warwickshire.mappings.record.NhsNumber;
import uk.gov.warwickshire.mappings.record.VerificationStatus;

/** What a hospital is told of a child over HTTP, by the record and the day. */
class FlagQueryTest extends FlagQueryFixture {

    @Test
    void aChildOnAPlanIsShownWithWhomToRing() {
        held("C1", BORN, plan(CPP, -100));

        JsonNode bundle = ask(CARE_TEAM + NUMBER);

        assertThat(bundle.path("total").asInt()).isEqualTo(1);
        JsonNode team = bundle.at("/entry/0/resource");
        assertThat(team.at("/category/0/coding/0/code").asString()).isEqualTo("342191000000101");
        assertThat(team.at("/period/start").asString())
                .isEqualTo(TODAY.minusDays(100).toString());
        assertThat(team.at("/telecom/1/value").asString()).isEqualTo("01632 960999");
    }

    @Test
    void whoIsNotHeldIsNotFound() {
        JsonNode bundle = ask(CARE_TEAM + NUMBER);

        assertThat(bundle.path("total").asInt()).isZero();
        assertThat(bundle.has("entry")).isFalse();
    }

    /** Each is asked about after the night, without any new extract. */
    @Test
    void theDayDecidesNotTheExtract() {
        held("C1", TODAY.minusYears(18).plusDays(1), plan(CPP, -100));
        assertThat(total()).isEqualTo(1);
        held("C1", TODAY.minusYears(18), plan(CPP, -100));
        assertThat(total()).isZero();
        held("C1", BORN, plan(CPP, -800, -365));
        assertThat(total()).isEqualTo(1);
        held("C1", BORN, plan(CPP, -800, -366));
        assertThat(total()).isZero();
        held("C1", BORN, plan(CPP, 1));
        assertThat(total()).isZero();
        held("C1", BORN, plan(CPP, -1, 5));
        assertThat(ask(CARE_TEAM + NUMBER).at("/entry/0/resource/period").has("end"))
                .isFalse();
    }

    @Test
    void atMidnightTheAnswerChangesByItself() {
        MovableClock clock = server.bean(MovableClock.class);
        Instant before = clock.instant();
        held("C1", TODAY.minusYears(18).plusDays(1), plan(LAC, -100));
        try {
            assertThat(total()).isEqualTo(1);
            clock.advance(Duration.ofDays(1));
            assertThat(total()).isZero();
        } finally {
            clock.advance(Duration.between(clock.instant(), before));
        }
    }

    @Test
    void aPlanOfAnUnbornChildIsFoundByTheMother() {
        CpIsPlan plan = plan(UCP, -30);
        save(new CpIsTimeline(
                "UNBORN-1", "M1", verified(), Optional.of(TODAY.minusYears(30)), List.of(plan), List.of()));
        save(new CpIsTimeline(
                "UNBORN-2", "M1", verified(), Optional.of(TODAY.minusYears(30)), List.of(plan(UCP, -20)), List.of()));

        JsonNode bundle = ask(CARE_TEAM + NUMBER);

        assertThat(bundle.path("total").asInt()).as("twins are one status").isEqualTo(1);
        assertThat(bundle.at("/entry/0/resource/category/0/coding/0/code").asString())
                .isEqualTo("818901000000100");
        assertThat(jdbc.queryForList("select distinct child_id from disclosure_ledger where child_id like 'UNBORN%'"))
                .hasSize(2);
    }

    @Test
    void anUnverifiedNumberShowsNothingAndSaysSo() {
        Identity unverified =
                new Identity(Optional.of(new NhsNumber(NUMBER)), VerificationStatus.TRACE_REQUIRED, false);
        save(new CpIsTimeline(
                "UNVERIFIED", "UNVERIFIED", unverified, Optional.of(BORN), List.of(plan(CPP, -3)), List.of()));

        JsonNode bundle = ask(CARE_TEAM + NUMBER);

        assertThat(bundle.path("total").asInt()).isZero();
        assertThat(bundle.at("/entry/0/search/mode").asString()).isEqualTo("outcome");
        assertThat(bundle.at("/entry/0/resource/issue/0/details/text").asString())
                .contains("not been verified", "01632 960999");
        assertThat(lastHeadline("UNVERIFIED")).isEqualTo("NHS_NUMBER_UNVERIFIED");
    }

    @Test
    void aNumberOfTwoPeopleShowsNeitherAndSaysSo() {
        held("C1", BORN, plan(CPP, -3));
        held("C2", BORN, plan(LAC, -3));

        JsonNode bundle = ask(CARE_TEAM + NUMBER);

        assertThat(bundle.path("total").asInt()).isZero();
        assertThat(bundle.at("/entry/0/resource/issue/0/details/text").asString())
                .contains("More than one");
    }

    @Test
    void aRecordThatCannotBeReadIsSaidToBeIncomplete() {
        save(new CpIsTimeline(
                "C1",
                "C1",
                verified(),
                Optional.of(BORN),
                List.of(),
                List.of(new Unclear(Problem.LEGAL_STATUS_MISSING, Optional.empty()))));

        assertThat(ask(CARE_TEAM + NUMBER).at("/entry/0/resource/issue/0/code").asString())
                .isEqualTo("incomplete");
    }

    @Test
    void aNumberThatReplacedOursLeadsToTheRecord() {
        held("C1", BORN, plan(CPP, -3));
        jdbc.update("""
                insert into cpis_inactive_number (nhs_number, replacement, message_id, notified_at)
                values (?, '9449306761', 'm', now())
                """, NUMBER);
        try {
            assertThat(ask(CARE_TEAM + "9449306761").path("total").asInt()).isEqualTo(1);
            assertThat(total()).isEqualTo(1);
        } finally {
            jdbc.update("delete from cpis_inactive_number");
        }
    }

    @Test
    void flagsComeWithPlansAndTeams() {
        held("C1", BORN, plan(CPP, -100), plan(LAC, -400, -20));

        JsonNode bundle = ask(FLAG + NUMBER + "&code=child-protection-information-system-flag");
        JsonNode alias = ask("/patient-flags-api/FHIR/R4/PatientFlag?patient=" + NUMBER);

        assertThat(bundle.path("total").asInt()).isEqualTo(1);
        assertThat(bundle.path("entry").valueStream().map(entry -> entry.at("/resource/resourceType")
                        .asString()))
                .containsExactly("Flag", "CarePlan", "CarePlan", "CareTeam", "CareTeam");
        assertThat(alias.path("entry").size()).isEqualTo(5);
    }

    private static Identity verified() {
        return new Identity(Optional.of(new NhsNumber(NUMBER)), VerificationStatus.VERIFIED, false);
    }
}
