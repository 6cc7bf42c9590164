package uk.gov.warwickshire.gateway.rights;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;

import ca.uhn.fhir.context.FhirContext;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import uk.gov.warwickshire.gateway.common.Ids;
import uk.gov.warwickshire.gateway.common.SharedRouteConfiguration;
import uk.gov.warwickshire.gateway.common.SingleRunner;
import uk.gov.warwickshire.gateway.common.SubjectChanges;
import uk.gov.warwickshire.gateway.intake.BatchRunner;
import uk.gov.warwickshire.gateway.intake.Format;
import uk.gov.warwickshire.gateway.intake.Receiver;
import uk.gov.warwickshire.gateway.optout.OptOutRegister;
import uk.gov.warwickshire.gateway.rights.request.Capacity;
import uk.gov.warwickshire.gateway.rights.request.Ground;
import uk.gov.warwickshire.gateway.rights.request.NewRequest;
import uk.gov.warwickshire.gateway.rights.request.RequestKind;
import uk.gov.warwickshire.gateway.rights.request.RightsRequests;
import uk.gov.warwickshire.gateway.rights.traces.TracePeriods;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;
import uk.gov.warwickshire.gateway.testing.TestDatabase;

/** From the extract to a region and back to the request: every room between, its routes running, a real database and HTTP. */
public final class RightsTestBed implements AutoCloseable {

    public static final String CHILD = "c1";
    public static final String NUMBER = "9990000018";

    /** Found by nothing but this class: not a configuration. */
    @EnableTransactionManagement
    static final class Transactions {}

    public final TestDatabase database = new TestDatabase();
    public final WireMockServer partner =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().containerThreads(24));
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final DefaultCamelContext camel = new DefaultCamelContext();

    public RightsTestBed() {
        partner.start();
        confirm();
        DataSource source = database.dataSource();
        context.register(Transactions.class);
        context.registerBean(DataSource.class, () -> source);
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(source));
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(source));
        context.registerBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(source));
        context.registerBean(
                TransactionTemplate.class,
                () -> new TransactionTemplate(context.getBean(JdbcTransactionManager.class)));
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(Ids.class);
        context.registerBean(SingleRunner.class);
        context.registerBean(SubjectChanges.class);
        context.registerBean(SslBundles.class, () -> new DefaultSslBundleRegistry());
        context.registerBean(OptOutRegister.class, NobodyOptedOut::new);
        context.registerBean(FhirContext.class, FhirContext::forR4Cached);
        context.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
        context.registerBean(GatewaySettings.class, () -> RightsTestSettings.sendingTo(partner.baseUrl() + "/cv"));
        context.registerBean(TracePeriods.class);
        ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(context);
        scanner.addExcludeFilter(new RegexPatternTypeFilter(Pattern.compile(".*\\.store\\.fulltext\\..*")));
        String root = "uk.gov.warwickshire.gateway.";
        scanner.scan(
                root + "intake",
                root + "store",
                root + "disclosure",
                root + "delivery",
                root + "icr",
                root + "audit",
                root + "rights.request",
                root + "rights.restriction",
                root + "rights.correction",
                root + "rights.retention",
                root + "rights.hold",
                root + "rights.pack");
        context.refresh();
        startRoutes();
    }

    /** Delivery and the collecting of proof, at the pace of the application. */
    private void startRoutes() {
        try {
            camel.addRoutesConfigurations(new SharedRouteConfiguration());
            for (RouteBuilder routes :
                    context.getBeansOfType(RouteBuilder.class).values()) {
                String room = routes.getClass().getPackageName();
                if (room.endsWith(".delivery") || room.endsWith(".rights.request")) {
                    camel.addRoutes(routes);
                }
            }
            camel.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public JdbcTemplate jdbc() {
        return bean(JdbcTemplate.class);
    }

    public RightsRequests requests() {
        return bean(RightsRequests.class);
    }

    /** A child in need with a mother, a worker and a team, named as given. */
    public void extract(String forename) {
        read(Format.SSD, "extract.zip", ChildInNeedExtract.of(forename));
    }

    public void identity(String nhsNumber) {
        read(
                Format.IDENTITY,
                "identity.csv",
                ("child_id,nhs_number,verification_status,restricted\nc1," + nhsNumber + ",01,0\nm1,9990000026,01,0\n")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private void read(Format format, String name, byte[] content) {
        bean(Receiver.class).receive(format, name, new ByteArrayInputStream(content), false);
        bean(BatchRunner.class).run(format.lane());
    }

    /** A request of the child's mother that is granted at once. */
    public UUID granted(RequestKind kind, Optional<String> destination) {
        UUID id = confirmed(kind, destination);
        requests().decide(id, Ground.ENTITLED, "as she asks", "officer");
        return id;
    }

    public UUID confirmed(RequestKind kind, Optional<String> destination) {
        UUID id = requests()
                .add(
                        new NewRequest(
                                kind,
                                CHILD,
                                LocalDate.now(Clock.systemUTC()),
                                "Eve Marrow",
                                Capacity.PARENTAL_RESPONSIBILITY,
                                "1 Example Road",
                                destination,
                                "please"),
                        "clerk");
        requests().confirm(id, "passport and birth certificate", Optional.empty(), "officer");
        return id;
    }

    public int copies() {
        return Optional.ofNullable(jdbc().queryForObject(
                                "select count(*) from recipient_copy where child_id = 'c1'", Integer.class))
                .orElse(0);
    }

    /** How long it took. */
    public Duration await(String what, BooleanSupplier condition) {
        Instant start = Instant.now();
        while (!condition.getAsBoolean()) {
            if (Duration.between(start, Instant.now()).compareTo(Duration.ofSeconds(40)) > 0) {
                throw new AssertionError(
                        "waited in vain until " + what + "; deliveries: "
                                + jdbc().queryForList(
                                                "select destination, kind, state, reason, last_error from delivery order by seq"));
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
        return Duration.between(start, Instant.now());
    }

    /** The region confirms each entry of whatever it is sent. */
    public void confirm() {
        partner.resetAll();
        partner.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/fhir+json")
                        .withTransformers("response-template")
                        .withBody("{\"resourceType\":\"Bundle\",\"type\":\"transaction-response\",\"entry\":["
                                + "{{#each (jsonPath request.body '$.entry') as |e|}}{{#unless @first}},{{/unless}}"
                                + "{\"response\":{\"status\":\"200 OK\"}}{{/each}}]}")));
    }

    @Override
    public void close() {
        camel.stop();
        context.close();
        partner.stop();
        database.close();
    }
}
