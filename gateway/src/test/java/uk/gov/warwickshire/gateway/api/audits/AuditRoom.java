package uk.gov.warwickshire.gateway.api.audits;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.warwickshire.gateway.common.Ids;
import uk.gov.warwickshire.gateway.common.security.Caller;
import uk.gov.warwickshire.gateway.common.security.Callers;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;
import uk.gov.warwickshire.gateway.store.ChildFacts;
import uk.gov.warwickshire.gateway.store.ResourceReader;
import uk.gov.warwickshire.gateway.store.StoredResource;
import uk.gov.warwickshire.gateway.testing.MovableClock;
import uk.gov.warwickshire.gateway.testing.TestDatabase;
import uk.gov.warwickshire.mappings.fhir.Category;
import uk.gov.warwickshire.mappings.record.NhsNumber;
import uk.gov.warwickshire.mappings.record.VerificationStatus;

/** The audit and its FHIR face over a real database; the store knows only who is who. */
final class AuditRoom implements AutoCloseable {

    static final Caller AUDITOR = AuditEventProviderTest.caller("X937", "audit.read");

    final MovableClock clock;
    volatile Caller caller = AUDITOR;
    private final TestDatabase database = new TestDatabase();
    private final Map<String, ChildFacts> children = new HashMap<>();
    private final Map<String, String> patients = new HashMap<>();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    AuditRoom(Instant now) {
        clock = new MovableClock(now);
        context.registerBean("clock", Clock.class, () -> clock);
        context.registerBean(JdbcTemplate.class, database::jdbc);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(database.dataSource()));
        context.registerBean(TransactionTemplate.class, database::transactions);
        context.registerBean(Ids.class);
        context.registerBean(GatewaySettings.class, AuditRoom::settings);
        context.registerBean(Callers.class, () -> request -> caller);
        context.registerBean(ResourceReader.class, Names::new);
        context.scan("uk.gov.warwickshire.gateway.audit", "uk.gov.warwickshire.gateway.api.audits");
        context.refresh();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    void know(String childId, NhsNumber number, String patient) {
        patients.put(patient, childId);
        children.put(
                childId,
                new ChildFacts(
                        childId,
                        Optional.of(number),
                        VerificationStatus.VERIFIED,
                        Optional.of(LocalDate.of(2015, 3, 4)),
                        Optional.of("CV"),
                        false,
                        Map.of()));
    }

    long count() {
        return database.jdbc().queryForObject("select count(*) from audit_event", Long.class);
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }

    private static GatewaySettings settings() {
        return new Binder(new MapConfigurationPropertySource(Map.of(
                        "gateway.organisation.ods-code", "X937",
                        "gateway.organisation.name", "Warwickshire County Council",
                        "gateway.organisation.local-authority-code", "937",
                        "gateway.organisation.office-hours-phone", "01926 000001",
                        "gateway.organisation.emergency-duty-phone", "01926 000002")))
                .bind("gateway", GatewaySettings.class)
                .get();
    }

    private final class Names implements ResourceReader {
        @Override
        public Optional<StoredResource> current(String type, String id) {
            return Optional.ofNullable(patients.get(id))
                    .map(child -> new StoredResource(
                            child,
                            type,
                            id,
                            1,
                            clock.instant(),
                            Category.DEMOGRAPHICS,
                            Optional.empty(),
                            new byte[0],
                            List.of()));
        }

        @Override
        public Map<String, List<StoredResource>> current(Collection<String> childIds) {
            throw new UnsupportedOperationException("an auditor reads no records");
        }

        @Override
        public Map<String, ChildFacts> facts(Collection<String> childIds) {
            return childIds.stream().collect(Collectors.toMap(id -> id, children::get));
        }

        @Override
        public Map<String, ChildFacts> lockedFacts(Collection<String> childIds) {
            throw new UnsupportedOperationException("an auditor changes nothing");
        }

        @Override
        public Set<String> childrenByNhsNumber(Collection<NhsNumber> numbers) {
            return children.values().stream()
                    .filter(child -> child.nhsNumber().filter(numbers::contains).isPresent())
                    .map(ChildFacts::childId)
                    .collect(Collectors.toSet());
        }
    }
}
