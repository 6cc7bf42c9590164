package uk.gov.warwickshire.gateway.common.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/**
 * Remembers tokens that have been verified, by their hash, for at most five minutes: verifying a signature costs more than
 * anything else before the database. A key that its issuer withdraws is so honoured for five minutes more; an expired
 * token is not, since its time is looked at on every use.
 */
final class VerifiedTokens implements JwtDecoder {

    private static final int MOST = 10_000;
    private static final int LONGEST = 16_384;
    private static final Duration REMEMBERED = Duration.ofMinutes(5);

    private final JwtDecoder verifier;
    private final Duration clockSkew;
    private final Clock clock;
    private final Cache<ByteBuffer, Jwt> verified =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();

    VerifiedTokens(JwtDecoder verifier, Duration clockSkew, Clock clock) {
        this.verifier = verifier;
        this.clockSkew = clockSkew;
        this.clock = clock;
    }

    @Override
    public Jwt decode(String token) throws JwtException {
        if (token.length() > LONGEST) {
            throw new BadJwtException("the token is too long");
        }
        ByteBuffer hash = hash(token);
        Jwt known = verified.getIfPresent(hash);
        if (known != null && isInTime(known.getExpiresAt())) {
            return known;
        }
        Jwt decoded = verifier.decode(token);
        verified.put(hash, decoded);
        return decoded;
    }

    private boolean isInTime(@Nullable Instant expiry) {
        return expiry != null && clock.instant().isBefore(expiry.plus(clockSkew));
    }

    private static ByteBuffer hash(String token) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
