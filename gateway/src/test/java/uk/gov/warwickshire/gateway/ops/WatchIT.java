package uk.gov.warwickshire.gateway.ops;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.gov.warwickshire.gateway.testing.GatewayProcess;

/** What the packaged demo tells those who watch it: metrics, traces and a log in JSON, and nothing personal in any. */
class WatchIT {

    private static final Path DOCKER = Path.of("..", "docker");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The names that stay stable, with their labels. */
    private static final Map<String, Set<String>> OF_THE_DESIGN = Map.of(
            "gateway_intake_children_total", Set.of("format", "outcome"),
            "gateway_disclosures_total", Set.of("destination", "outcome", "reason"),
            "gateway_deliveries_total", Set.of("destination", "state"),
            "gateway_delivery_backlog", Set.of("destination"),
            "gateway_oldest_held_seconds", Set.of("destination"),
            "camel_route_processing_seconds_count", Set.of("route"),
            "http_server_requests_seconds_count", Set.of("method", "status", "uri"),
            "gateway_alert_firing", Set.of("rule", "severity"));

    @TempDir
    Path folder;

    @Test
    void metrics_traces_and_log() throws Exception {
        assumeThat(GatewayProcess.isPackaged())
                .as("target/gateway.jar: run `mvn verify` or package first")
                .isTrue();
        WireMockServer collector =
                new WireMockServer(WireMockConfiguration.options().dynamicPort());
        collector.start();
        collector.stubFor(post(anyUrl()).willReturn(ok()));
        int database = GatewayProcess.freePort();
        try (GatewayProcess gateway = new GatewayProcess(folder, settings(collector, database))) {
            URI scrape = URI.create("http://localhost:" + gateway.managementPort() + "/actuator/prometheus");
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofSeconds(2))
                    .untilAsserted(() -> {
                        Map<String, Set<String>> offered = PromQl.offered(get(scrape));
                        OF_THE_DESIGN.forEach((name, labels) -> assertThat(offered.getOrDefault(name, Set.of()))
                                .as(name)
                                .containsAll(labels));
                        assertThat(PromQl.missing(queries(), offered)).isEmpty();
                    });
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(traced(collector))
                    .contains("intake.read", "disclosure.decideAll", "delivery.send", "health-integration-gateway"));

            List<String> personal = personal(database);
            assertThat(personal).hasSizeGreaterThan(100);
            String seen = get(scrape) + traced(collector) + gateway.log();
            assertThat(personal).noneMatch(seen::contains);
            assertThat(messages(gateway.log())).isNotEmpty();
        } finally {
            collector.stop();
        }
    }

    private Map<String, String> settings(WireMockServer collector, int database) throws Exception {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("spring.profiles.active", "demo");
        settings.put("gateway.data-dir", folder.resolve("data").toString());
        settings.put("gateway.demo.simulator-port", String.valueOf(GatewayProcess.freePort()));
        settings.put("gateway.embedded-database.port", String.valueOf(database));
        settings.put("logging.structured.format.console", "ecs");
        settings.put("management.opentelemetry.tracing.export.otlp.endpoint", collector.baseUrl() + "/v1/traces");
        settings.put("management.tracing.sampling.probability", "1");
        return settings;
    }

    /** Every query of the dashboards and of the alert rules. */
    private static List<String> queries() throws Exception {
        List<String> queries = new ArrayList<>();
        try (Stream<Path> files = Files.list(DOCKER.resolve("grafana/dashboards"))) {
            for (Path file : files.toList()) {
                for (JsonNode panel : JSON.readTree(Files.readString(file)).path("panels")) {
                    panel.path("targets")
                            .forEach(target -> queries.add(target.path("expr").asString()));
                }
            }
        }
        Map<String, List<Map<String, List<Map<String, String>>>>> rules =
                new Yaml().load(Files.readString(DOCKER.resolve("prometheus/alerts.yml")));
        rules.getOrDefault("groups", List.of()).stream()
                .flatMap(group -> group.getOrDefault("rules", List.of()).stream())
                .forEach(rule -> queries.add(rule.getOrDefault("expr", "")));
        assertThat(queries).hasSizeGreaterThan(40).doesNotContain("");
        return queries;
    }

    /** Protobuf holds its strings as they are. */
    private static String traced(WireMockServer collector) {
        return collector.findAll(postRequestedFor(urlEqualTo("/v1/traces"))).stream()
                .map(request -> new String(request.getBody(), StandardCharsets.ISO_8859_1))
                .collect(Collectors.joining());
    }

    /** Numbers, surnames, postcodes and first lines of addresses of everyone in the store. */
    private static List<String> personal(int database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://127.0.0.1:" + database + "/postgres?user=postgres");
        return new JdbcTemplate(source).queryForList("""
                select word from (
                    select nhs_number as word from child_identity
                     union select content #>> '{name,0,family}' from patient
                     union select content #>> '{address,0,postalCode}' from patient
                     union select content #>> '{address,0,line,0}' from patient) words
                 where word is not null
                """.replace("from patient", """
                from (select convert_from(content, 'UTF8')::jsonb as content from resource where type = 'Patient') patients
                """), String.class);
    }

    /** Lines of the logger; the demo's table for people is none. */
    private static List<String> messages(String log) {
        List<String> lines = log.lines().filter(line -> line.startsWith("{")).toList();
        return lines.stream()
                .map(line -> JSON.readTree(line).path("message").asString())
                .toList();
    }

    private static String get(URI uri) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body();
    }
}
