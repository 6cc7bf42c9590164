package uk.gov.warwickshire.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ca.uhn.fhir.context.FhirContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.gov.warwickshire.gateway.store.TestRecords;

/** Whatever is sent, the answer is a 4xx with an OperationOutcome that says what is wrong, and the refusal is audited. */
class BadInputIT {

    private static final TestRecords CHILD = TestRecords.child(101);
    private static final String ID = CHILD.patientId();
    private static final String FORM = "application/x-www-form-urlencoded";

    private static ApiGateway gateway;

    @BeforeAll
    static void start() {
        gateway = ApiGateway.shared();
        gateway.save(CHILD);
    }

    static Stream<Arguments> addresses() {
        String flag = "/Flag?patient=" + ID;
        return Stream.of(
                // parameters
                arguments(flag + "&colour=blue", 400, "unknown-parameter"),
                arguments(flag + "&_unknown=1", 400, "unknown-parameter"),
                arguments(flag + "&_count=many", 400, "invalid-parameter"),
                arguments(flag + "&_count=-1", 400, "invalid-parameter"),
                arguments(flag + "&_sort=colour", 400, "invalid-parameter"),
                arguments(flag + "&_total=perhaps", 400, "invalid-parameter"),
                arguments(flag + "&_include=Flag:colour", 400, "invalid-parameter"),
                arguments(flag + "&_include=nonsense", 400, "invalid-parameter"),
                arguments(flag + "&date=yesterday", 400, "invalid-parameter"),
                arguments(flag + "&date=2025-13", 400, "invalid-parameter"),
                arguments(flag + "&date=zz2025", 400, "invalid-parameter"),
                arguments(flag + "&_lastUpdated=now", 400, "invalid-parameter"),
                arguments(flag + "&identifier:exact=active", 400, "invalid-parameter"),
                arguments(flag + "&identifier:missing=perhaps", 400, "invalid-parameter"),
                arguments(flag + "&_summary=short", 400, "invalid-parameter"),
                arguments(flag + "&_elements=a%20b", 400, "invalid-parameter"),
                arguments(flag + "&_elements=code&_summary=true", 400, "invalid-parameter"),
                arguments("/Patient/" + ID + "/_history?_summary=count", 400, "invalid-parameter"),
                arguments("/Patient/" + ID + "/$everything?_summary=count", 400, "invalid-parameter"),
                arguments(flag + "&code:text=x", 400, "invalid-parameter"),
                arguments(flag + "&code:in=http://example.org/vs", 400, "invalid-parameter"),
                arguments(flag + "&_contained=true", 400, "unknown-parameter"),
                arguments(flag + "&date=2025-01-01T10:00:00+01:00", 400, "invalid-parameter"),
                arguments("/Organization?_has:Patient:organization:family=Example", 400, "patient-required"),
                arguments("/Organization?_revinclude=Patient:organization", 400, "patient-required"),
                arguments(flag + "&_pretty=very", 400, "invalid-parameter"),
                arguments(flag + "&_format=pdf", 406, "not-acceptable"),
                arguments(flag + "&_format=ttl", 406, "not-acceptable"),
                arguments(flag + "&status=" + "a".repeat(5000), 400, "invalid-parameter"),
                arguments(flag + "&status=" + "a".repeat(10_000), 400, "invalid-parameter"),
                arguments(flag + "&" + "a".repeat(300) + "=1", 400, "invalid-parameter"),
                arguments(flag + "&status=%00", 400, "invalid-parameter"),
                arguments(flag + "&a=1&b=2&c=3", 400, "unknown-parameter"),
                arguments("/Flag?patient=" + ID + "'%20or%201=1--", 400, "invalid-parameter"),
                // no patient
                arguments("/Flag", 400, "patient-required"),
                arguments("/Flag?date=2025", 400, "patient-required"),
                arguments("/Patient", 400, "patient-required"),
                arguments("/Patient?gender=male", 400, "patient-required"),
                arguments("/Flag?patient:missing=false", 400, "patient-required"),
                // addresses
                arguments("/Patient/unknown", 404, "not-found"),
                arguments("/Patient/" + ID + "/_history/0", 404, "not-found"),
                arguments("/Patient/" + ID + "/_history/last", 404, "not-found"),
                arguments("/Patient/" + ID + "/_history/99999999999999999999", 404, "not-found"),
                arguments("/Patient/" + "a".repeat(65), 404, "address-unknown"),
                arguments("/Patient/a_b", 404, "address-unknown"),
                arguments("/Patient/" + ID + "/Flag", 404, "address-unknown"),
                arguments("/Medication?patient=" + ID, 404, "type-not-served"),
                arguments("/Medication/1", 404, "type-not-served"),
                arguments("/patient/" + ID, 404, "type-not-served"),
                arguments("/_history", 404, "address-unknown"),
                arguments("/Patient/" + ID + "/$delete", 400, "malformed"),
                arguments("/Patient/$everything", 400, "malformed"),
                arguments("/Patient/" + ID + "/$everything?colour=blue", 400, "unknown-parameter"),
                arguments("/Patient/" + ID + "/$everything?_since=never", 400, "invalid-parameter"),
                arguments("/Patient/" + ID + "/$everything?_type=Medication", 400, "invalid-parameter"),
                arguments("/Patient/" + ID + "/$social-care-record?_count=1", 400, "unknown-parameter"),
                arguments("/Patient/" + ID + "?_count=1", 400, "unknown-parameter"),
                arguments("/Patient/" + ID + "?name=x", 400, "unknown-parameter"),
                arguments("/Patient/" + ID + "?_summary=count", 400, "invalid-parameter"),
                arguments("/Patient/" + ID + "/_history?colour=blue", 400, "unknown-parameter"),
                arguments("/Patient/" + ID + "/_history?_since=never", 400, "invalid-parameter"),
                // forged pages
                arguments("/Flag?_page=AAAAAAAAAAAAAAAAAAAAAA", 404, "page-unknown"),
                arguments("/Flag?_page=1", 404, "page-unknown"),
                arguments("/Flag?_page=" + "A".repeat(3000), 404, "page-unknown"),
                arguments("/Flag?_page=%27%3Bdrop%20table%20search_page%3B--", 404, "page-unknown"),
                arguments("/Flag?_page=AAAAAAAAAAAAAAAAAAAAAA&status=active", 400, "invalid-parameter"),
                arguments("?_getpages=1", 404, "address-unknown"));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void aBadAddressIsRefused(String address, int status, String code) {
        long audited = gateway.count("audit_event");

        HttpResponse<String> response = gateway.get(address, gateway.token());

        expect(response, status, code);
        assertThat(gateway.count("audit_event"))
                .as("the refusal is in the audit")
                .isEqualTo(audited + 1);
    }

    static Stream<Arguments> methods() {
        return Stream.of(
                arguments("POST", "/Patient", "{\"resourceType\":\"Patient\"}", "application/fhir+json", 405),
                arguments("POST", "", "{\"resourceType\":\"Bundle\"}", "application/fhir+json", 405),
                arguments("PUT", "/Patient/" + ID, "{\"resourceType\":\"Patient\"}", "application/fhir+json", 405),
                arguments("PATCH", "/Patient/" + ID, "[]", "application/json-patch+json", 405),
                arguments("DELETE", "/Patient/" + ID, "", "application/fhir+json", 405),
                arguments("POST", "/Patient/" + ID + "/$everything", "{}", "application/fhir+json", 400),
                arguments("POST", "/Patient/" + ID + "/$everything", "_type=Flag", FORM, 400),
                arguments(
                        "POST",
                        "/Patient/" + ID + "/$everything",
                        posted("colour", "blue"),
                        "application/fhir+json",
                        400),
                arguments(
                        "POST",
                        "/Patient/" + ID + "/$everything",
                        posted("_since", "never"),
                        "application/fhir+json",
                        400),
                arguments("POST", "/Patient/$match", "{{{", "application/fhir+json", 400),
                arguments("POST", "/Patient/$match", posted("count", "1"), "application/fhir+json", 400),
                arguments("POST", "/Flag", "{}", "application/fhir+json", 405),
                arguments("POST", "/Flag/_search", "{}", "application/json", 415),
                arguments("POST", "/Flag/_search", "status=" + "a".repeat(70_000), FORM, 413),
                arguments("POST", "/Flag/_search", "status=" + "a".repeat(10_000), FORM, 400),
                arguments("POST", "/Flag/_search", "patient=%zz", FORM, 400));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void whatWritesIsRefused(String method, String address, String body, String type, int status) {
        long audited = gateway.count("audit_event");

        HttpResponse<String> response = gateway.send(method, address, gateway.token(), body, "Content-Type", type);

        expect(response, status, "");
        assertThat(gateway.count("audit_event")).isEqualTo(audited + 1);
    }

    static Stream<Arguments> rawRequests() {
        String token = "Authorization: Bearer TOKEN\r\n";
        return Stream.of(
                arguments("GET /fhir/R4/Patient/..%2F..%2Factuator HTTP/1.1\r\n" + token),
                arguments("GET /fhir/R4/Patient/%2e%2e/%2e%2e/ HTTP/1.1\r\n" + token),
                arguments("GET /fhir/R4/Patient/a;b=c HTTP/1.1\r\n" + token),
                arguments("GET /fhir/R4/Patient/a%0d%0aX-Injected:%20yes HTTP/1.1\r\n" + token),
                arguments("GET /fhir/R4/Patient//" + ID + " HTTP/1.1\r\n" + token),
                arguments("GET /fhir/R4/Flag?patient=%zz HTTP/1.1\r\n" + token),
                arguments("TRACE /fhir/R4/Patient HTTP/1.1\r\n" + token),
                arguments("NONSENSE /fhir/R4/Patient HTTP/1.1\r\n" + token));
    }

    /** What HTTP clients refuse to send. */
    @ParameterizedTest
    @MethodSource("rawRequests")
    void whatNoClientSendsIsRefused(String head) throws IOException {
        URI base = URI.create(gateway.base());
        String request = head.replace("TOKEN", gateway.token()) + "Host: localhost\r\nConnection: close\r\n\r\n";
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String response = readAll(socket.getInputStream());
            assertThat(response).matches("(?s)HTTP/1.1 (4\\d\\d|501) .*").doesNotContain("X-Injected", "Exception");
        }
    }

    @Test
    void headersDoNotFindTheirWayBack() {
        HttpResponse<String> response =
                gateway.get("/Patient/unknown", gateway.token(), "X-Purpose", "<script>", "X-Request-ID", "a\tb");
        assertThat(response.statusCode()).isBetween(400, 499);
        assertThat(response.body()).doesNotContain("<script>");
    }

    @Test
    void moreThanCanBeIncludedIsRefusedAndNotAFault() {
        String team = uk.gov.warwickshire.mappings.fhir.ResourceIds.of("test", "team");
        gateway.jdbc.update("""
                insert into resource (child_id, type, id, version, last_updated, category, hash, content, tokens, refs)
                select '', 'Organization', 'too-many-' || n, 1, now(), 'professional-contacts', '', '',
                       array['Organization.partof|Organization/' || ?], '{}'
                  from generate_series(1, 1001) n
                """, team);
        try {
            expect(
                    gateway.get("/Organization?_id=" + team + "&_revinclude=Organization:partof", gateway.token()),
                    400,
                    "invalid-parameter");
        } finally {
            gateway.jdbc.update("delete from resource where id like 'too-many-%'");
        }
    }

    private static String posted(String name, String value) {
        return "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"" + name + "\",\"valueString\":\"" + value
                + "\"}]}";
    }

    @Test
    void whatTheApiIsCanBeAskedForInNoOtherFormEither() throws Exception {
        var request = java.net.http.HttpRequest.newBuilder(URI.create(gateway.base() + "/metadata?_format=pdf"))
                .build();
        expect(
                java.net.http.HttpClient.newHttpClient()
                        .send(request, java.net.http.HttpResponse.BodyHandlers.ofString()),
                406,
                "not-acceptable");
    }

    private static void expect(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        OperationOutcome outcome =
                FhirContext.forR4Cached().newJsonParser().parseResource(OperationOutcome.class, response.body());
        String found =
                outcome.getIssueFirstRep().getDetails().getCodingFirstRep().getCode();
        assertThat(found).isNotBlank();
        if (!code.isEmpty()) {
            assertThat(found).isEqualTo(code);
        }
        assertThat(response.body()).doesNotContain("HAPI", "Exception", "ca.uhn", "org.");
        assertThat(response.headers().firstValue("X-Powered-By")).isEmpty();
    }

    private static String readAll(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        in.transferTo(all);
        return all.toString(StandardCharsets.UTF_8);
    }
}
