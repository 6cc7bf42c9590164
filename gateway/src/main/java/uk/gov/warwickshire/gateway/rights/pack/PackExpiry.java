package uk.gov.warwickshire.gateway.rights.pack;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.gov.warwickshire.gateway.common.ExpiringRows;
import uk.gov.warwickshire.gateway.common.ExpiringRows.Which;
import uk.gov.warwickshire.gateway.common.ExpiringTraces;
import uk.gov.warwickshire.gateway.common.TraceKind;

/** How released packs grow old: the archive goes, its checksum and the decisions stay. */
@Configuration(proxyBeanMethods = false)
class PackExpiry {

    @Bean
    ExpiringTraces expiringPacks(JdbcTemplate jdbc) {
        return ExpiringRows.emptied(
                jdbc,
                TraceKind.PACKS,
                "rights_pack",
                "archive",
                "null",
                new Which(
                        "t.archive is not null and t.released_at < ?",
                        "t.child_id in (select child_id from kept_child)"));
    }
}
