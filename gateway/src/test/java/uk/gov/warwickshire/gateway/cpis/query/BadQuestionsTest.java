package uk.gov.warwickshire.gateway.cpis.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.gov.warwickshire.gateway.testing.TestDatabase;

/** Every bad question gets its status and code, a FHIR body, and no word of what was asked. */
class BadQuestionsTest {

    private static final String GOOD = "patient:identifier=https://fhir.nhs.uk/Id/nhs-number|9449306753";

    private static TestDatabase database;
    private static QueryServer server;

    @BeforeAll
    static void start() throws IOException, JOSEException {
        database = new TestDatabase();
        server = new QueryServer(database.url(), Map.of());
    }

    @AfterAll
    static void stop() {
        server.close();
        database.close();
    }

    /** `{long}` stands for 10,000 characters, `{good}` for a valid patient. */
    @ParameterizedTest(name = "{0} {1} {2}: {3} {4}")
    @CsvFileSource(resources = "/cpis-query/bad-questions.csv", numLinesToSkip = 1, maxCharsPerColumn = 20_000)
    void isRefusedByItsCode(String method, String path, String headers, int status, String code) {
        long before = audited();
        String[] pairs = headers == null ? new String[0] : headers.split("=|;", -1);
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = fill(pairs[i]);
        }

        HttpResponse<String> response = server.send(method, fill(path), server.token(), pairs);

        assertRefused(response, status, code);
        assertThat(audited()).as("a refusal is audited").isEqualTo(before + 1);
    }

    @Test
    void badTokensAreRefused() throws JOSEException {
        String good = server.token();
        Date past = Date.from(Instant.now().minusSeconds(3600));
        JWTClaimsSet claims = new JWTClaimsSet.Builder().subject("x").build();
        String stranger =
                QueryServer.sign(claims, new RSAKeyGenerator(2048).keyID("test").generate());
        for (String token : List.of(
                "",
                "nonsense",
                good.substring(0, good.length() - 8) + "AAAAAAAA",
                "eyJhbGciOiJub25lIn0." + good.split("\\.")[1] + ".",
                stranger,
                server.token(c -> c.expirationTime(past)),
                server.token(c -> c.audience("another-service")),
                server.token(c -> c.issuer("https://another.example")),
                server.token(c -> c.claim("ods_code", null)))) {
            HttpResponse<String> response = server.get("/cp-is/FHIR/R4/CareTeam?" + GOOD, token);

            assertRefused(response, 401, "ACCESS_DENIED");
            assertThat(response.headers().firstValue("WWW-Authenticate").orElse(""))
                    .startsWith("Bearer");
        }
    }

    @Test
    void withoutTheScopeAccessIsDenied() {
        assertRefused(
                server.get(
                        "/patient-flags-api/FHIR/R4/Flag?patient=9449306753",
                        server.token(c -> c.claim("scope", "system/*.rs intake.write"))),
                403,
                "ACCESS_DENIED");
    }

    @Test
    void goodQuestionsOfEveryFormAreTaken() {
        for (String path : List.of(
                "/cp-is/FHIR/R4/CareTeam?" + GOOD,
                "/cp-is/FHIR/R4/CareTeam?" + GOOD + "&_format=application/fhir%2Bjson",
                "/cp-is/FHIR/R4/CareTeam?patient=9449306753",
                "/cp-is/FHIR/R4/CareTeam?patient=http://fhir.nhs.uk/id/nhs-number|9449306753",
                "/cp-is/FHIR/R4/AuditEvent?" + GOOD + "&_count=500",
                "/patient-flags-api/FHIR/R4/Flag?" + GOOD,
                "/patient-flags-api/FHIR/R4/PatientFlag?patient=9449306753&code="
                        + "https://fhir.nhs.uk/England/CodeSystem/England-FlagCategoryPatient"
                        + "|child-protection-information-system-flag")) {
            assertThat(server.get(path, server.token(), "IsUnscheduledEvent", "false", "Accept", "*/*")
                            .statusCode())
                    .as(path)
                    .isEqualTo(200);
        }
    }

    @Test
    void idsOfTheRequestAreMirrored() {
        HttpResponse<String> response = server.get(
                "/cp-is/FHIR/R4/CareTeam?" + GOOD,
                server.token(),
                "X-Request-ID",
                "c1ab3fba-6bae-4ba4-b257-5a87c44d4a91",
                "X-Correlation-ID",
                "ward-7");

        assertThat(response.headers().firstValue("X-Request-ID")).hasValue("c1ab3fba-6bae-4ba4-b257-5a87c44d4a91");
        assertThat(response.headers().firstValue("X-Correlation-ID")).hasValue("ward-7");
        assertThat(response.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    @Test
    void whatItIsIsSaidWithoutAToken() {
        for (String base : List.of("/cp-is/FHIR/R4", "/patient-flags-api/FHIR/R4")) {
            HttpResponse<String> response = server.get(base + "/metadata", "");

            JsonNode statement = JsonMapper.shared().readTree(response.body());
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(statement.path("resourceType").asString()).isEqualTo("CapabilityStatement");
            assertThat(statement.path("description").asString())
                    .contains("Warwickshire County Council's own service", "NOT the national");
        }
    }

    private static void assertRefused(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        if (!response.request().method().equals("HEAD")) {
            JsonNode outcome = JsonMapper.shared().readTree(response.body());
            assertThat(outcome.path("resourceType").asString()).isEqualTo("OperationOutcome");
            assertThat(outcome.at("/issue/0/details/coding/0/code").asString()).isEqualTo(code);
            assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/fhir+json");
            assertThat(response.body()).doesNotContain("9449306753", "xxxx", "<script");
        }
    }

    private static String fill(String text) {
        return text.replace("{long}", "x".repeat(10_000)).replace("{good}", GOOD);
    }

    private static long audited() {
        Long count = database.jdbc().queryForObject("select count(*) from audit_event", Long.class);
        return count == null ? 0 : count;
    }
}
