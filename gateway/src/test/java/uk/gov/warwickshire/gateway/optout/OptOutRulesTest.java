package uk.gov.warwickshire.gateway.optout;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

class OptOutRulesTest {

    @ParameterizedTest
    @CsvSource({
        "22, 7, max-age may not be above 21 days",
        "21, 21, refresh must be below",
        "5, 7, refresh must be below"
    })
    void ages_that_would_break_the_licence_or_leave_everything_stale_are_refused(
            int maxAge, int refresh, String message) {
        var settings = new GatewaySettings.OptOut(
                "X26HC065",
                "W",
                Duration.ofDays(maxAge),
                Duration.ofDays(refresh),
                Duration.ofHours(1),
                Duration.ofHours(24),
                10);

        assertThatThrownBy(() -> new OptOutRules(settings, "X26OURS01", false, Clock.systemUTC()))
                .hasMessageContaining(message);
    }
}
