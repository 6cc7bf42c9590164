package uk.gov.warwickshire.gateway.audit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.gov.warwickshire.gateway.common.ExpiringMonths;
import uk.gov.warwickshire.gateway.common.ExpiringRows;
import uk.gov.warwickshire.gateway.common.ExpiringRows.Which;
import uk.gov.warwickshire.gateway.common.ExpiringTraces;
import uk.gov.warwickshire.gateway.common.TraceKind;

/** How the audit grows old. */
@Configuration(proxyBeanMethods = false)
class AuditExpiry {

    /** A question can name a child by its number without having found it. */
    private static final String KEPT = """
            (t.child_id in (select child_id from kept_child)
             or exists (select from regexp_split_to_table(t.query, '[^A-Za-z0-9]+') word
                         where word in (select nhs_number from kept_number)))""";

    @Bean
    ExpiringTraces expiringAudit(JdbcTemplate jdbc) {
        return new ExpiringMonths(jdbc, TraceKind.AUDIT, "audit_event", KEPT);
    }

    @Bean
    ExpiringTraces expiringAuditWithoutMonth(JdbcTemplate jdbc) {
        return ExpiringRows.deleted(jdbc, TraceKind.AUDIT, "audit_event_default", new Which("t.recorded_at < ?", KEPT));
    }
}
