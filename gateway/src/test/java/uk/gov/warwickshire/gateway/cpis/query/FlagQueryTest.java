package uk.gov.warwickshire.gateway.cpis.query;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.warwickshire.mappings.cpis.PlanType.CPP;
import static uk.gov.warwickshire.mappings.cpis.PlanType.LAC;
import static uk.gov.warwickshire.mappings.cpis.PlanType.UCP;

import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.gov.warwickshire.gateway.optout.OptOutStatus;
import uk.gov.warwickshire.gateway.testing.MovableClock;
import uk.gov.warwickshire.gateway.testing.TestDatabase;
import uk.gov.warwickshire.mappings.cpis.CpIsPlan;
import uk.gov.warwickshire.mappings.cpis.CpIsStatus.Problem;
import uk.gov.warwickshire.mappings.cpis.CpIsTimeline;
import uk.gov.warwickshire.mappings.cpis.CpIsTimeline.Unclear;
import uk.gov.warwickshire.mappings.cpis.PlanType;
import uk.gov.warwickshire.mappings.record.Identity;
import uk.gov.warwickshire.mappings.record.NhsNumber;
import uk.gov.warwickshire.mappings.record.VerificationStatus;

/** What a hospital is told over HTTP, and what is on record afterwards. */
class FlagQueryTest {

    private static final String NUMBER = "9449306753";
    private static final String CARE_TEAM =
            "/cp-is/FHIR/R4/CareTeam?patient:identifier=https://fhir.nhs.uk/Id/nhs-number|";
    private static final String AUDIT_EVENT = CARE_TEAM.replace("CareTeam", "AuditEvent");
    private static final String FLAG = "/patient-flags-api/FHIR/R4/Flag?patient=";
    private static final String[] SCHEDULED = {"IsUnscheduledAccessEvent", "false"};
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));
    private static final LocalDate BORN = TODAY.minusYears(9);

    private static TestDatabase database;
    private static QueryServer server;
    private static JdbcTemplate jdbc;

    @BeforeAll
    static void start() throws IOException, JOSEException {
        database = new TestDatabase();
        server = new QueryServer(database.url(), Map.of());
        jdbc = database.jdbc();
    }

    @AfterAll
    static void stop() {
        server.close();
        database.close();
    }

    @BeforeEach
    void empty() {
        jdbc.execute("truncate cpis_flag, cpis_query_access, cpis_query_author, cpis_access");
        server.bean(QueryTestApplication.Register.class).known.clear();
        server.bean(QueryTestApplication.Register.class).requested.clear();
    }

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
    void noChoiceHidesTheChildAndTheOptOutIsOnRecord() {
        held("OPTED-OUT", BORN, true, plan(CPP, -100));
        server.bean(QueryTestApplication.Register.class)
                .known
                .put(
                        new NhsNumber(NUMBER),
                        new OptOutStatus(OptOutStatus.State.OPTED_OUT, Optional.of(Instant.now()), false));

        assertThat(total()).isEqualTo(1);
        assertThat(jdbc.queryForMap("""
                        select headline, opt_out_state, kind, destination, recipient_ods, restricted
                          from disclosure_ledger where child_id = 'OPTED-OUT'
                        """))
                .containsEntry("headline", "STATUTORY_DUTY")
                .containsEntry("opt_out_state", "OPTED_OUT")
                .containsEntry("kind", "ANSWER")
                .containsEntry("recipient_ods", "RKB")
                .containsEntry("restricted", true);
    }

    @Test
    void anUnknownOptOutIsAskedForAndDoesNotDelay() {
        held("C1", BORN, plan(CPP, -100));

        assertThat(total()).isEqualTo(1);
        assertThat(server.bean(QueryTestApplication.Register.class).requested).containsExactly(new NhsNumber(NUMBER));
    }

    @Test
    void whatTheAgreementDoesNotNameIsLeftOutAndSaid() {
        held("C1", BORN, plan(CPP, -100), plan(LAC, -50));
        String token = server.token(claims -> claims.claim("ods_code", "RLT"));

        JsonNode bundle = json(server.get(CARE_TEAM + NUMBER, token));

        assertThat(bundle.path("total").asInt()).isEqualTo(1);
        assertThat(bundle.at("/entry/0/resource/category/0/coding/0/code").asString())
                .isEqualTo("342191000000101");
        assertThat(bundle.at("/entry/1/search/mode").asString()).isEqualTo("outcome");
    }

    @Test
    void withoutAnAgreementKnownAndUnknownAreRefusedAlike() {
        String token = server.token(claims -> claims.claim("ods_code", "RXX"));
        HttpResponse<String> unknown = server.get(CARE_TEAM + NUMBER, token);
        held("NOT-AGREED", BORN, plan(CPP, -100));
        HttpResponse<String> known = server.get(CARE_TEAM + NUMBER, token);

        assertThat(known.statusCode()).isEqualTo(403);
        assertThat(unknown.statusCode()).isEqualTo(403);
        assertThat(known.body()).isEqualTo(unknown.body()).contains("ACCESS_DENIED");
        assertThat(accesses()).isZero();
        assertThat(lastHeadline("NOT-AGREED")).isEqualTo("NO_AGREEMENT");
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

    @Test
    void unscheduledIsListedOnceADayForEachAuthorAndTheTeamIsTold() {
        held("C1", BORN, plan(CPP, -100));
        MovableClock clock = server.bean(MovableClock.class);
        Instant before = clock.instant();

        ask(CARE_TEAM + NUMBER);
        ask(FLAG + NUMBER);
        ask(CARE_TEAM + NUMBER, "NHSD-Session-URID", "110694889738");
        ask(CARE_TEAM + NUMBER, SCHEDULED);
        ask(AUDIT_EVENT + NUMBER);
        assertThat(accesses()).isEqualTo(2);
        clock.advance(Duration.ofHours(24));
        ask(CARE_TEAM + NUMBER);
        clock.advance(Duration.between(clock.instant(), before));

        JsonNode list = ask(AUDIT_EVENT + NUMBER
                + "&_include=AuditEvent:entity-type=http://terminology.hl7.org/CodeSystem/v3-RoleClass|ASSIGNED");
        assertThat(list.path("total").asInt()).isEqualTo(3);
        assertThat(list.path("entry").size()).isEqualTo(5);
        assertThat(jdbc.queryForObject(
                        "select count(*) from cpis_access where person_id = 'C1' and not empty and done_at is null",
                        Integer.class))
                .isEqualTo(3);
    }

    @Test
    void aScheduledAccessIsSilentAndAudited() {
        held("C1", BORN, plan(CPP, -100));
        long audited = audited();

        ask(CARE_TEAM + NUMBER, SCHEDULED);

        assertThat(accesses()).isZero();
        assertThat(audited()).isEqualTo(audited + 1);
    }

    @Test
    void theListEndsWithTwentyFive() {
        held("C1", BORN, plan(CPP, -100));
        for (int i = 0; i < 27; i++) {
            ask(CARE_TEAM + NUMBER, "NHSD-Session-URID", String.valueOf(100 + i));
        }

        assertThat(ask(AUDIT_EVENT + NUMBER).path("total").asInt()).isEqualTo(25);
        assertThat(ask(AUDIT_EVENT + NUMBER + "&_count=3").path("total").asInt())
                .isEqualTo(3);
    }

    @Test
    void theListIsShownOnlyWhileAPlanIs() {
        held("C1", BORN, plan(CPP, -100));
        ask(CARE_TEAM + NUMBER);
        held("C1", BORN, plan(CPP, -800, -400));

        assertThat(ask(AUDIT_EVENT + NUMBER).path("total").asInt()).isZero();
    }

    @Test
    void manyAtOnceAreEachAnsweredAndRecordedOnce() throws Exception {
        held("C1", BORN, plan(CPP, -100));
        long audited = audited();
        long decided = decided();
        ExecutorService hospitals = Executors.newFixedThreadPool(16);
        List<Future<JsonNode>> answers = new ArrayList<>();
        String token = server.token();
        for (int i = 0; i < 400; i++) {
            String path = i % 4 == 0 ? CARE_TEAM + "9449306761" : CARE_TEAM + NUMBER;
            answers.add(hospitals.submit(() -> json(server.get(path, token))));
        }
        int found = 0;
        for (Future<JsonNode> answer : answers) {
            found += answer.get().path("total").asInt();
        }
        hospitals.shutdown();

        assertThat(found).isEqualTo(300);
        assertThat(audited()).isEqualTo(audited + 400);
        assertThat(decided()).isEqualTo(decided + 300);
        assertThat(accesses()).isEqualTo(1);
        assertThat(jdbc.queryForObject("select times from cpis_query_author", Integer.class))
                .isBetween(1, 300);
    }

    private static int total() {
        return ask(CARE_TEAM + NUMBER).path("total").asInt();
    }

    private static JsonNode ask(String path, String... headers) {
        return json(server.get(path, server.token(), headers));
    }

    private static JsonNode json(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/fhir+json");
        return JsonMapper.shared().readTree(response.body());
    }

    private static void held(String child, LocalDate born, CpIsPlan... plans) {
        held(child, born, false, plans);
    }

    private static void held(String child, LocalDate born, boolean restricted, CpIsPlan... plans) {
        Identity identity = new Identity(Optional.of(new NhsNumber(NUMBER)), VerificationStatus.VERIFIED, restricted);
        save(new CpIsTimeline(child, child, identity, Optional.of(born), List.of(plans), List.of()));
    }

    private static void save(CpIsTimeline timeline) {
        server.bean(FlagTable.class).replace(List.of(timeline.childId()), List.of(timeline));
    }

    private static Identity verified() {
        return new Identity(Optional.of(new NhsNumber(NUMBER)), VerificationStatus.VERIFIED, false);
    }

    /** @param days from today */
    private static CpIsPlan plan(PlanType type, int start, int... end) {
        CpIsPlan open = CpIsPlan.open(type, type + "" + start, TODAY.plusDays(start));
        return end.length == 0 ? open : open.endedOn(TODAY.plusDays(end[0]));
    }

    private static long accesses() {
        return count("select count(*) from cpis_query_access");
    }

    private static long audited() {
        return count("select count(*) from audit_event");
    }

    private static long decided() {
        return count("select count(*) from disclosure_ledger");
    }

    private static long count(String sql) {
        return Optional.ofNullable(jdbc.queryForObject(sql, Long.class)).orElse(0L);
    }

    private static String lastHeadline(String child) {
        return String.valueOf(
                jdbc.queryForObject("select headline from disclosure_ledger where child_id = ?", String.class, child));
    }
}
