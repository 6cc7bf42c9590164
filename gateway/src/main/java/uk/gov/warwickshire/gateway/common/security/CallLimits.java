package uk.gov.warwickshire.gateway.common.security;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/**
 * How many requests an organisation may make. Counted in the memory of each replica: with three replicas behind a fair
 * balancer an organisation gets up to three times as many. The limit protects the gateway; it is no access rule.
 */
@Component
class CallLimits {

    private static final int MOST_KNOWN = 10_000;
    private static final Duration FORGOTTEN = Duration.ofMinutes(10);

    /** Bad tokens from one address: each is audited, so they may not come as fast as they like. */
    private static final int BAD_TOKENS_PER_SECOND = 10;

    private static final int BAD_TOKENS_AT_ONCE = 100;

    private final LoadingCache<String, Bucket> organisations;
    private final LoadingCache<String, Bucket> addresses;
    private final LoadingCache<String, Bucket> noted;

    CallLimits(GatewaySettings settings) {
        GatewaySettings.Access access = settings.access();
        this.organisations = buckets(access.requestsPerSecond(), access.burst());
        this.addresses = buckets(BAD_TOKENS_PER_SECOND, BAD_TOKENS_AT_ONCE);
        this.noted = buckets(1, 1);
    }

    /** @throws RefusedException with the time after which to come again */
    void count(String odsCode) {
        take(organisations.get(odsCode));
    }

    /** @throws RefusedException as {@link #count} */
    void countBadToken(Optional<String> address) {
        take(addresses.get(address.orElse("")));
    }

    /** Of the requests over the limit, one each second is put on record for each organisation; all are counted. */
    boolean isToBeNoted(String odsCode) {
        return noted.get(odsCode).tryConsume(1);
    }

    private static void take(Bucket bucket) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            long seconds = TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
            throw new RefusedException(Refusal.TOO_MANY_REQUESTS, List.of(), Optional.of(seconds));
        }
    }

    private static LoadingCache<String, Bucket> buckets(int perSecond, int burst) {
        return Caffeine.newBuilder()
                .maximumSize(MOST_KNOWN)
                .expireAfterAccess(FORGOTTEN)
                .build(key -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
                        .withCustomTimePrecision(TimeMeter.SYSTEM_NANOTIME)
                        .build());
    }
}
