package uk.gov.warwickshire.gateway.intake;

import ca.uhn.fhir.context.FhirContext;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import uk.gov.warwickshire.gateway.common.ChoiceSink;
import uk.gov.warwickshire.gateway.common.ErasedPersons;
import uk.gov.warwickshire.gateway.common.Ids;
import uk.gov.warwickshire.gateway.common.SingleRunner;
import uk.gov.warwickshire.gateway.delivery.Outbox;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;
import uk.gov.warwickshire.gateway.testing.TestDatabase;
import uk.gov.warwickshire.mappings.source.choices.ChoiceRow;

/** Intake and store wired over a real database; what lies behind them only remembers what it was told. */
final class TestIntake implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    final List<String> enqueued = Collections.synchronizedList(new ArrayList<>());
    final List<ChoiceRow> choices = Collections.synchronizedList(new ArrayList<>());
    /** By the council's id. */
    final Map<String, ErasedPersons.Standing> erased = new java.util.concurrent.ConcurrentHashMap<>();

    /** Done once, between the answer who was erased and what is written on the strength of it. */
    final AtomicReference<Runnable> whenAsked = new AtomicReference<>(() -> {});

    private final AtomicInteger failsIn = new AtomicInteger(-1);
    final JdbcTemplate jdbc;

    TestIntake(TestDatabase database, Map<String, String> settings) {
        this(database, settings, Clock.systemUTC());
    }

    TestIntake(TestDatabase database, Map<String, String> settings, Clock clock) {
        jdbc = database.jdbc();
        // The connections are the database's, and outlive this intake.
        context.registerBean(DataSource.class, database::dataSource, bean -> ((AbstractBeanDefinition) bean)
                .setDestroyMethodName(""));
        context.registerBean(JdbcTemplate.class, () -> jdbc);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(database.dataSource()));
        context.registerBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(database.dataSource()));
        context.registerBean(
                TransactionTemplate.class,
                () -> new TransactionTemplate(context.getBean(JdbcTransactionManager.class)));
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(Ids.class);
        context.registerBean(SingleRunner.class);
        context.registerBean(GatewaySettings.class, () -> settings(settings));
        context.registerBean(Outbox.class, () -> this::enqueue);
        context.registerBean(ChoiceSink.class, () -> this::take);
        context.registerBean(ErasedPersons.class, () -> new ErasedPersons() {
            @Override
            public Map<String, Standing> children(java.util.Collection<String> childIds) {
                Map<String, Standing> found = new HashMap<>(erased);
                found.keySet().retainAll(childIds);
                whenAsked.getAndSet(() -> {}).run();
                return found;
            }

            @Override
            public Map<String, Standing> numbers(java.util.Collection<String> nhsNumbers) {
                return children(nhsNumbers);
            }

            @Override
            public void returned(java.util.Collection<String> childIds) {
                childIds.forEach(child -> erased.put(child, Standing.RETURNED));
            }
        });
        // The full-text index follows what is stored by routes of its own; intake does not know it.
        ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(context);
        scanner.addExcludeFilter(new RegexPatternTypeFilter(Pattern.compile(".*\\.store\\.fulltext\\..*")));
        scanner.scan("uk.gov.warwickshire.gateway.intake", "uk.gov.warwickshire.gateway.store");
        context.registerBean(FhirContext.class, FhirContext::forR4Cached);
        context.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
        context.refresh();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    UUID receive(Format format, String name, byte[] content) {
        return bean(Receiver.class).receive(format, name, new ByteArrayInputStream(content), false);
    }

    /** Receives, reads, and says what became of it. */
    Batch read(Format format, String name, byte[] content) {
        UUID id = receive(format, name, content);
        bean(BatchRunner.class).run(format.lane());
        return batch(id);
    }

    Batch read(Extract extract) {
        return read(Format.SSD, "extract.zip", extract.zip());
    }

    Batch readCsv(Format format, String... lines) {
        return read(format, format.code() + ".csv", String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    Batch batch(UUID id) {
        return bean(Batches.class).find(id).orElseThrow();
    }

    String report(Batch batch) {
        StringWriter writer = new StringWriter();
        bean(ReportWriter.class).write(batch, writer);
        return writer.toString();
    }

    /** As it was at the start. */
    void empty() {
        jdbc.execute("""
                truncate intake_batch, intake_content, intake_finding, child_source, child_census, ssd_reference, child_touched,
                         child_identity, team_directory, child, child_other_person, resource, resource_history
                """);
        enqueued.clear();
        choices.clear();
    }

    /** Everyone enqueued since the last call. */
    List<String> takeEnqueued() {
        List<String> taken = sorted(enqueued);
        enqueued.clear();
        return taken;
    }

    @Override
    public void close() {
        context.close();
    }

    /** The next chunk but so many fails as it is written, as if the gateway had died there. */
    void failAfter(int chunks) {
        failsIn.set(chunks);
    }

    private void enqueue(Collection<String> children, String cause) {
        if (failsIn.getAndDecrement() == 0) {
            throw new IllegalStateException("the gateway dies here");
        }
        enqueued.addAll(children);
    }

    private ChoiceSink.Taken take(UUID batch, List<ChoiceRow> rows) {
        choices.addAll(rows);
        return new ChoiceSink.Taken(rows.size(), List.of());
    }

    private static List<String> sorted(Collection<String> texts) {
        return texts.stream().sorted().toList();
    }

    private static GatewaySettings settings(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(Map.of(
                "gateway.organisation.ods-code", "409",
                "gateway.organisation.name", "Warwickshire County Council",
                "gateway.organisation.local-authority-code", "937",
                "gateway.organisation.office-hours-phone", "01926 000001",
                "gateway.organisation.emergency-duty-phone", "01926 000002",
                "gateway.allow-test-numbers", "true"));
        all.putAll(more);
        return new Binder(new MapConfigurationPropertySource(all))
                .bind("gateway", GatewaySettings.class)
                .get();
    }
}
