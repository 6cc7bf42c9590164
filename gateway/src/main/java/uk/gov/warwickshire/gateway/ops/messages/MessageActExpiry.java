package uk.gov.warwickshire.gateway.ops.messages;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.gov.warwickshire.gateway.common.ExpiringRows;
import uk.gov.warwickshire.gateway.common.ExpiringRows.Which;
import uk.gov.warwickshire.gateway.common.ExpiringTraces;
import uk.gov.warwickshire.gateway.common.TraceKind;

/** How the acts of people on deliveries grow old: with the deliveries. An act on many goes whole. */
@Configuration(proxyBeanMethods = false)
class MessageActExpiry {

    private static final String ABOUT_KEPT = """
            exists (select from delivery d join kept_child k on k.child_id = d.child_id
                     where d.id = t.delivery_id)""";

    private static final String OF_KEPT_ACT = """
            exists (select from message_bulk_item i join delivery d on d.id = i.delivery_id
                      join kept_child k on k.child_id = d.child_id
                     where i.bulk_id = t.%s)""";

    @Bean
    ExpiringTraces expiringActs(JdbcTemplate jdbc) {
        return ExpiringRows.deleted(jdbc, TraceKind.DELIVERIES, "message_act", new Which("t.done_at < ?", ABOUT_KEPT));
    }

    @Bean
    ExpiringTraces expiringBulkItems(JdbcTemplate jdbc) {
        return ExpiringRows.deleted(
                jdbc,
                TraceKind.DELIVERIES,
                "message_bulk_item",
                new Which(
                        "t.bulk_id in (select id from message_bulk where ended_at < ?)",
                        OF_KEPT_ACT.formatted("bulk_id")));
    }

    @Bean
    ExpiringTraces expiringBulks(JdbcTemplate jdbc) {
        return ExpiringRows.deleted(
                jdbc, TraceKind.DELIVERIES, "message_bulk", new Which("t.ended_at < ?", OF_KEPT_ACT.formatted("id")));
    }
}
