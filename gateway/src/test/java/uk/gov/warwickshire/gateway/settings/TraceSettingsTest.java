package uk.gov.warwickshire.gateway.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Period;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Periods are written as people write them, and none can be so short that it destroys what is still needed. */
class TraceSettingsTest {

    @Test
    void whatShipsIsCautious() {
        TraceSettings settings = bind(Map.of("gateway.traces.messages", "6m"));

        assertThat(settings.ledger()).isEqualTo(Period.ofYears(25));
        assertThat(settings.audit()).isEqualTo(Period.ofYears(25));
        assertThat(settings.deliveries()).isEqualTo(Period.ofYears(6));
        assertThat(settings.messages()).isEqualTo(Period.ofMonths(6));
    }

    @ParameterizedTest
    @CsvSource({
        "ledger, 71m",
        "audit, 5y",
        "deliveries, 364d",
        "deliveries, 26y",
        "cp-is-files, 11m",
        "messages, 6d",
        "files, 29d",
        "reports, 4w",
        "packs, 2m",
        "log-days, 29"
    })
    void aPeriodThatIsTooShortStopsTheStartAndSaysWhich(String name, String value) {
        assertThatThrownBy(() -> bind(Map.of("gateway.traces." + name, value)))
                .hasStackTraceContaining(value.equals("26y") ? "gateway.traces.ledger" : "gateway.traces." + name);
    }

    private static TraceSettings bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("gateway.traces", TraceSettings.class);
    }
}
