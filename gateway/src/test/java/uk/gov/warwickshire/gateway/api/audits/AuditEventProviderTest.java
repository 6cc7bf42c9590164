package uk.gov.warwickshire.gateway.api.audits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.util.UriComponentsBuilder;
import uk.gov.warwickshire.gateway.audit.AuditAgent;
import uk.gov.warwickshire.gateway.audit.AuditEntry;
import uk.gov.warwickshire.gateway.audit.AuditEntryBuilder;
import uk.gov.warwickshire.gateway.audit.AuditKind;
import uk.gov.warwickshire.gateway.audit.AuditOutcome;
import uk.gov.warwickshire.gateway.audit.AuditTrail;
import uk.gov.warwickshire.gateway.common.security.Caller;
import uk.gov.warwickshire.gateway.common.security.Refusal;
import uk.gov.warwickshire.gateway.common.security.RefusedException;
import uk.gov.warwickshire.gateway.common.security.Scopes;
import uk.gov.warwickshire.gateway.store.TestRecords;
import uk.gov.warwickshire.mappings.fhir.ResourceIds;
import uk.gov.warwickshire.mappings.fhir.Systems;

/** The auditors' questions, over a real PostgreSQL. */
class AuditEventProviderTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Systems SYSTEMS = new Systems("https://fhir.warwickshire.gov.uk");
    private static final String SEEN = ResourceIds.patient(SYSTEMS, "seen");

    private static AuditRoom room;
    private static AuditEventProvider provider;
    private static UUID first;

    @BeforeAll
    static void prepare() {
        room = new AuditRoom(NOON);
        room.know("seen", TestRecords.nhsNumber(1), SEEN);
        room.know("other", TestRecords.nhsNumber(2), ResourceIds.patient(SYSTEMS, "other"));
        provider = room.bean(AuditEventProvider.class);
        AuditTrail trail = room.bean(AuditTrail.class);
        first = trail.record(read("RKB", "seen", "individual-care").build());
        room.clock.advance(Duration.ofDays(1));
        trail.record(read("RJC", "seen", "individual-care").build());
        trail.record(read("RJC", "other", "individual-care").build());
        room.clock.advance(Duration.ofDays(1));
        trail.record(read("RRR", "seen", "research")
                .resources(List.of())
                .outcome(AuditOutcome.refused("RESTRICTED"))
                .build());
        trail.record(read("RKB", "erased", "individual-care").build());
    }

    @AfterAll
    static void close() {
        room.close();
    }

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "patient=Patient/{seen};RRR RJC RKB",
                "patient={seen};RRR RJC RKB",
                "patient:identifier=https://fhir.nhs.uk/Id/nhs-number|{number};RRR RJC RKB",
                "patient.identifier=https://fhir.nhs.uk/Id/nhs-number|{number};RRR RJC RKB",
                "patient:identifier=https://fhir.warwickshire.gov.uk/Id/person|erased;RKB",
                "patient=unknown;''",
                "patient={seen}&date=ge2026-11-21;RRR RJC",
                "patient={seen}&date=2026-11-21;RJC",
                "patient={seen}&date=ge2026-11-20&date=lt2026-11-21;RKB",
                "patient={seen}&date=ge2026-11-21T12:00:00Z&date=lt2026-11-22;RJC",
                "patient={seen}&agent:identifier=https://fhir.nhs.uk/Id/ods-organization-code|RJC;RJC",
                "agent:identifier=https://fhir.nhs.uk/Id/ods-organization-code|RJC;RJC RJC",
                "patient={seen}&outcome=4;RRR",
                "patient={seen}&outcome=0;RJC RKB",
                "patient={seen}&purpose=research;RRR",
                "patient={seen}&purpose=http://terminology.hl7.org/CodeSystem/v3-ActReason|TREAT;RJC RKB",
                "patient={seen}&purpose=BTG;''",
                "patient={seen}&subtype=disclose;''",
                "patient={seen}&subtype=AuthZ-Consent&outcome=8;RRR",
                "patient={seen}&subtype=AuthZ-Consent&outcome=0;RJC RKB",
                "patient={seen}&_sort=-date&_count=1&_format=json;RRR"
            })
    void answers_an_auditors_question(String question, String organisations) {
        Bundle answer = search(question);

        assertThat(events(answer).map(AuditEventProviderTest::organisation))
                .containsExactlyElementsOf(organisations.isEmpty() ? List.of() : List.of(organisations.split(" ")));
    }

    @Test
    void the_decisions_behind_the_accesses_are_asked_for_by_their_subtype() {
        List<AuditEvent> decisions =
                events(search("patient={seen}&subtype=AuthZ-Consent")).toList();

        assertThat(decisions).hasSize(3).allSatisfy(decision -> assertThat(
                        decision.getSubtypeFirstRep().getCode())
                .isEqualTo("AuthZ-Consent"));
        String id = decisions.get(2).getIdElement().getIdPart();
        assertThat(id).isEqualTo(first + ".decision");
        assertThat(provider.read(new IdType("AuditEvent", id), request("AuditEvent/" + id))
                        .getOutcome()
                        .toCode())
                .isEqualTo("0");
    }

    @Test
    void pages_follow_one_another_to_the_end_and_their_links_name_nobody() {
        List<String> organisations = new ArrayList<>();
        Bundle page = search("patient:identifier=https://fhir.nhs.uk/Id/nhs-number|{number}&_count=1");
        while (page.getLink("next") != null) {
            events(page).map(AuditEventProviderTest::organisation).forEach(organisations::add);
            String next = page.getLink("next").getUrl();
            assertThat(next).doesNotContain(TestRecords.nhsNumber(1).digits()).doesNotContain("person");
            page = search(URI.create(next).getRawQuery());
        }
        events(page).map(AuditEventProviderTest::organisation).forEach(organisations::add);

        assertThat(organisations).containsExactly("RRR", "RJC", "RKB");
    }

    @ParameterizedTest
    @CsvSource({
        "patient={seen}&name=x",
        "patient={seen}&date=yesterday",
        "patient={seen}&date=2026-13-45",
        "patient={seen}&outcome=9",
        "patient={seen}&subtype=read",
        "patient={seen}&subtype=AuthZ-Consent&outcome=4",
        "patient={seen}&_count=-1",
        "patient={seen}&_count=1e9",
        "patient={seen}&_sort=purpose",
        "patient={seen}&_after=x",
        "patient={seen}&patient=other",
        "patient:identifier=x|1"
    })
    void a_question_that_is_none_is_refused(String question) {
        assertThatThrownBy(() -> search(question)).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void only_the_councils_own_auditors_look_and_every_look_is_audited() {
        long before = room.count();
        search("patient={seen}");
        assertThat(room.count()).isEqualTo(before + 1);

        for (Caller stranger : List.of(caller("RKB", "audit.read"), caller("X937", "system/AuditEvent.rs"))) {
            room.caller = stranger;
            assertThatThrownBy(() -> search("patient={seen}"))
                    .isInstanceOfSatisfying(
                            RefusedException.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.SCOPE_MISSING));
        }
        room.caller = AuditRoom.AUDITOR;
        assertThat(room.count()).isEqualTo(before + 3);
    }

    @Test
    void an_id_that_is_none_is_not_found() {
        for (String id : List.of("1", UUID.randomUUID().toString(), first + ".other", "x".repeat(64))) {
            assertThatThrownBy(() -> provider.read(new IdType("AuditEvent", id), request("AuditEvent/" + id)))
                    .as(id)
                    .isInstanceOfSatisfying(
                            RefusedException.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.NOT_FOUND));
        }
    }

    private static Bundle search(String question) {
        String filled = question.replace("{seen}", SEEN)
                .replace("{number}", TestRecords.nhsNumber(1).digits());
        ServletRequestDetails details = request("AuditEvent");
        Map<String, String[]> parameters = new HashMap<>();
        UriComponentsBuilder.fromUriString("http://localhost/?" + filled)
                .build()
                .getQueryParams()
                .forEach((name, values) -> parameters.put(
                        name,
                        values.stream()
                                .map(value ->
                                        java.net.URLDecoder.decode(value, java.nio.charset.StandardCharsets.UTF_8))
                                .toArray(String[]::new)));
        details.setParameters(parameters);
        return provider.search(details);
    }

    private static ServletRequestDetails request(String path) {
        ServletRequestDetails details = new ServletRequestDetails();
        details.setServletRequest(new MockHttpServletRequest("GET", "/fhir/R4/" + path));
        details.setFhirServerBase("https://gateway.example/fhir/R4");
        details.setRequestPath(path);
        return details;
    }

    private static Stream<AuditEvent> events(Bundle bundle) {
        return bundle.getEntry().stream().map(entry -> (AuditEvent) entry.getResource());
    }

    private static String organisation(AuditEvent event) {
        return event.getAgent().stream()
                .filter(agent -> agent.getType().getCodingFirstRep().getCode().equals("PROV"))
                .map(agent -> agent.getWho().getIdentifier().getValue())
                .findFirst()
                .orElseThrow();
    }

    private static AuditEntryBuilder read(String ods, String child, String purpose) {
        AuditAgent agent =
                new AuditAgent(Optional.of("app"), Optional.of(ods), Optional.empty(), Optional.of("192.0.2.7"));
        return AuditEntry.of(AuditKind.READ, "read", "/fhir/R4", agent)
                .child(child)
                .purpose(Optional.of(purpose))
                .resourceType(Optional.of("Flag"))
                .resources(List.of("Flag/a/_history/1"))
                .decision(UUID.randomUUID(), "PERMITTED");
    }

    static Caller caller(String ods, String... scopes) {
        return new Caller(
                "app",
                ods,
                new Scopes(Set.copyOf(Arrays.asList(scopes))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("192.0.2.9"));
    }
}
