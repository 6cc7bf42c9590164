package uk.gov.warwickshire.gateway.intake;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.gov.warwickshire.gateway.common.ExpiringRows;
import uk.gov.warwickshire.gateway.common.ExpiringRows.Which;
import uk.gov.warwickshire.gateway.common.ExpiringTraces;
import uk.gov.warwickshire.gateway.common.TraceKind;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/** How delivered files and what was found in them grow old. That there was a batch, its checksum and its counts stay. */
@Configuration(proxyBeanMethods = false)
class IntakeExpiry {

    @Bean
    ExpiringTraces expiringFindings(JdbcTemplate jdbc) {
        return ExpiringRows.deleted(
                jdbc,
                TraceKind.REPORTS,
                "intake_finding",
                new Which(
                        "t.batch_id in (select id from intake_batch where finished_at < ?)",
                        "t.child_id in (select child_id from kept_child)"));
    }

    @Bean
    ExpiringTraces expiringReports(JdbcTemplate jdbc, GatewaySettings settings) {
        return new ExpiringFiles(jdbc, TraceKind.REPORTS, settings.inbox(), "reports");
    }

    @Bean
    ExpiringTraces expiringDone(JdbcTemplate jdbc, GatewaySettings settings) {
        return new ExpiringFiles(jdbc, TraceKind.FILES, settings.inbox(), "done");
    }

    @Bean
    ExpiringTraces expiringFailed(JdbcTemplate jdbc, GatewaySettings settings) {
        return new ExpiringFiles(jdbc, TraceKind.FILES, settings.inbox(), "failed");
    }
}
