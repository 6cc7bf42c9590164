package uk.gov.warwickshire.gateway.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Finds days on which a delivery is not accounted for: an alarm, shown in health and as `gateway_balance_mismatches`. */
@Component
class BalanceCheck implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(BalanceCheck.class);
    private static final int DAYS = 31;

    private final Balances balances;
    private final Clock clock;
    private volatile List<Balance> mismatches = List.of();

    BalanceCheck(Balances balances, MeterRegistry registry, Clock clock) {
        this.balances = balances;
        this.clock = clock;
        registry.gauge("gateway.balance.mismatches", this, check -> check.mismatches.size());
    }

    void check() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        mismatches = balances.between(today.minusDays(DAYS), today).stream()
                .filter(balance -> !balance.holds())
                .toList();
        mismatches.forEach(balance -> LOG.error(
                "The books of {} for {} do not balance: {} due, {} accounted for",
                balance.day(),
                balance.destination(),
                balance.due(),
                balance.accounted()));
    }

    @Override
    public Health health() {
        List<Balance> found = mismatches;
        Health.Builder health = found.isEmpty() ? Health.up() : Health.down();
        return health.withDetail("mismatches", found.size()).build();
    }
}
