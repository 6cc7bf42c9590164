package uk.gov.warwickshire.gateway.delivery;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.warwickshire.gateway.common.Destination;
import uk.gov.warwickshire.gateway.optout.OptOutRegister;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;
import uk.gov.warwickshire.gateway.store.RecordStore;
import uk.gov.warwickshire.gateway.store.TestRecords;
import uk.gov.warwickshire.gateway.testing.TestDatabase;

/** Store, gate, delivery and ICR sender wired as in the gateway, with a real database and a partner over HTTP. */
final class DeliveryTestBed implements AutoCloseable {

    static final Destination CV = Destination.icr("coventry-warwickshire");
    static final Destination B = Destination.icr("birmingham-solihull");

    final TestDatabase database;
    final WireMockServer partner =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().containerThreads(24));
    final MovableClock clock = new MovableClock();
    final FakeRegister register = new FakeRegister();
    final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    DeliveryTestBed() {
        this(Map.of());
    }

    /** @param more settings beside the usual ones, or instead of them */
    DeliveryTestBed(Map<String, String> more) {
        this(new TestDatabase(), more);
    }

    /** A gateway that is started on what another one has left in the database. */
    DeliveryTestBed(TestDatabase database, Map<String, String> more) {
        this.database = database;
        partner.start();
        context.registerBean(DataSource.class, () -> new DelegatingDataSource(database.dataSource()));
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(OptOutRegister.class, () -> register);
        context.registerBean(GatewaySettings.class, () -> settings(more));
        context.register(DeliveryTestWiring.class);
        context.refresh();
        answer(confirming());
    }

    /** Stores the children and makes them due, as intake does: in one transaction. */
    void arrive(TestRecords... children) {
        transactions().executeWithoutResult(status -> {
            var toSave = Arrays.stream(children).map(TestRecords::toSave).toList();
            context.getBean(RecordStore.class).save(toSave);
            context.getBean(Outbox.class)
                    .enqueue(toSave.stream().map(c -> c.facts().childId()).toList(), "test");
        });
    }

    /** Lets every destination work until nothing is due. */
    void work() {
        context.getBean(DeliveryWorkers.class).all().forEach(DeliveryWorker::drain);
    }

    /** A further worker, as another replica would run it. */
    DeliveryWorker worker(Destination destination) {
        return new DeliveryWorker(
                destination,
                context.getBean(Sender.class),
                jdbc(),
                context.getBean(DecisionStep.class),
                context.getBean(FinishStep.class),
                context.getBean(GatewaySettings.class).delivery(),
                UUID.randomUUID(),
                clock);
    }

    void reset() {
        jdbc().execute("truncate child, child_other_person, delivery, delivery_attempt, delivery_due, recipient_copy,"
                + " subject_change, destination_terms");
        // The directory stays: the store remembers for a while what it wrote of it.
        jdbc().execute("delete from resource where child_id <> ''");
        partner.resetAll();
        answer(confirming());
        register.forgetAll();
        clock.advance(Duration.ofHours(3));
    }

    void answer(ResponseDefinitionBuilder answer) {
        partner.stubFor(any(anyUrl()).willReturn(answer));
    }

    /** A partner that confirms each entry of whatever it is sent. */
    static ResponseDefinitionBuilder confirming() {
        return aResponse()
                .withHeader("Content-Type", "application/fhir+json")
                .withTransformers("response-template")
                .withBody("{\"resourceType\":\"Bundle\",\"type\":\"transaction-response\",\"entry\":["
                        + "{{#each (jsonPath request.body '$.entry') as |e|}}{{#unless @first}},{{/unless}}"
                        + "{\"response\":{\"status\":\"200 OK\"}}{{/each}}]}");
    }

    List<String> states(Destination destination) {
        return jdbc().queryForList(
                        "select state from delivery where destination = ? order by child_id, seq",
                        String.class,
                        destination.code());
    }

    List<String> copy(Destination destination, String child) {
        return jdbc().queryForList(
                        "select type || case when type = 'Organization' then '' else ' ' || version end from recipient_copy where destination = ? and child_id = ? order by type",
                        String.class,
                        destination.code(),
                        child);
    }

    int requests() {
        return partner.getAllServeEvents().size();
    }

    int ledger(String outcome) {
        return count("select count(*) from disclosure_ledger where outcome = '" + outcome + "' and decided_at >= '"
                + clock.started() + "'");
    }

    int count(String sql) {
        return jdbc().queryForObject(sql, Integer.class);
    }

    JdbcTemplate jdbc() {
        return context.getBean(JdbcTemplate.class);
    }

    TransactionTemplate transactions() {
        return context.getBean(TransactionTemplate.class);
    }

    /** Ends the gateway and leaves its database. */
    void stop() {
        context.close();
        partner.stop();
    }

    @Override
    public void close() {
        stop();
        database.close();
    }

    private GatewaySettings settings(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.ofEntries(
                Map.entry("gateway.agreements", agreements("from: 2023-07-20")),
                Map.entry("gateway.icr.home-region", "coventry-warwickshire"),
                Map.entry("gateway.icr.regions.coventry-warwickshire.url", partner.baseUrl() + "/cv"),
                Map.entry("gateway.icr.regions.coventry-warwickshire.timeout", "10s"),
                Map.entry("gateway.icr.regions.coventry-warwickshire.postcode-areas", "CV"),
                Map.entry("gateway.icr.regions.birmingham-solihull.url", partner.baseUrl() + "/b"),
                Map.entry("gateway.icr.regions.birmingham-solihull.postcode-areas", "B"),
                Map.entry("gateway.delivery.max-attempts", "3")));
        settings.putAll(more);
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("gateway", GatewaySettings.class);
    }

    /** Address of a file with an agreement for each region. */
    static String agreements(String dates) {
        StringBuilder yaml = new StringBuilder("version: \"test\"\nagreements:\n");
        for (String region : List.of("coventry-warwickshire", "birmingham-solihull")) {
            yaml.append("""
                          - id: icr-%1$s
                            group: professionals of %1$s
                            destination: icr.%1$s
                            ods-codes: []
                            purpose: individual-care
                            legal-basis: public-task
                            categories: [demographics, family, professional-contacts, child-protection]
                            region: %1$s
                            status: in-force
                            withheld-notice: false
                            break-glass: false
                            %2$s
                        """.formatted(region, dates));
        }
        return file(yaml.toString());
    }

    static String file(String yaml) {
        try {
            Path file = Files.createTempFile("delivery-test", ".yaml");
            file.toFile().deleteOnExit();
            return Files.writeString(file, yaml).toUri().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Time that a test moves on. */
    static final class MovableClock extends Clock {

        private volatile Instant now = Instant.now();
        private volatile Instant started = now;

        void advance(Duration by) {
            now = now.plus(by);
            started = now;
        }

        void set(Instant to) {
            advance(Duration.between(now, to));
        }

        void wait(Duration pause) {
            now = now.plus(pause);
        }

        Instant started() {
            return started;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
