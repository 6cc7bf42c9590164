package uk.gov.warwickshire.gateway.ops.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.warwickshire.gateway.intake.Batches;
import uk.gov.warwickshire.gateway.testing.MovableClock;
import uk.gov.warwickshire.gateway.testing.TestDatabase;

/** When a rule begins to complain and when it stops, at its limit. */
class SourcesTest {

    private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");

    private final MovableClock clock = new MovableClock(NOW);

    @ParameterizedTest
    @CsvSource({
        "DEAD_LETTERS,     gateway.delivery.dead,        0, 0, false",
        "DEAD_LETTERS,     gateway.delivery.dead,        1, 0, true",
        "DELIVERY_BACKLOG, gateway.delivery.backlog,     100, 100, false",
        "DELIVERY_BACKLOG, gateway.delivery.backlog,     101, 100, true",
        "OLDEST_HELD,      gateway.oldest.held.seconds,  3600, 0, false",
        "OLDEST_HELD,      gateway.oldest.held.seconds,  3601, 0, true",
        "REGION_DOWN,      gateway.destination.failures, 19, 20, false",
        "REGION_DOWN,      gateway.destination.failures, 20, 20, true",
        "BALANCE_MISMATCH, gateway.balance.mismatches,   0, 0, false",
        "BALANCE_MISMATCH, gateway.balance.mismatches,   1, 0, true"
    })
    void delivery_at_its_limits(AlertKind kind, String meter, double value, long limit, boolean fires) {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        Gauge.builder(meter, () -> value).tag("destination", "icr.north").register(registry);

        List<FiringAlert> found =
                new DeliverySource(new Figures(registry), clock).look(List.of(rule(kind, limit, Duration.ofHours(1))));

        assertThat(found).hasSize(fires ? 1 : 0);
        assertThat(found).allSatisfy(alert -> assertThat(alert.page()).startsWith("/console"));
    }

    @Test
    void a_figure_that_cannot_be_read_is_no_all_clear() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        Gauge.builder("gateway.delivery.dead", () -> Double.NaN).register(registry);

        assertThatThrownBy(() -> new DeliverySource(new Figures(registry), clock)
                        .look(List.of(rule(AlertKind.DEAD_LETTERS, 0, Duration.ZERO))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_failed_file_is_told_of_for_as_long_as_the_rule_says() {
        try (TestDatabase database = new TestDatabase()) {
            failedBatch(database.jdbc(), NOW.minus(Duration.ofHours(2)));
            IntakeSource source = new IntakeSource(new Batches(JdbcClient.create(database.jdbc()), clock), clock);

            assertThat(source.look(List.of(rule(AlertKind.INTAKE_FAILED, 0, Duration.ofHours(1)))))
                    .isEmpty();
            assertThat(source.look(List.of(rule(AlertKind.INTAKE_FAILED, 0, Duration.ofHours(3)))))
                    .extracting(FiringAlert::subject)
                    .containsExactly("ssd");
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "100, 1"})
    void the_disk_is_measured_where_the_data_are(long percent, int alerts) {
        MachineSource source =
                new MachineSource(Path.of("target", "not", "yet", "there").toAbsolutePath(), "here", clock);

        assertThat(source.look(List.of(rule(AlertKind.DISK_SPACE, percent, Duration.ZERO))))
                .hasSize(alerts);
    }

    private static void failedBatch(JdbcTemplate jdbc, Instant at) {
        jdbc.update("""
                insert into intake_batch (id, format, lane, name, sha256, size_bytes, state, received_at, finished_at,
                                          from_inbox)
                values (gen_random_uuid(), 'ssd', 'CHILDREN', 'a.zip', '', 0, 'FAILED', ?::timestamptz, ?::timestamptz, false)
                """, at.toString(), at.toString());
    }

    private static AlertRule rule(AlertKind kind, long number, Duration time) {
        return new AlertRule(
                "a-rule", kind, AlertSeverity.WARNING, Duration.ofHours(1), time, number, Optional.empty());
    }
}
