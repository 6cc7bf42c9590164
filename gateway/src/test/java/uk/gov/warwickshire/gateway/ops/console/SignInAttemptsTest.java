package uk.gov.warwickshire.gateway.ops.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import uk.gov.warwickshire.gateway.testing.MovableClock;

/** Passwords cannot be tried out, and nobody is kept out for long by others who try. */
class SignInAttemptsTest {

    private final MovableClock clock = new MovableClock(Instant.parse("2027-05-01T03:00:00Z"));
    private final SignInAttempts attempts = new SignInAttempts(clock);

    @Test
    void five_wrong_passwords_lock_the_name_at_that_address_alone() {
        fail(5, "engineer", "10.0.0.1");

        assertThat(attempts.isLocked("engineer", "10.0.0.1")).isTrue();
        assertThat(attempts.isLocked("engineer", "10.0.0.2")).isFalse();
        assertThat(attempts.isLocked("other", "10.0.0.1")).isFalse();
    }

    @Test
    void a_quarter_of_an_hour_unlocks() {
        fail(5, "engineer", "10.0.0.1");
        clock.advance(Duration.ofMinutes(15));

        assertThat(attempts.isLocked("engineer", "10.0.0.1")).isFalse();
    }

    @Test
    void the_right_password_begins_anew() {
        fail(4, "engineer", "10.0.0.1");
        attempts.succeeded("engineer", "10.0.0.1");
        fail(4, "engineer", "10.0.0.1");

        assertThat(attempts.isLocked("engineer", "10.0.0.1")).isFalse();
    }

    @Test
    void one_name_tried_from_everywhere_is_locked() {
        for (int i = 0; i < 30; i++) {
            attempts.failed("engineer", "10.0.1." + i);
        }

        assertThat(attempts.isLocked("engineer", "10.9.9.9")).isTrue();
    }

    @Test
    void many_names_tried_from_one_address_lock_the_address() {
        for (int i = 0; i < 50; i++) {
            attempts.failed("name-" + i, "10.0.0.1");
        }

        assertThat(attempts.isLocked("engineer", "10.0.0.1")).isTrue();
    }

    @Test
    void an_address_that_goes_on_is_not_forgotten_for_all_the_names_it_tries() {
        for (int i = 0; i < 20_000; i++) {
            attempts.failed("name-" + i, "10.0.0.1");
        }

        assertThat(attempts.isLocked("fresh", "10.0.0.1")).isTrue();
    }

    private void fail(int times, String name, String address) {
        for (int i = 0; i < times; i++) {
            attempts.failed(name, address);
        }
    }
}
