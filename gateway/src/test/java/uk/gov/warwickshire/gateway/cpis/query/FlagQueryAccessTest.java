package uk.gov.warwickshire.gateway.cpis.query;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.warwickshire.mappings.cpis.PlanType.CPP;
import static uk.gov.warwickshire.mappings.cpis.PlanType.LAC;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import uk.gov.warwickshire.gateway.optout.OptOutStatus;
import uk.gov.warwickshire.gateway.testing.MovableClock;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/** To whom the flag query answers, and what is on record of each answer afterwards. */
class FlagQueryAccessTest extends FlagQueryFixture {

    private static final String AUDIT_EVENT = CARE_TEAM.replace("CareTeam", "AuditEvent");
    private static final String[] SCHEDULED = {"IsUnscheduledAccessEvent", "false"};

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

    private long accesses() {
        return count("select count(*) from cpis_query_access");
    }

    private long audited() {
        return count("select count(*) from audit_event");
    }

    private long decided() {
        return count("select count(*) from disclosure_ledger");
    }

    private long count(String sql) {
        return Optional.ofNullable(jdbc.queryForObject(sql, Long.class)).orElse(0L);
    }
}
