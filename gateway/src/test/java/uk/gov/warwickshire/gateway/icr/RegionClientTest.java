package uk.gov.warwickshire.gateway.icr;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.gov.warwickshire.gateway.delivery.OutboundMessage;
import uk.gov.warwickshire.gateway.delivery.SendResult;
import uk.gov.warwickshire.gateway.store.TestRecords;

class RegionClientTest {

    private static final String OK = "{\"response\":{\"status\":\"200\"}}";
    private static final OutboundMessage MESSAGE = TestMessages.of(TestRecords.child(1));

    private final WireMockServer partner =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private final KeyPair keys = keys();

    @BeforeEach
    void start() {
        partner.start();
        token("first");
    }

    @AfterEach
    void stop() {
        partner.stop();
    }

    @Test
    void authenticatesByASignedJwtAndUsesItsTokenUntilItIsNearlyOver() throws Exception {
        answer(200, OK + "," + OK + "," + OK);
        RegionClient client = client();
        client.send(MESSAGE);
        client.send(MESSAGE);

        partner.verify(1, postRequestedFor(urlEqualTo("/token")));
        partner.verify(
                2,
                postRequestedFor(urlEqualTo("/fhir"))
                        .withHeader("Authorization", equalTo("Bearer first"))
                        .withHeader("X-Request-ID", equalTo(MESSAGE.requestId().toString())));
        SignedJWT assertion = assertion();
        assertThat(assertion.verify(new RSASSAVerifier((RSAPublicKey) keys.getPublic())))
                .isTrue();
        assertThat(assertion.getHeader().getAlgorithm().getName()).isEqualTo("RS512");
        assertThat(assertion.getHeader().getKeyID()).isEqualTo("key-1");
        assertThat(assertion.getJWTClaimsSet().getIssuer()).isEqualTo("gateway");
        assertThat(assertion.getJWTClaimsSet().getSubject()).isEqualTo("gateway");
        assertThat(assertion.getJWTClaimsSet().getAudience()).containsExactly(partner.baseUrl() + "/token");
        assertThat(assertion.getJWTClaimsSet().getExpirationTime())
                .isBefore(java.util.Date.from(Instant.now().plusSeconds(300)));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void triesAFreshTokenOnceAndThenWaitsForPeopleInsteadOfKillingMessages(int status) {
        answer(status, "");

        SendResult result = client().send(MESSAGE);

        assertThat(result).isInstanceOf(SendResult.RetryLater.class);
        partner.verify(2, postRequestedFor(urlEqualTo("/fhir")));
        partner.verify(2, postRequestedFor(urlEqualTo("/token")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "an entry failed   | {'response':{'status':'200'}},{'response':{'status':'404'}},{'response':{'status':'200'}}",
                "an entry missing  | {'response':{'status':'200'}},{'response':{'status':'200'}}",
                "no status at all  | {},{},{}",
                "an entry too many | {'response':{'status':'200'}},{'response':{'status':'200'}},{'response':{'status':'200'}},{}",
            })
    void takesNothingButAConfirmationOfEveryEntryForOne(String what, String entries) {
        answer(200, entries.replace('\'', '"'));

        assertThat(client().send(MESSAGE)).as(what).isInstanceOf(SendResult.RetryLater.class);
    }

    @ParameterizedTest
    @CsvSource({"400,true", "413,true", "422,true", "404,false", "409,false", "500,false", "501,false", "301,false"})
    void tellsWhatWillNotHealFromWhatMay(int status, boolean refused) {
        partner.stubFor(post("/fhir")
                .willReturn(aResponse()
                        .withStatus(status)
                        .withHeader("Content-Type", "application/fhir+json")
                        .withBody("{\"resourceType\":\"OperationOutcome\"}")));

        SendResult result = client().send(MESSAGE);

        assertThat(result instanceof SendResult.Refused).isEqualTo(refused);
        if (result instanceof SendResult.Refused dead) {
            assertThat(dead.outcome()).contains("{\"resourceType\":\"OperationOutcome\"}");
        }
    }

    @ParameterizedTest
    @CsvSource({"30,30", "999999,3600", "-5,", "soon,", "'Sun, 06 Nov 1994 08:49:37 GMT',"})
    void readsThePauseAskedForAndNeverMoreThanAnHour(String header, Integer seconds) {
        partner.stubFor(post("/fhir").willReturn(aResponse().withStatus(503).withHeader("Retry-After", header)));

        SendResult.RetryLater later = (SendResult.RetryLater) client().send(MESSAGE);

        assertThat(later.after()).isEqualTo(Optional.ofNullable(seconds).map(Duration::ofSeconds));
        assertThat(later.wholeDestination()).isTrue();
    }

    @Test
    void givesUpOnAnAnswerWithoutEnd() {
        partner.stubFor(post("/fhir")
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/fhir+json")
                        .withBody("x".repeat(5 * 1024 * 1024))));

        assertThat(client().send(MESSAGE)).isInstanceOf(SendResult.RetryLater.class);
    }

    private RegionClient client() {
        Duration timeout = Duration.ofSeconds(20);
        HttpExchange http = new HttpExchange(HttpClient.newHttpClient(), timeout);
        SignedJwtTokens tokens = new SignedJwtTokens(
                new SignedJwtTokens.Client(
                        URI.create(partner.baseUrl() + "/token"),
                        "gateway",
                        (RSAPrivateKey) keys.getPrivate(),
                        Optional.of("key-1")),
                http,
                timeout,
                Clock.systemUTC());
        return new RegionClient(URI.create(partner.baseUrl() + "/fhir"), timeout, 1, http, tokens, Clock.systemUTC());
    }

    private void token(String value) {
        partner.stubFor(post("/token")
                .willReturn(aResponse().withBody("{\"access_token\":\"" + value + "\",\"expires_in\":\"599\"}")));
    }

    private void answer(int status, String entries) {
        partner.stubFor(post("/fhir")
                .willReturn(aResponse()
                        .withStatus(status)
                        .withHeader("Content-Type", "application/fhir+json;charset=UTF-8")
                        .withBody("{\"resourceType\":\"Bundle\",\"type\":\"transaction-response\",\"entry\":[" + entries
                                + "]}")));
    }

    private SignedJWT assertion() throws Exception {
        String form =
                partner.findAll(postRequestedFor(urlEqualTo("/token"))).get(0).getBodyAsString();
        String encoded = form.substring(form.indexOf("client_assertion=") + "client_assertion=".length());
        return SignedJWT.parse(URLDecoder.decode(encoded, StandardCharsets.UTF_8));
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
