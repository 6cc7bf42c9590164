package uk.gov.warwickshire.gateway.icr;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** OAuth 2 client credentials with a signed JWT, as the NHS API platform has them (opt-out-and-mesh.md 11). */
final class SignedJwtTokens implements AccessTokens {

    private static final Duration ASSERTION = Duration.ofMinutes(4);
    private static final Duration EARLY = Duration.ofSeconds(10);
    private static final long SHORTEST_LIFE = 1;

    private record Token(String value, Instant until) {}

    /** @param keyId as registered with the issuer */
    record Client(URI tokenUrl, String id, RSAPrivateKey key, Optional<String> keyId) {}

    private final Client client;
    private final HttpExchange http;
    private final Duration timeout;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();
    private @Nullable Token cached;

    SignedJwtTokens(Client client, HttpExchange http, Duration timeout, Clock clock) {
        this.client = client;
        this.http = http;
        this.timeout = timeout;
        this.clock = clock;
    }

    /** One thread fetches, the others wait for it: the issuer counts requests. */
    @Override
    public synchronized Optional<String> current() throws IOException {
        Token token = cached;
        if (token == null || !clock.instant().isBefore(token.until())) {
            token = fetch();
            cached = token;
        }
        return Optional.of(token.value());
    }

    @Override
    public synchronized void refused(String token) {
        if (cached != null && cached.value().equals(token)) {
            cached = null;
        }
    }

    private Token fetch() throws IOException {
        // RFC 7521 leaves the client id to the caller; some issuers ask for it.
        String form = "grant_type=client_credentials"
                + "&client_id=" + encode(client.id())
                + "&client_assertion_type=" + encode("urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
                + "&client_assertion=" + encode(assertion());
        HttpResponse<byte[]> answer = http.send(HttpRequest.newBuilder(client.tokenUrl())
                .timeout(timeout)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
        if (answer.statusCode() != 200) {
            throw new IOException("the token issuer answered " + answer.statusCode());
        }
        return read(answer.body());
    }

    private Token read(byte[] body) throws IOException {
        try {
            JsonNode answer = json.readTree(body);
            String value = answer.path("access_token").asString("");
            if (value.isEmpty()) {
                throw new IOException("the token issuer answered without a token");
            }
            Duration life = Duration.ofSeconds(answer.path("expires_in").asLong(SHORTEST_LIFE));
            Duration early = life.compareTo(EARLY.multipliedBy(3)) > 0 ? EARLY : life.dividedBy(3);
            return new Token(value, clock.instant().plus(life).minus(early));
        } catch (JacksonException nonsense) {
            throw new IOException("the token issuer answered no JSON", nonsense);
        }
    }

    private String assertion() throws IOException {
        JWSHeader.Builder header = new JWSHeader.Builder(JWSAlgorithm.RS512).type(JOSEObjectType.JWT);
        client.keyId().ifPresent(header::keyID);
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(client.id())
                .subject(client.id())
                .audience(client.tokenUrl().toString())
                .jwtID(UUID.randomUUID().toString())
                .expirationTime(Date.from(clock.instant().plus(ASSERTION)))
                .build();
        SignedJWT jwt = new SignedJWT(header.build(), claims);
        try {
            jwt.sign(new RSASSASigner(client.key()));
        } catch (JOSEException e) {
            throw new IOException("the client key cannot sign", e);
        }
        return jwt.serialize();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
