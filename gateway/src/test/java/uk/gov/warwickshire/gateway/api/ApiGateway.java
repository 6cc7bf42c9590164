package uk.gov.warwickshire.gateway.api;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.interceptor.BearerTokenAuthInterceptor;
import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;
import uk.gov.warwickshire.gateway.GatewayApplication;
import uk.gov.warwickshire.gateway.store.RecordStore;
import uk.gov.warwickshire.gateway.store.TestRecords;
import uk.gov.warwickshire.gateway.testing.TestDatabase;
import uk.gov.warwickshire.gateway.testing.TestIssuer;
import uk.gov.warwickshire.mappings.fhir.FhirEncoder;

/** The whole gateway on a port of its own, as wired for production, with the demo's agreements and an issuer of ours. */
final class ApiGateway implements AutoCloseable {

    static final String EVERYTHING = "system/*.rs";
    /** One of the trusts of Coventry and Warwickshire, who may see everything of children there. */
    static final String PARTNER = "RKB";

    private static final Supplier<ApiGateway> SHARED = SingletonSupplier.of(ApiGateway::started);

    final TestIssuer issuer = new TestIssuer();
    final TestDatabase database = new TestDatabase();
    final JdbcTemplate jdbc = database.jdbc();
    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();

    /** One for all tests of a run, since it takes its time to start; each test has children of its own. */
    static ApiGateway shared() {
        return Objects.requireNonNull(SHARED.get());
    }

    private static ApiGateway started() {
        try {
            ApiGateway gateway = new ApiGateway(Files.createTempDirectory("api-gateway"));
            Runtime.getRuntime().addShutdownHook(new Thread(gateway::close));
            return gateway;
        } catch (IOException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private ApiGateway(Path folder) throws IOException, JOSEException {
        context = replica(folder);
    }

    /** One more gateway over the same database, on a port of its own. */
    ConfigurableApplicationContext replica(Path folder) throws IOException {
        return new SpringApplicationBuilder(GatewayApplication.class)
                .run(
                        "--spring.config.additional-location=file:"
                                + file(folder, ApiSettings.of(folder, issuer, database)),
                        "--server.port=0",
                        "--management.server.port=0");
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Secrets travel in a file, as in production. */
    private static Path file(Path folder, Map<String, String> settings) throws IOException {
        List<String> lines = settings.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toList();
        return Files.write(folder.resolve("gateway.properties"), lines).toAbsolutePath();
    }

    /** For another replica over the same database. */
    Map<String, String> settingsOfReplica(Path folder) {
        return ApiSettings.of(folder, issuer, database);
    }

    /** Stores the records, with opt-outs checked. */
    void save(TestRecords... records) {
        List<TestRecords> all = List.of(records);
        FhirEncoder encoder = context.getBean(FhirEncoder.class);
        context.getBean(TransactionTemplate.class).executeWithoutResult(status -> context.getBean(RecordStore.class)
                .save(all.stream().map(record -> record.toSave(encoder)).toList()));
        all.forEach(record -> {
            record.nhsNumber().ifPresent(number -> notOptedOut(number.digits()));
            record.mother().ifPresent(number -> notOptedOut(number.digits()));
        });
    }

    private void notOptedOut(String number) {
        jdbc.update("""
                insert into opt_out_status (nhs_number, status, checked_at, exchange)
                values (?, 'NOT_OPTED_OUT', now(), 1) on conflict do nothing
                """, number);
    }

    long count(String table) {
        return Objects.requireNonNull(jdbc.queryForObject("select count(*) from " + table, Long.class));
    }

    String base() {
        return "http://localhost:" + context.getEnvironment().getProperty("local.server.port") + "/fhir/R4";
    }

    /** HAPI's own client, which knows nothing of us but the address. */
    IGenericClient client(String token) {
        IGenericClient client = FhirContext.forR4Cached().newRestfulGenericClient(base());
        client.registerInterceptor(new BearerTokenAuthInterceptor(token));
        return client;
    }

    String token() {
        return issuer.token("partner", PARTNER, EVERYTHING);
    }

    /** @param headers names and values in turn */
    HttpResponse<String> get(String path, String token, String... headers) {
        return send("GET", path, token, "", headers);
    }

    HttpResponse<String> send(String method, String path, String token, String body, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Authorization", "Bearer " + token));
        HttpRequest request = HttpRequest.newBuilder(URI.create(base() + path))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body))
                .headers(all.toArray(String[]::new))
                .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(method + " was not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    @Override
    public void close() {
        context.close();
        issuer.close();
        database.close();
    }
}
