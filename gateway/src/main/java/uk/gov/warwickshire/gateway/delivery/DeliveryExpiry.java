package uk.gov.warwickshire.gateway.delivery;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.gov.warwickshire.gateway.common.ExpiringDays;
import uk.gov.warwickshire.gateway.common.ExpiringMonths;
import uk.gov.warwickshire.gateway.common.ExpiringRows;
import uk.gov.warwickshire.gateway.common.ExpiringRows.Which;
import uk.gov.warwickshire.gateway.common.ExpiringTraces;
import uk.gov.warwickshire.gateway.common.TraceKind;

/** How deliveries grow old: the books of a day at a destination go whole, so that what is left balances. */
@Configuration(proxyBeanMethods = false)
class DeliveryExpiry {

    /** Open, or of a child of whom nothing goes. */
    private static final String STAYS = """
            (%1$s.state in ('PENDING', 'HELD', 'CLEARED', 'RETRYING', 'SENT', 'DEAD')
             or %1$s.child_id in (select child_id from kept_child))""";

    private static final String ATTEMPT_STAYS =
            "exists (select from delivery d where d.id = t.delivery_id and " + STAYS.formatted("d") + ")";

    @Bean
    ExpiringTraces expiringDeliveries(JdbcTemplate jdbc) {
        return new ExpiringDays(
                jdbc, TraceKind.DELIVERIES, "delivery", "delivery_due", "due_on, destination", STAYS.formatted("t"));
    }

    @Bean
    ExpiringTraces expiringAttempts(JdbcTemplate jdbc) {
        return new ExpiringMonths(jdbc, TraceKind.DELIVERIES, "delivery_attempt", ATTEMPT_STAYS);
    }

    @Bean
    ExpiringTraces expiringAttemptsWithoutMonth(JdbcTemplate jdbc) {
        return ExpiringRows.deleted(
                jdbc, TraceKind.DELIVERIES, "delivery_attempt_default", new Which("t.started_at < ?", ATTEMPT_STAYS));
    }
}
