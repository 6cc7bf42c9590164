package uk.gov.warwickshire.gateway.common.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.gov.warwickshire.gateway.testing.MovableClock;

/** The partners' chain on a real TLS port, with tokens of a real issuer's keys and clients with certificates. */
class PartnerSecurityTest {

    @TempDir
    static Path folder;

    private static final MovableClock CLOCK = new MovableClock(Instant.now());

    private static TlsClients clients;
    private static TestIssuer issuer;
    private static SecuredServer server;

    @BeforeAll
    static void start() throws Exception {
        clients = TlsClients.generate(folder);
        issuer = new TestIssuer(CLOCK);
        server = new SecuredServer(issuer, clients, CLOCK);
    }

    @AfterAll
    static void stop() {
        server.close();
        issuer.close();
    }

    @BeforeEach
    void forget() {
        server.refused.clear();
    }

    static Stream<Arguments> badTokens() {
        return Stream.of(
                bad("no token", "token-missing", i -> null),
                bad("not a token", "token-invalid", i -> "abc"),
                bad("two dots", "token-invalid", i -> ".."),
                bad(
                        "expired",
                        "token-expired",
                        i -> i.signed(c -> c.issueTime(inMinutes(-15)).expirationTime(inMinutes(-5)))),
                bad("not valid yet", "token-invalid", i -> i.signed(c -> c.notBeforeTime(inMinutes(60)))),
                bad("without an end", "token-invalid", i -> i.signed(c -> c.expirationTime(null))),
                bad("payload changed", "token-invalid", i -> i.withPayload(c -> c.claim("ods_code", "RJC"))),
                bad("signature changed", "token-invalid", TestIssuer::withBrokenSignature),
                bad("alg none", "token-invalid", TestIssuer::unsigned),
                bad("HS256 with the public key as secret", "token-invalid", TestIssuer::signedWithPublicKeyAsSecret),
                bad("another key under the same id", "token-invalid", TestIssuer::signedByAnotherKey),
                bad("wrong audience", "token-invalid", i -> i.signed(c -> c.audience("integrated-care-record"))),
                bad("no audience", "token-invalid", i -> i.signed(c -> c.audience((String) null))),
                bad("wrong issuer", "token-invalid", i -> i.signed(c -> c.issuer("https://elsewhere.example"))),
                bad("a security event", "token-invalid", i -> i.typed("secevent+jwt")),
                bad("no organisation", "organisation-missing", i -> i.signed(c -> c.claim("ods_code", null))),
                bad("organisation a number", "organisation-missing", i -> i.signed(c -> c.claim("ods_code", 937))),
                bad(
                        "organisation with a header in it",
                        "organisation-missing",
                        i -> i.signed(c -> c.claim("ods_code", "RKB\r\nX-Evil: 1"))),
                bad("bound, no certificate", "certificate-mismatch", i -> i.boundTo(clients.thumbprint("partner"))),
                bad(
                        "bound by a method we do not know",
                        "token-invalid",
                        i -> i.signed(c -> c.claim("cnf", Map.of("jkt", "abc")))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void a_bad_token_is_refused_on_record_and_says_no_more_than_why(
            String name, String code, Function<TestIssuer, String> token) throws Exception {
        HttpResponse<String> response = get("/fhir/R4/probe", token.apply(issuer), "none");

        expectOutcome(response, 401, code);
        assertThat(response.headers().firstValue("WWW-Authenticate").orElseThrow())
                .startsWith("Bearer realm=");
        assertThat(server.refused).containsExactly(code);
    }

    static Stream<Arguments> goodTokens() {
        return Stream.of(
                Arguments.of("RS256", (Function<TestIssuer, String>) i -> i.signed(c -> c)),
                Arguments.of("PS384", (Function<TestIssuer, String>) i -> i.signed(JWSAlgorithm.PS384)),
                Arguments.of("at+jwt", (Function<TestIssuer, String>) i -> i.typed("at+jwt")),
                Arguments.of("a clock that is a little ahead", (Function<TestIssuer, String>) i ->
                        i.signed(c -> c.notBeforeTime(Date.from(CLOCK.instant().plusSeconds(10))))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("goodTokens")
    void a_good_token_names_the_organisation(String name, Function<TestIssuer, String> token) throws Exception {
        HttpResponse<String> response = get("/fhir/R4/probe", token.apply(issuer), "none");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("RKB partner-app");
    }

    @Test
    void a_bound_token_is_good_only_with_its_certificate() throws Exception {
        String token = issuer.boundTo(clients.thumbprint("partner"));

        assertThat(get("/fhir/R4/probe", token, "partner").statusCode()).isEqualTo(200);
        // The same token again, now remembered, over the connection of another organisation.
        expectOutcome(get("/fhir/R4/probe", token, "thief"), 401, "certificate-mismatch");
        expectOutcome(get("/fhir/R4/probe", token, "none"), 401, "certificate-mismatch");
        assertThat(get("/fhir/R4/probe", token, "partner").statusCode()).isEqualTo(200);
    }

    @Test
    void a_remembered_token_ends_when_it_expires() throws Exception {
        String token =
                issuer.signed(c -> c.expirationTime(Date.from(CLOCK.instant().plusSeconds(60))));
        assertThat(get("/fhir/R4/probe", token, "none").statusCode()).isEqualTo(200);

        CLOCK.advance(Duration.ofMinutes(3));

        expectOutcome(get("/fhir/R4/probe", token, "none"), 401, "token-expired");
    }

    @Test
    void a_scope_that_is_missing_is_said() throws Exception {
        HttpResponse<String> response = get("/cp-is/FHIR/R4/CareTeam", issuer.signed(c -> c), "none");

        expectOutcome(response, 403, "scope-missing");
        assertThat(response.headers().firstValue("WWW-Authenticate").orElseThrow())
                .contains("insufficient_scope");
        assertThat(get("/cp-is/FHIR/R4/probe", issuer.signed(c -> c.claim("scope", "cp-is.read")), "none")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void what_the_interface_is_needs_no_token() throws Exception {
        assertThat(get("/fhir/R4/metadata", null, "none").body()).isEqualTo("open");
        expectOutcome(get("/fhir/R4/metadata/../Patient", null, "none"), 400, "request-invalid");
        assertThat(get("/elsewhere", null, "none").statusCode()).isEqualTo(401);
    }

    static Stream<Arguments> badRequests() {
        return Stream.of(
                Arguments.of("/fhir/R4/probe;jsessionid=1", Map.of(), "request-invalid"),
                Arguments.of("/fhir/R4/%2e%2e/probe", Map.of(), "request-invalid"),
                Arguments.of("/fhir/R4/..%2fprobe", Map.of(), "request-invalid"),
                Arguments.of("/fhir/R4/pro%00be", Map.of(), "request-invalid"),
                Arguments.of("/fhir//R4/probe", Map.of(), "request-invalid"),
                Arguments.of("/fhir/R4/probe", Map.of("X-Request-ID", "a b"), "header-invalid"),
                Arguments.of("/fhir/R4/probe", Map.of("X-Request-ID", "x".repeat(101)), "header-invalid"),
                Arguments.of("/fhir/R4/probe", Map.of("X-Purpose", "<script>"), "header-invalid"),
                Arguments.of("/fhir/R4/probe", Map.of("X-Break-Glass-Reason", "because"), "break-glass-reason"),
                Arguments.of("/fhir/R4/probe", Map.of("X-Break-Glass-Reason", "x".repeat(501)), "break-glass-reason"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("badRequests")
    void injection_by_path_or_header_is_a_clear_400(String path, Map<String, String> headers, String code)
            throws Exception {
        HttpRequest.Builder request = server.request(path, issuer.signed(c -> c));
        headers.forEach(request::header);

        expectOutcome(clients.send("none", request.build()), 400, code);
        // What Tomcat itself does not let pass reaches nobody who could keep a record.
        boolean pastTheServer = !path.contains("%2f") && !path.contains("%00");
        assertThat(server.refused).isEqualTo(pastTheServer ? List.of(code) : List.of());
    }

    @Test
    void a_purpose_that_contradicts_the_token_is_refused() throws Exception {
        HttpRequest request = server.request("/fhir/R4/probe", issuer.signed(c -> c.claim("purpose", "TREAT")))
                .header("X-Purpose", "research")
                .build();

        expectOutcome(clients.send("none", request), 403, "purpose-not-agreed");
    }

    @Test
    void an_organisation_that_asks_too_often_waits_and_others_do_not() throws Exception {
        String eager = issuer.signed(c -> c.claim("ods_code", "EAGER"));
        List<Integer> statuses = IntStream.range(0, SecuredServer.BURST + 5)
                .mapToObj(i -> status("/fhir/R4/probe", eager))
                .toList();
        HttpResponse<String> refused = get("/fhir/R4/probe", eager, "none");

        assertThat(statuses.subList(0, SecuredServer.BURST)).containsOnly(200);
        expectOutcome(refused, 429, "too-many-requests");
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isPositive();
        assertThat(status("/fhir/R4/probe", issuer.signed(c -> c))).isEqualTo(200);
    }

    @Test
    void who_asks_without_the_scope_comes_no_faster_than_who_has_it() throws Exception {
        String scopeless = issuer.signed(c -> c.claim("ods_code", "SCOPELESS"));
        int refused = 0;
        int status = status("/cp-is/FHIR/R4/probe", scopeless);
        while (status == 403 && refused < 10 * SecuredServer.BURST) {
            refused++;
            status = status("/cp-is/FHIR/R4/probe", scopeless);
        }

        assertThat(status).isEqualTo(429);
        assertThat(refused).isGreaterThanOrEqualTo(SecuredServer.BURST);
    }

    @Test
    void while_the_issuer_does_not_answer_nobody_is_let_in() throws Exception {
        try (TestIssuer silent = new TestIssuer(CLOCK);
                SecuredServer unsure = new SecuredServer(silent, clients, CLOCK)) {
            String token = silent.signed(c -> c);
            silent.close();

            expectOutcome(
                    clients.send("none", unsure.request("/fhir/R4/probe", token).build()), 503, "issuer-unavailable");
            assertThat(unsure.refused).containsExactly("issuer-unavailable");
        }
    }

    @Test
    void without_a_record_of_the_refusal_there_is_no_answer() throws Exception {
        server.recorderFails = true;
        try {
            expectOutcome(get("/fhir/R4/probe", null, "none"), 503, "audit-unavailable");
        } finally {
            server.recorderFails = false;
        }
    }

    private int status(String path, String token) {
        try {
            return get(path, token, "none").statusCode();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpResponse<String> get(String path, String token, String client) throws Exception {
        return clients.send(client, server.request(path, token).build());
    }

    private static void expectOutcome(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/fhir+json");
        assertThat(response.body())
                .startsWith("{")
                .contains("\"resourceType\":\"OperationOutcome\"")
                .contains("\"code\":\"" + code + "\"")
                .doesNotContainIgnoringCase("exception")
                .doesNotContain("at org.");
    }

    private static Arguments bad(String name, String code, Function<TestIssuer, String> token) {
        return Arguments.of(name, code, token);
    }

    private static Date inMinutes(long minutes) {
        return Date.from(CLOCK.instant().plusSeconds(60 * minutes));
    }
}
