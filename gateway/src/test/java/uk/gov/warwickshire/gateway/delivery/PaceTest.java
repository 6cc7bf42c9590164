package uk.gov.warwickshire.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaceTest {

    /** A clock that moves whenever it is looked at, as real ones do. */
    private static final class MovingClock extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public Instant instant() {
            now = now.plusNanos(1);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private final Pace pace =
            new Pace(4, 100, new RetryPolicy(Duration.ofSeconds(5), Duration.ofHours(1), 20), new MovingClock());

    @Test
    void nothingIsPausedBeforeAnythingWentWrong() {
        assertThat(pace.pause()).isZero();
    }

    @Test
    void aDestinationThatAsksForTimeGetsIt() {
        pace.slow(new SendResult.RetryLater(Optional.of(Duration.ofMinutes(2)), Optional.of(503), "busy", true));

        assertThat(pace.pause()).isBetween(Duration.ofSeconds(119), Duration.ofMinutes(2));
    }

    @Test
    void theBatchGrowsWhileAllGoesWellAndShrinksAtOnce() {
        pace.quicken();
        pace.quicken();
        assertThat(pace.batch()).isEqualTo(16);

        pace.slow(new SendResult.RetryLater(Optional.empty(), Optional.empty(), "refused", true));
        assertThat(pace.batch()).isEqualTo(4);
    }
}
