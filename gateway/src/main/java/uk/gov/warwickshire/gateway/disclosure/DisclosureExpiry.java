package uk.gov.warwickshire.gateway.disclosure;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.gov.warwickshire.gateway.common.ExpiringMonths;
import uk.gov.warwickshire.gateway.common.ExpiringRows;
import uk.gov.warwickshire.gateway.common.ExpiringRows.Which;
import uk.gov.warwickshire.gateway.common.ExpiringTraces;
import uk.gov.warwickshire.gateway.common.TraceKind;

/** How the ledger grows old. */
@Configuration(proxyBeanMethods = false)
class DisclosureExpiry {

    private static final String KEPT = "t.child_id in (select child_id from kept_child)";

    @Bean
    ExpiringTraces expiringLedger(JdbcTemplate jdbc) {
        return new ExpiringMonths(jdbc, TraceKind.LEDGER, "disclosure_ledger", KEPT);
    }

    @Bean
    ExpiringTraces expiringLedgerWithoutMonth(JdbcTemplate jdbc) {
        return ExpiringRows.deleted(
                jdbc, TraceKind.LEDGER, "disclosure_ledger_default", new Which("t.decided_at < ?", KEPT));
    }
}
