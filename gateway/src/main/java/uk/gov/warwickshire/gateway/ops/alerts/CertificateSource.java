package uk.gov.warwickshire.gateway.ops.alerts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.info.SslInfo;
import org.springframework.boot.info.SslInfo.BundleInfo;
import org.springframework.boot.info.SslInfo.CertificateInfo;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.stereotype.Component;

/** The certificates of every SSL bundle: ours towards MESH and the regions, and those with which they are trusted. */
@Component
class CertificateSource implements AlertSource {

    private final SslInfo certificates;
    private final Clock clock;

    CertificateSource(SslBundles bundles, Clock clock) {
        this.certificates = new SslInfo(bundles, clock);
        this.clock = clock;
    }

    @Override
    public Set<AlertKind> kinds() {
        return Set.of(AlertKind.CERTIFICATE_EXPIRING);
    }

    @Override
    public List<FiringAlert> look(List<AlertRule> rules) {
        List<BundleInfo> bundles = certificates.getBundles();
        return rules.stream()
                .flatMap(rule -> bundles.stream().flatMap(bundle -> look(rule, bundle).stream()))
                .toList();
    }

    private Optional<FiringAlert> look(AlertRule rule, BundleInfo bundle) {
        Instant now = clock.instant();
        return firstEnd(bundle)
                .filter(end -> end.isBefore(now.plus(rule.time())))
                .map(end -> rule.fires(
                        bundle.getName(),
                        end.isBefore(now)
                                ? "A certificate of " + bundle.getName()
                                        + " has expired: connections with it are refused"
                                : "A certificate of " + bundle.getName() + " expires in "
                                        + InWords.count(
                                                Duration.between(now, end).toDays(), "day"),
                        "Have it renewed and put the new one where the SSL bundle " + bundle.getName()
                                + " reads it; with reload-on-update it is taken without a restart",
                        "/console",
                        1,
                        now));
    }

    private static Optional<Instant> firstEnd(BundleInfo bundle) {
        return Stream.concat(bundle.getCertificateChains().stream(), bundle.getTrustStoreCertificateChains().stream())
                .flatMap(chain -> chain.getCertificates().stream())
                .map(CertificateInfo::getValidityEnds)
                .min(Comparator.naturalOrder());
    }
}
