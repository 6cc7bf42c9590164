package uk.gov.warwickshire.gateway.api.access;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Date;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.warwickshire.gateway.common.Ids;
import uk.gov.warwickshire.gateway.common.SubjectChanges;
import uk.gov.warwickshire.gateway.disclosure.Choice;
import uk.gov.warwickshire.gateway.disclosure.ChoiceRegister;
import uk.gov.warwickshire.gateway.optout.OptOutRegister;
import uk.gov.warwickshire.gateway.optout.OptOutStatus;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;
import uk.gov.warwickshire.gateway.store.AnswerFactsReader;
import uk.gov.warwickshire.gateway.testing.MovableClock;
import uk.gov.warwickshire.gateway.testing.TestDatabase;
import uk.gov.warwickshire.mappings.fhir.Category;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/** The gate on answers wired with disclosure and audit over a real database; the national register is a map. */
final class AccessRoom implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-20");

    final MovableClock clock = new MovableClock(NOW);
    final Map<NhsNumber, OptOutStatus> optOuts = new ConcurrentHashMap<>();
    final JdbcTemplate jdbc;
    private final TestDatabase database = new TestDatabase();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    AccessRoom() {
        jdbc = database.jdbc();
        context.registerBean(DataSource.class, database::dataSource);
        context.registerBean(JdbcTemplate.class, () -> jdbc);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(database.dataSource()));
        context.registerBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(database.dataSource()));
        context.registerBean(
                TransactionTemplate.class,
                () -> new TransactionTemplate(context.getBean(JdbcTransactionManager.class)));
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.registerBean("clock", java.time.Clock.class, () -> clock);
        context.registerBean(Ids.class);
        context.registerBean(SubjectChanges.class);
        context.registerBean(GatewaySettings.class, AccessRoom::settings);
        context.registerBean(OptOutRegister.class, Register::new);
        context.registerBean(AnswerFactsReader.class);
        context.scan(
                "uk.gov.warwickshire.gateway.disclosure",
                "uk.gov.warwickshire.gateway.audit",
                "uk.gov.warwickshire.gateway.api.access");
        context.refresh();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** A child with data of every category. */
    void save(String childId, Optional<NhsNumber> number, String verification, String area, boolean restricted) {
        jdbc.update(
                """
                insert into child (
                    child_id, nhs_number, verification_status, birth_date, postcode_area, restricted, record_version,
                    changed_at)
                values (?, ?, ?, ?, ?, ?, 1, now())
                """,
                childId,
                number.map(NhsNumber::digits).orElse(null),
                verification,
                Date.valueOf("2015-03-04"),
                area.equals("none") ? null : area,
                restricted);
        for (Category category : Category.values()) {
            hold(childId, category);
        }
    }

    void hold(String childId, Category category) {
        jdbc.update("""
                insert into resource (child_id, type, id, version, last_updated, category, hash, content, tokens, refs)
                values (?, 'Basic', ?, 1, now(), ?, '', '', '{}', '{}')
                """, childId, childId + "." + category.code(), category.code());
    }

    void choose(NhsNumber number, Choice.Kind kind, Optional<String> destination) {
        bean(ChoiceRegister.class)
                .save(List.of(new Choice(
                        number,
                        kind,
                        destination,
                        "the person",
                        TODAY.minusDays(10),
                        Optional.empty(),
                        new Choice.Source("batch", "choices.csv", 2))));
    }

    void optOut(NhsNumber number, OptOutStatus.State state, boolean stale) {
        optOuts.put(number, new OptOutStatus(state, Optional.of(NOW.minus(Duration.ofDays(2))), stale));
    }

    long count(String table) {
        return jdbc.queryForObject("select count(*) from " + table, Long.class);
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }

    private static GatewaySettings settings() {
        Map<String, String> all = new HashMap<>(Map.of(
                "gateway.organisation.ods-code", "X937",
                "gateway.organisation.name", "Warwickshire County Council",
                "gateway.organisation.local-authority-code", "937",
                "gateway.organisation.office-hours-phone", "01926 000001",
                "gateway.organisation.emergency-duty-phone", "01926 000002",
                "gateway.agreements", "classpath:access/agreements.yaml",
                "gateway.icr.regions.coventry-warwickshire.url", "http://localhost/icr",
                "gateway.security.audience", "health-gateway"));
        return new Binder(
                        List.of(new MapConfigurationPropertySource(all)),
                        null,
                        ApplicationConversionService.getSharedInstance())
                .bind("gateway", GatewaySettings.class)
                .get();
    }

    private final class Register implements OptOutRegister {
        @Override
        public Map<NhsNumber, OptOutStatus> statusesOf(Collection<NhsNumber> numbers) {
            return numbers.stream()
                    .distinct()
                    .collect(Collectors.toMap(n -> n, n -> optOuts.getOrDefault(n, OptOutStatus.UNKNOWN)));
        }

        @Override
        public void requestChecks(Collection<NhsNumber> numbers) {}

        @Override
        public void forget(Collection<NhsNumber> numbers) {
            numbers.forEach(optOuts::remove);
        }
    }
}
