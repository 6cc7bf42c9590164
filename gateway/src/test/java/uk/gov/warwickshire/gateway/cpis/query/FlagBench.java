package uk.gov.warwickshire.gateway.cpis.query;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.gov.warwickshire.gateway.testing.GatewayProcess;

/**
 * Measures the flag query of the packaged gateway beside a plain Spring MVC endpoint, in turn, over one durable PostgreSQL.
 * Started by `bench/flag.sh`.
 */
final class FlagBench {

    private static final int CONNECTIONS = 8;
    private static final int STEADY = 200;
    private static final int ROUNDS = 3;

    private final int seconds;
    private final Path folder = Files.createTempDirectory("flag-bench");
    private final RSAKey key = new RSAKeyGenerator(2048).keyID("bench").generate();
    private final List<Process> processes = new ArrayList<>();

    private FlagBench(int seconds) throws IOException, JOSEException {
        this.seconds = seconds;
    }

    /** Number of children, seconds of each measurement, and the jar. */
    public static void main(String[] arguments) throws Exception {
        int children = Integer.parseInt(arguments[0]);
        new FlagBench(Integer.parseInt(arguments[1])).run(children, Path.of(arguments[2]));
        System.exit(0);
    }

    private void run(int children, Path jar) throws Exception {
        try (EmbeddedPostgres postgres = durable();
                BenchIssuer issuer = new BenchIssuer(key)) {
            String url = "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres?user=postgres";
            int gateway = start(BenchSettings.gateway(folder, url, issuer.keys()), "-jar", jar.toString());
            JdbcTemplate jdbc = new JdbcTemplate(postgres.getPostgresDatabase());
            BenchData data = new BenchData(children);
            data.fill(jdbc);
            int reference = start(
                    BenchSettings.reference(folder, url, issuer.keys()),
                    "-cp",
                    System.getProperty("java.class.path"),
                    ReferenceEndpoint.class.getName());
            String token = issuer.token();
            BenchLoad flag = new BenchLoad(gateway, token, data::flagPath, "\"total\":1");
            BenchLoad plain = new BenchLoad(reference, token, data::referencePath, "CPP");
            Map<String, BenchLoad> loads = new LinkedHashMap<>();
            loads.put("flag query", flag);
            loads.put("read", new BenchLoad(gateway, token, data::readPath, "birthDate"));
            loads.put("search by patient", new BenchLoad(gateway, token, data::searchByPatientPath, "\"total\":9"));
            loads.put("search by identifier", new BenchLoad(gateway, token, data::searchByIdentifierPath, "birthDate"));
            loads.put("$everything", new BenchLoad(gateway, token, data::everythingPath, "birthDate"));
            System.out.printf(
                    "%d children, %d stored resources, %d connections, %d s each%n",
                    children, 10 * children, CONNECTIONS, seconds);
            plain.closed(CONNECTIONS, Duration.ofSeconds(seconds));
            for (BenchLoad load : loads.values()) {
                load.closed(CONNECTIONS, Duration.ofSeconds(seconds));
            }
            for (int round = 1; round <= ROUNDS; round++) {
                BenchLoad.Figures other = measured("plain endpoint", 1, plain);
                for (Map.Entry<String, BenchLoad> load : loads.entrySet()) {
                    BenchLoad.Figures asked = measured(load.getKey(), 0, load.getValue());
                    System.out.printf(
                            "%-22s %.0f %% of the plain endpoint%n", "", 100 * asked.perSecond() / other.perSecond());
                }
            }
            System.out.printf("flag query at %d/s      %s%n", STEADY, flag.paced(STEADY, Duration.ofSeconds(seconds)));
            System.out.printf("plain endpoint at %d/s  %s%n", STEADY, plain.paced(STEADY, Duration.ofSeconds(seconds)));
            balance(jdbc, loads.values().stream().mapToLong(BenchLoad::answered).sum());
        } finally {
            processes.forEach(Process::destroy);
        }
    }

    /** Processor time of the JVM is printed as well: on a busy machine it tells more than the clock. */
    private BenchLoad.Figures measured(String name, int process, BenchLoad load) throws Exception {
        long before = load.answered();
        Duration busy = busy(process);
        BenchLoad.Figures figures = load.closed(CONNECTIONS, Duration.ofSeconds(seconds));
        double micros = busy(process).minus(busy).toNanos() / 1e3 / (load.answered() - before);
        System.out.printf("%-22s %s, %.0f us of the JVM's processor time each%n", name, figures, micros);
        return figures;
    }

    private Duration busy(int process) {
        return processes.get(process).info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static void balance(JdbcTemplate jdbc, long answered) {
        Long decided = jdbc.queryForObject("select count(*) from disclosure_ledger", Long.class);
        Long audited = jdbc.queryForObject("select count(*) from audit_event", Long.class);
        System.out.printf(
                "answered %d, decisions in the ledger %d, entries in the audit %d%n", answered, decided, audited);
    }

    /** As the gateway starts its own: every commit is on disk. */
    private static EmbeddedPostgres durable() throws IOException {
        return EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("shared_buffers", "128MB")
                .setServerConfig("max_wal_size", "2GB")
                .start();
    }

    private int start(List<String> settings, String... what) throws IOException, InterruptedException {
        int port = GatewayProcess.freePort();
        int management = GatewayProcess.freePort();
        List<String> lines = new ArrayList<>(settings);
        lines.add("server.port=" + port);
        lines.add("management.server.port=" + management);
        Path file = Files.write(folder.resolve(port + ".properties"), lines);
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g"));
        command.addAll(List.of(what));
        command.add("--spring.config.additional-location=file:" + file);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(port + ".log").toFile())
                .start();
        processes.add(process);
        awaitHealth(process, management, folder.resolve(port + ".log"));
        return port;
    }

    private static void awaitHealth(Process process, int port, Path log) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(Duration.ofMinutes(15));
        HttpRequest health = HttpRequest.newBuilder()
                .uri(java.net.URI.create("http://localhost:" + port + "/actuator/health"))
                .build();
        while (true) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                throw new IllegalStateException(Files.readString(log));
            }
            try {
                if (HttpClient.newHttpClient()
                                .send(health, BodyHandlers.ofString())
                                .statusCode()
                        < 500) {
                    return;
                }
            } catch (IOException notYet) {
                // Asked again below.
            }
            Thread.sleep(200);
        }
    }
}
