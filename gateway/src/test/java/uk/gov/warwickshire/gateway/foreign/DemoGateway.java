package uk.gov.warwickshire.gateway.foreign;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.gov.warwickshire.gateway.testing.GatewayProcess;

/** The packaged gateway with the demo's counterparts and no children of its own, seen from outside. */
public final class DemoGateway implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path data;
    private final int simulators;
    private final JdbcTemplate jdbc;
    private final GatewayProcess process;

    public DemoGateway(Path folder) throws IOException {
        data = folder.resolve("data");
        simulators = GatewayProcess.freePort();
        int database = GatewayProcess.freePort();
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://127.0.0.1:" + database + "/postgres?user=postgres");
        jdbc = new JdbcTemplate(source);
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("spring.profiles.active", "demo");
        settings.put("gateway.data-dir", data.toString());
        settings.put("gateway.demo.generate", "false");
        settings.put("gateway.demo.simulator-port", String.valueOf(simulators));
        settings.put("gateway.embedded-database.port", String.valueOf(database));
        process = new GatewayProcess(folder, settings);
    }

    /** @param client as the demo's credentials name it */
    public String token(String client) throws Exception {
        JsonNode credentials =
                JSON.readTree(Files.readString(data.resolve("demo/credentials.json"), StandardCharsets.UTF_8));
        JsonNode known = credentials.path("clients").path(client);
        String form = "grant_type=client_credentials&client_id=" + encoded(known.path("id")) + "&client_secret="
                + encoded(known.path("secret")) + "&scope=" + encoded(known.path("scope"));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(credentials.path("tokenUrl").asString()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return JSON.readTree(send(request).body()).path("access_token").asString();
    }

    /** @param bearer a token, or nothing: then no such header is sent */
    public HttpResponse<String> post(String format, String name, byte[] content, String bearer) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(process.uri("/intake/" + format + "?name=" + name))
                .header("Content-Type", name.endsWith(".zip") ? "application/zip" : "text/csv")
                .POST(BodyPublishers.ofByteArray(content));
        if (!bearer.isEmpty()) {
            request.header("Authorization", "Bearer " + bearer);
        }
        return send(request.build());
    }

    /** Drops a file as a careful exporter does: under another name first. */
    public void drop(String format, String name, byte[] content) throws IOException {
        Path folder = Files.createDirectories(data.resolve("inbox").resolve(format));
        Path unfinished = Files.write(folder.resolve(name + ".part"), content);
        Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Where the batch of a dropped file can be asked for. */
    public String locationOf(String name) throws Exception {
        await("the file is taken", () -> !batchesOf(name).isEmpty());
        return "/intake/batches/" + batchesOf(name).get(0);
    }

    private List<String> batchesOf(String name) {
        return jdbc.queryForList("select id::text from intake_batch where name = ?", String.class, name);
    }

    public String get(String path, String bearer) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(process.uri(path))
                .header("Authorization", "Bearer " + bearer)
                .build();
        return send(request).body();
    }

    /** The batch as the API shows it, once it has ended and nothing that follows from it is still on its way. */
    public JsonNode ended(String location, String bearer) throws Exception {
        await("the batch ends", () -> JSON.readTree(get(location, bearer))
                .path("state")
                .asString()
                .matches("COMPLETED.*|FAILED"));
        await("all is delivered", () -> Long.valueOf(0).equals(moving()));
        return JSON.readTree(get(location, bearer));
    }

    private Long moving() {
        return jdbc.queryForObject("""
                select (select count(*) from delivery where state in ('PENDING', 'CLEARED', 'SENT', 'RETRYING'))
                     + (select count(*) from opt_out_request)
                     + (select count(*) from opt_out_exchange
                         where state in ('REQUESTED', 'SENDING', 'SENT', 'UNKNOWN', 'RECEIPTED'))
                     + (select count(*) from subject_change)
                     + (select count(*) from intake_batch where settled_at is null and from_inbox)
                """, Long.class);
    }

    /** What a region says it received: counts of requests and of resources by type. */
    public JsonNode received(String region) throws Exception {
        return JSON.readTree(simulator("/icr/" + region + "/received").body());
    }

    /** Every resource that a region holds, by `Type/id`. */
    public Map<String, String> heldBy(String region) throws Exception {
        Map<String, String> held = new LinkedHashMap<>();
        for (String key : jdbc.queryForList("select type || '/' || id from resource order by 1", String.class)) {
            HttpResponse<String> answer = simulator("/icr/" + region + "/fhir/" + key);
            if (answer.statusCode() == 200) {
                held.put(key, answer.body());
            }
        }
        return held;
    }

    public long children() {
        Long count = jdbc.queryForObject("select count(*) from child", Long.class);
        return count == null ? 0 : count;
    }

    public String log() throws IOException {
        return process.log();
    }

    public String report(String format, String name) throws IOException {
        return Files.readString(data.resolve("inbox").resolve(format).resolve("reports/" + name + ".report.csv"));
    }

    @Override
    public void close() throws InterruptedException {
        process.close();
    }

    private HttpResponse<String> simulator(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create("http://localhost:" + simulators + path))
                .build());
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return http.send(request, BodyHandlers.ofString());
    }

    private static void await(String what, Callable<Boolean> reached) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (!reached.call()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("not within " + PATIENCE + ": " + what);
            }
            Thread.sleep(200);
        }
    }

    private static String encoded(JsonNode text) {
        return URLEncoder.encode(text.asString(), StandardCharsets.UTF_8);
    }
}
