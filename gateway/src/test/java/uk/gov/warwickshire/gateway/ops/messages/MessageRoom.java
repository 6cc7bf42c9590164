package uk.gov.warwickshire.gateway.ops.messages;

import ca.uhn.fhir.context.FhirContext;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import uk.gov.warwickshire.gateway.common.Ids;
import uk.gov.warwickshire.gateway.common.SingleRunner;
import uk.gov.warwickshire.gateway.cpis.ChildrenAtRisk;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;
import uk.gov.warwickshire.gateway.testing.TestDatabase;

/** The rooms that messages are read from, on a real database, without a server and without routes. */
final class MessageRoom implements AutoCloseable {

    private static final String ROOT = "uk.gov.warwickshire.gateway.";

    final TestDatabase database = new TestDatabase();
    final Ids ids = new Ids(Clock.systemUTC());
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    /** @param search settings of the index */
    MessageRoom(Path folder, Map<String, Object> search) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "gateway.data-dir", folder.toString(),
                "gateway.organisation.ods-code", "X937",
                "gateway.delivery.bulk-acts-per-second", "2"));
        GatewaySettings bound =
                new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("gateway", GatewaySettings.class);
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("search", search));
        JdbcTemplate jdbc = database.jdbc();
        JdbcTransactionManager manager = new JdbcTransactionManager(database.dataSource());
        context.registerBean(DataSource.class, database::dataSource);
        context.registerBean(JdbcTemplate.class, () -> jdbc);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(jdbc));
        context.registerBean(PlatformTransactionManager.class, () -> manager);
        context.registerBean(TransactionTemplate.class, () -> new TransactionTemplate(manager));
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(Ids.class, () -> ids);
        context.registerBean(SingleRunner.class);
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.registerBean(JsonMapper.class, JsonMapper::shared);
        context.registerBean(FhirContext.class, FhirContext::forR4Cached);
        context.registerBean(GatewaySettings.class, () -> bound);
        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
        context.registerBean(ChildrenAtRisk.class);
        context.scan(ROOT + "delivery", ROOT + "disclosure", ROOT + "intake", ROOT + "store");
        context.scan(ROOT + "audit", ROOT + "ops.messages");
        context.refresh();
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** Writes a delivery as it stands after something happened to it. */
    UUID delivery(String child, String state, Optional<String> reason, Optional<Integer> status, String error) {
        UUID id = ids.next();
        database.jdbc().update("""
                        insert into delivery (child_id, destination, id, kind, state, cause, due_on, created_at,
                                              next_attempt_at, reason, last_status, last_error)
                        values (?, 'icr.north', ?, 'RECORD', ?, 'test', current_date, now(), now() + interval '1 hour',
                                ?, ?, ?)
                        """, child, id, state, reason.orElse(null), status.orElse(null), error);
        return id;
    }

    UUID dead(String child) {
        return delivery(child, "DEAD", Optional.empty(), Optional.of(422), "answered 422");
    }

    String state(UUID delivery) {
        return String.valueOf(
                database.jdbc().queryForObject("select state from delivery where id = ?", String.class, delivery));
    }

    int count(String sql) {
        return Optional.ofNullable(database.jdbc().queryForObject(sql, Integer.class))
                .orElse(0);
    }

    void clear() {
        database.jdbc().execute("truncate delivery, delivery_due, cpis_status, message_bulk, message_bulk_item");
        database.jdbc().execute("delete from message_act");
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }
}
