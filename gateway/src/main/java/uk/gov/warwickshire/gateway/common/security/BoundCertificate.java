package uk.gov.warwickshire.gateway.common.security;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Certificate-bound tokens (RFC 8705): a token whose claim `cnf` names a certificate is good only on a connection made with
 * that certificate. Looked at on every request, since the same token may come over another connection.
 */
final class BoundCertificate {

    private static final String ATTRIBUTE = "jakarta.servlet.request.X509Certificate";

    private BoundCertificate() {}

    /** @throws RefusedException if the token is bound to another certificate, or not bound though it must be */
    static void check(Jwt token, HttpServletRequest request, boolean required) {
        Optional<String> bound = confirmation(token);
        if (bound.isEmpty() && !required && !token.hasClaim("cnf")) {
            return;
        }
        Optional<String> presented = certificate(request).map(BoundCertificate::thumbprint);
        boolean same = bound.flatMap(expected -> presented.map(actual -> equal(expected, actual)))
                .orElse(false);
        if (!same) {
            throw new RefusedException(Refusal.CERTIFICATE_MISMATCH);
        }
    }

    private static Optional<String> confirmation(Jwt token) {
        return Optional.ofNullable(token.getClaim("cnf"))
                .filter(Map.class::isInstance)
                .map(Map.class::cast)
                .map(cnf -> cnf.get("x5t#S256"))
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }

    private static Optional<X509Certificate> certificate(HttpServletRequest request) {
        return Optional.ofNullable(request.getAttribute(ATTRIBUTE))
                .filter(X509Certificate[].class::isInstance)
                .map(X509Certificate[].class::cast)
                .filter(chain -> chain.length > 0)
                .map(chain -> chain[0]);
    }

    private static String thumbprint(X509Certificate certificate) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean equal(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }
}
