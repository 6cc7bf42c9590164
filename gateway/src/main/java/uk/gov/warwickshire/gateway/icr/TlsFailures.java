package uk.gov.warwickshire.gateway.icr;

import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Says what is wrong between two certificates: the commonest fault of a partner at night, and one that no retry heals. */
final class TlsFailures {

    private static final int DEPTH = 10;

    private TlsFailures() {}

    /** In words of ours; empty if the failure has nothing to do with certificates. */
    static Optional<String> words(Throwable failure) {
        if (causes(failure).anyMatch(CertificateExpiredException.class::isInstance)) {
            return Optional.of("the partner's certificate has expired");
        }
        if (causes(failure).anyMatch(CertificateNotYetValidException.class::isInstance)) {
            return Optional.of("the partner's certificate is not valid yet");
        }
        return causes(failure)
                .filter(SSLException.class::isInstance)
                .map(cause -> Optional.ofNullable(cause.getMessage()).orElse("").toLowerCase(Locale.ROOT))
                .findFirst()
                .map(TlsFailures::ofHandshake);
    }

    private static String ofHandshake(String message) {
        if (message.contains("certificate_expired")) {
            return "the partner says that our certificate has expired";
        }
        if ((message.contains("alert") && message.contains("certificate")) || message.contains("unknown_ca")) {
            return "the partner does not accept our certificate";
        }
        return message.contains("path") || message.contains("certificate")
                ? "the partner's certificate is not trusted"
                : "no TLS connection could be agreed: certificates or protocols do not match";
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEPTH);
    }
}
