package uk.gov.warwickshire.gateway.mesh;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.gov.warwickshire.gateway.common.ExpiringRows;
import uk.gov.warwickshire.gateway.common.ExpiringRows.Which;
import uk.gov.warwickshire.gateway.common.ExpiringTraces;
import uk.gov.warwickshire.gateway.common.TraceKind;

/** How handled messages grow old. One that waits for a person stays until it is handled. */
@Configuration(proxyBeanMethods = false)
class MeshExpiry {

    @Bean
    ExpiringTraces expiringMessages(JdbcTemplate jdbc) {
        return ExpiringRows.deleted(
                jdbc, TraceKind.MESSAGES, "mesh_message", new Which("t.state = 'HANDLED' and t.handled_at < ?", """
                        exists (select from unnest((select array_agg(nhs_number) from kept_number)) kept
                                 where position(convert_to(kept, 'UTF8') in t.body) > 0)"""));
    }
}
