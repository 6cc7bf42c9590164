package uk.gov.warwickshire.gateway.common.security;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** An issuer's keys over HTTP, and tokens good and bad. */
final class TestIssuer implements AutoCloseable {

    static final String ISSUER = "https://issuer.example";
    static final String AUDIENCE = "health-gateway";
    private static final String KEY_ID = "key-1";
    private static final int BITS = 2048;

    private final RSAKey key;
    private final WireMockServer http =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    private final Clock clock;

    TestIssuer(Clock clock) throws JOSEException {
        this.clock = clock;
        key = new RSAKeyGenerator(BITS).keyID(KEY_ID).generate();
        http.start();
        http.stubFor(WireMock.get("/jwks").willReturn(WireMock.okJson(new JWKSet(key.toPublicJWK()).toString())));
    }

    String jwkSetUri() {
        return http.baseUrl() + "/jwks";
    }

    String signed(UnaryOperator<JWTClaimsSet.Builder> change) {
        return sign(JWSAlgorithm.RS256, JOSEObjectType.JWT, claims(change), rsa(key));
    }

    String signed(JWSAlgorithm algorithm) {
        return sign(algorithm, JOSEObjectType.JWT, claims(c -> c), rsa(key));
    }

    String typed(String type) {
        return sign(JWSAlgorithm.RS256, new JOSEObjectType(type), claims(c -> c), rsa(key));
    }

    /** RFC 8705. */
    String boundTo(String thumbprint) {
        return signed(c -> c.claim("cnf", Map.of("x5t#S256", thumbprint)));
    }

    String signedByAnotherKey() {
        try {
            RSAKey other = new RSAKeyGenerator(BITS).keyID(KEY_ID).generate();
            return sign(JWSAlgorithm.RS256, JOSEObjectType.JWT, claims(c -> c), rsa(other));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String unsigned() {
        return new PlainJWT(claims(c -> c)).serialize();
    }

    /** The classical confusion of algorithms: whoever knows the public key could sign. */
    String signedWithPublicKeyAsSecret() {
        try {
            byte[] secret = key.toRSAPublicKey().getEncoded();
            return sign(JWSAlgorithm.HS256, JOSEObjectType.JWT, claims(c -> c), new MACSigner(secret));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A good signature over other claims. */
    String withPayload(UnaryOperator<JWTClaimsSet.Builder> change) {
        String[] parts = signed(c -> c).split("\\.");
        byte[] other = claims(change).toString().getBytes(StandardCharsets.UTF_8);
        return parts[0] + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(other) + "." + parts[2];
    }

    String withBrokenSignature() {
        String token = signed(c -> c);
        int middle = token.length() - 100;
        char other = token.charAt(middle) == 'A' ? 'B' : 'A';
        return token.substring(0, middle) + other + token.substring(middle + 1);
    }

    @Override
    public void close() {
        http.stop();
    }

    private JWTClaimsSet claims(UnaryOperator<JWTClaimsSet.Builder> change) {
        Instant now = clock.instant();
        return change.apply(new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .audience(List.of(AUDIENCE))
                        .subject("partner-app")
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(600)))
                        .claim("scope", "system/Patient.rs")
                        .claim("ods_code", "RKB"))
                .build();
    }

    private static JWSSigner rsa(RSAKey key) {
        try {
            return new RSASSASigner(key);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sign(JWSAlgorithm algorithm, JOSEObjectType type, JWTClaimsSet claims, JWSSigner signer) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(algorithm).keyID(KEY_ID).type(type).build(), claims);
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
