package uk.gov.warwickshire.gateway.api.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.gov.warwickshire.gateway.common.ExpiringRows;
import uk.gov.warwickshire.gateway.common.ExpiringRows.Which;
import uk.gov.warwickshire.gateway.common.ExpiringTraces;
import uk.gov.warwickshire.gateway.common.TraceKind;

/** How emergency overrides grow old: with the audit of what was read under them. */
@Configuration(proxyBeanMethods = false)
class BreakGlassExpiry {

    @Bean
    ExpiringTraces expiringOverrides(JdbcTemplate jdbc) {
        return ExpiringRows.deleted(
                jdbc,
                TraceKind.AUDIT,
                "break_glass_grant",
                new Which("t.granted_at < ?", "t.child_id in (select child_id from kept_child)"));
    }
}
