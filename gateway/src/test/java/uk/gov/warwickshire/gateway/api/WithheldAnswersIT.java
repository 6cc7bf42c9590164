package uk.gov.warwickshire.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ca.uhn.fhir.context.FhirContext;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.gov.warwickshire.gateway.disclosure.Choice;
import uk.gov.warwickshire.gateway.disclosure.ChoiceRegister;
import uk.gov.warwickshire.gateway.store.TestRecords;

/** What may not be seen is learned by no other way of asking, and what is recorded as shown is what was shown. */
class WithheldAnswersIT {

    /** Agreements that the tests add to the demo's. */
    private static final String INFORMED = "RTT";

    private static final String NARROW = "RTX";
    /** Herefordshire and Worcestershire: not of looked-after children. */
    private static final String PARTIAL = "RLQ";

    private static final String REASON = "X-Break-Glass-Reason";
    private static final TestRecords CHILD = TestRecords.child(501).flags("one", "two", "three");
    private static final TestRecords HEREFORD = TestRecords.child(502).postcode("HR");
    private static final TestRecords OBJECTED = TestRecords.child(503).family("Objector");

    private static ApiGateway gateway;

    @BeforeAll
    static void start() {
        gateway = ApiGateway.shared();
        gateway.save(CHILD, HEREFORD, OBJECTED);
        gateway.bean(ChoiceRegister.class)
                .save(List.of(new Choice(
                        OBJECTED.nhsNumber().orElseThrow(),
                        Choice.Kind.OBJECT_ICR,
                        Optional.empty(),
                        "the person",
                        LocalDate.now().minusDays(3),
                        Optional.empty(),
                        new Choice.Source("batch", "choices.csv", 2))));
    }

    @Test
    void noEarlierVersionIsShownThatMayNotBeSeen() {
        gateway.save(HEREFORD.family("Renamed"));
        String path = "/Patient/" + HEREFORD.patientId() + "/_history";
        assertThat(parsed(get(path, PARTIAL)).getTotal()).isEqualTo(2);
        gateway.jdbc.update(
                "update resource_history set category = 'looked-after' where type = 'Patient' and id = ? and version = 1",
                HEREFORD.patientId());

        HttpResponse<String> history = get(path, PARTIAL);

        assertThat(parsed(history).getEntry()).hasSize(1);
        assertThat(history.body()).contains("Renamed").doesNotContain("Example", "\"total\"");
        assertThat(get(path + "/1", PARTIAL).statusCode()).isEqualTo(404);
        assertThat(get(path + "/2", PARTIAL).statusCode()).isEqualTo(200);
    }

    @Test
    void aPageOfARecordIsRecordedAsThatPageAndNothingIsSkippedWhenTheRecordChanges() {
        String whole = "/Patient/" + CHILD.patientId() + "/$everything";
        assertThat(parsed(get(whole, ApiGateway.PARTNER)).getEntry()).hasSize(5);

        HttpResponse<String> first = get(whole + "?_count=2", ApiGateway.PARTNER, "X-Request-ID", "page-1");
        List<String> shown = shown(first);
        assertThat(shown).hasSize(2).element(0).isEqualTo("Patient/" + CHILD.patientId());
        assertThat(recorded("page-1")).containsExactlyInAnyOrderElementsOf(shown);
        assertThat(parsed(first).getTotal()).isEqualTo(5);

        List<String> kept = new ArrayList<>(List.of("one", "two", "three"));
        kept.removeIf(flag -> shown.get(1).equals("Flag/" + flagId(flag)));
        gateway.save(CHILD.flags(kept.toArray(String[]::new)));
        String next =
                parsed(first).getLink("next").getUrl().substring(gateway.base().length());

        HttpResponse<String> second = get(next, ApiGateway.PARTNER, "X-Request-ID", "page-2");

        assertThat(shown(second))
                .containsExactlyInAnyOrderElementsOf(
                        kept.stream().map(flag -> "Flag/" + flagId(flag)).toList());
        assertThat(recorded("page-2")).containsExactlyInAnyOrderElementsOf(shown(second));
    }

    @Test
    void onlyTheTypesThatWereAskedForAreRecordedAsShown() {
        String path = "/Patient/" + OBJECTED.patientId() + "/$everything?_type=";
        assertThat(parsed(get("/Patient/" + CHILD.patientId() + "/$everything?_type=Task", ApiGateway.PARTNER))
                        .getEntry())
                .isEmpty();
        assertThat(get(path + "Task", ApiGateway.PARTNER).statusCode()).isEqualTo(404);
        get(
                "/Patient/" + CHILD.patientId() + "/$everything?_type=Patient",
                ApiGateway.PARTNER,
                "X-Request-ID",
                "patient-alone");
        assertThat(recorded("patient-alone")).containsExactly("Patient/" + CHILD.patientId());
    }

    @Test
    void theOneWhoIsCertainIsSoWhoeverElseThereIs() {
        TestRecords here = TestRecords.child(504).family("Twofold");
        TestRecords there = new TestRecords(
                "child-504-there",
                here.nhsNumber(),
                Optional.of("HR"),
                false,
                "Twofold",
                List.of("child-protection"),
                Optional.empty(),
                "Team");
        gateway.save(here, there);
        gateway.jdbc.update("""
                update resource set content = convert_to(replace(convert_from(content, 'UTF8'), '"name":',
                                                                 '"birthDate":"2015-03-04","name":'), 'UTF8')
                 where type = 'Patient' and id in (?, ?)
                """, here.patientId(), there.patientId());
        String asked = """
                {"resourceType":"Parameters","parameter":[{"name":"onlyCertainMatches","valueBoolean":true},
                 {"name":"resource","resource":{"resourceType":"Patient","birthDate":"2015-03-04",
                  "identifier":[{"system":"https://fhir.nhs.uk/Id/nhs-number","value":"%s"}]}}]}
                """.formatted(here.nhsNumber().orElseThrow().digits());

        await().untilAsserted(() -> {
            Bundle found = parsed(gateway.send(
                    "POST", "/Patient/$match", gateway.token(), asked, "Content-Type", "application/fhir+json"));
            assertThat(found.getEntryFirstRep().getResource().getIdElement().getIdPart())
                    .isEqualTo(here.patientId());
            assertThat(found.getTotal()).isEqualTo(1);
        });
    }

    @Test
    void anOverrideIsOfOneChild() {
        String reason = "found unconscious at home";
        long grants = gateway.count("break_glass_grant");
        for (String search : List.of(
                "/Patient?name=Objector",
                "/Flag?patient=" + OBJECTED.patientId() + "," + CHILD.patientId(),
                "/Flag?patient.name=Objector")) {
            HttpResponse<String> refused = get(search, INFORMED, REASON, reason);
            assertThat(refused.statusCode()).as(search).isEqualTo(400);
            assertThat(refused.body()).contains("break-glass-one-child");
        }
        HttpResponse<String> match = gateway.send(
                "POST",
                "/Patient/$match",
                token(INFORMED),
                "{\"resourceType\":\"Parameters\"}",
                "Content-Type",
                "application/fhir+json",
                REASON,
                reason);
        assertThat(match.body()).contains("break-glass-one-child");
        assertThat(gateway.count("break_glass_grant")).isEqualTo(grants);

        String one = "/Flag?patient=" + OBJECTED.patientId();
        assertThat(parsed(get(one, INFORMED)).getTotal()).isZero();
        assertThat(get(one, INFORMED).body()).contains("OBJECTED_ICR");
        assertThat(parsed(get(one, INFORMED, REASON, reason)).getTotal()).isEqualTo(1);
        assertThat(gateway.count("break_glass_grant")).isEqualTo(grants + 1);
    }

    @Test
    void professionalsWhoMayNotBeSeenAreNotTakenForNone() {
        HttpResponse<String> teams = get("/Organization?name=Team", NARROW);
        assertThat(parsed(teams).getTotal()).isZero();
        assertThat(parsed(teams).getEntryFirstRep().getResource()).isInstanceOf(OperationOutcome.class);

        HttpResponse<String> child =
                get("/Patient?_id=" + CHILD.patientId() + "&_include=Patient:organization", NARROW);
        assertThat(shown(child)).containsExactly("Patient/" + CHILD.patientId());
        assertThat(child.body()).contains("\"code\":\"withheld\"");
        assertThat(shown(get("/Organization?name=Team", ApiGateway.PARTNER))).hasSize(1);
    }

    @Test
    void whatTheTokenDoesNotReachIsNotTakenForNone() {
        String patients = gateway.issuer.token("narrow", ApiGateway.PARTNER, "system/Patient.rs system/Task.rs");
        String id = CHILD.patientId();
        for (String search : List.of(
                "/Patient?_id=" + id + "&_revinclude=Flag:patient",
                "/Patient?_id=" + id + "&_has:Flag:patient:status=active")) {
            HttpResponse<String> refused = gateway.get(search, patients);
            assertThat(refused.statusCode()).as(search).isEqualTo(403);
            assertThat(refused.body()).contains("scope-missing");
        }
        assertThat(gateway.get("/Task?patient.identifier=x&_include=Task:patient", patients)
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> record = gateway.get("/Patient/" + id + "/$everything", patients);
        assertThat(shown(record)).containsExactly("Patient/" + id);
        assertThat(record.body()).contains("\"code\":\"withheld\"");
        assertThat(gateway.get("/Patient/" + id + "/$social-care-record", patients)
                        .body())
                .contains("\"title\":\"Withheld\"");
    }

    private static List<String> recorded(String requestId) {
        return gateway.jdbc.queryForList(
                "select regexp_replace(unnest(resources), '/_history/.*', '') from audit_event where request_id = ?",
                String.class,
                requestId);
    }

    private static List<String> shown(HttpResponse<String> answer) {
        return parsed(answer).getEntry().stream()
                .map(Bundle.BundleEntryComponent::getFullUrl)
                .filter(url -> url != null && !url.isEmpty())
                .map(url -> url.substring(gateway.base().length() + 1))
                .toList();
    }

    private static String flagId(String flag) {
        return uk.gov.warwickshire.mappings.fhir.ResourceIds.of("test", CHILD.childId() + flag);
    }

    private static Bundle parsed(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return FhirContext.forR4Cached().newJsonParser().parseResource(Bundle.class, answer.body());
    }

    private static String token(String organisation) {
        return gateway.issuer.token("app-of-" + organisation, organisation, ApiGateway.EVERYTHING);
    }

    private static HttpResponse<String> get(String path, String organisation, String... headers) {
        return gateway.get(path, token(organisation), headers);
    }
}
