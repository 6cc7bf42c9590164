package uk.gov.warwickshire.gateway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.gov.warwickshire.gateway.demo.data.SyntheticFamilies;
import uk.gov.warwickshire.gateway.demo.mesh.OptOutCheckService;
import uk.gov.warwickshire.gateway.demo.mesh.SimulatedMailbox;
import uk.gov.warwickshire.gateway.demo.mesh.SimulatedMesh;

/** The packaged gateway with a database and counterparts that outlive it, and the files of synthetic families. */
public final class GatewayTrial implements AutoCloseable {

    private static final String WORKFLOW = "SPINE_NTT_UPHOLDING";
    private static final String SERVICE = "X26HC065";
    private static final String OURS = "X26OURS01";
    private static final Duration MESH_DELAY = Duration.ofMillis(300);
    private static final Duration REGION_PAUSE = Duration.ofMillis(60);
    private static final Map<String, String> POSTCODES = new TreeMap<>(Map.of(
            "coventry-warwickshire", "CV",
            "birmingham-solihull", "B",
            "herefordshire-worcestershire", "HR,WR"));

    private static final List<String> FORMATS = List.of("choices", "directory", "identity", "ssd");

    private static final String MOVING = """
            select (select count(*) from intake_batch where state in ('RECEIVED', 'READING'))
                 + (select count(*) from delivery where destination like 'icr.%'
                       and state in ('PENDING', 'CLEARED', 'SENT', 'RETRYING'))
                 + (select count(*) from opt_out_request)
                 + (select count(*) from opt_out_exchange
                     where state in ('REQUESTED', 'SENDING', 'SENT', 'UNKNOWN', 'RECEIPTED'))
                 + (select count(*) from subject_change)
            """;

    private final TestDatabase database = new TestDatabase();
    private final Map<String, SimulatedRegionServer> regions = new TreeMap<>();
    private final SimulatedMeshServer mesh;
    private final Path dropped;
    private final Path inbox;
    private final GatewayProcess gateway;
    private Thread dropping = new Thread();

    /** @param stumbling draws the requests that regions answer with an error */
    public GatewayTrial(Path folder, SyntheticFamilies families, Optional<RandomGenerator> stumbling)
            throws IOException {
        this.dropped = folder.resolve("dropped");
        this.inbox = folder.resolve("data").resolve("inbox");
        Files.createDirectories(inbox);
        families.writeTo(dropped);
        POSTCODES.keySet().forEach(name -> regions.put(name, new SimulatedRegionServer(REGION_PAUSE, stumbling)));
        this.mesh = new SimulatedMeshServer(new SimulatedMesh(
                "key",
                List.of(
                        new SimulatedMailbox(OURS, "secret", Set.of(WORKFLOW)),
                        new SimulatedMailbox("X26OURS02", "secret", Set.of("CPIS"))),
                List.of(new OptOutCheckService(
                        new SimulatedMailbox(SERVICE, "service", Set.of(WORKFLOW)), WORKFLOW, families, MESH_DELAY)),
                Clock.systemUTC()));
        this.gateway = new GatewayProcess(folder, settings(folder));
    }

    private Map<String, String> settings(Path folder) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "spring.datasource.url", database.url(),
                "gateway.data-dir", folder.resolve("data").toString(),
                "gateway.allow-test-numbers", "true",
                "gateway.agreements", "classpath:demo/agreements.yaml",
                "gateway.policy", "classpath:demo/disclosure-policy.yaml",
                "gateway.security.jwk-set-uri", "http://localhost:1/jwks",
                "gateway.intake.poll", "500ms"));
        settings.putAll(Map.of(
                "gateway.organisation.ods-code", "X937",
                "gateway.organisation.name", "Warwickshire County Council",
                "gateway.organisation.local-authority-code", "937",
                "gateway.organisation.office-hours-phone", "01632 960100",
                "gateway.organisation.emergency-duty-phone", "01632 960999"));
        settings.putAll(Map.of(
                "gateway.mesh.url", mesh.uri().toString(),
                "gateway.mesh.shared-key", "key",
                "gateway.mesh.poll", "300ms",
                "gateway.mesh.mailboxes.opt-out.id", OURS,
                "gateway.mesh.mailboxes.opt-out.password", "secret",
                "gateway.mesh.mailboxes.cp-is.id", "X26OURS02",
                "gateway.mesh.mailboxes.cp-is.password", "secret",
                "gateway.cp-is.recipient-mailbox", "X26CPIS01",
                "gateway.cp-is.workflow-id", "CPIS"));
        settings.putAll(Map.of(
                "gateway.opt-out.recipient-mailbox",
                SERVICE,
                "gateway.opt-out.workflow-id",
                WORKFLOW,
                "gateway.opt-out.collect",
                "500ms",
                // A file that was never sent because of a kill is noticed by this alone.
                "gateway.opt-out.answer-within",
                "20s"));
        settings.putAll(Map.of(
                "gateway.delivery.poll", "200ms",
                "gateway.delivery.batch-size", "20",
                "gateway.delivery.first-pause", "200ms",
                "gateway.delivery.max-pause", "2s",
                "gateway.delivery.max-attempts", "50",
                "gateway.delivery.lease", "3s"));
        settings.put("gateway.icr.home-region", "coventry-warwickshire");
        regions.forEach((name, server) -> {
            settings.put("gateway.icr.regions." + name + ".url", server.uri().toString());
            settings.put("gateway.icr.regions." + name + ".postcode-areas", POSTCODES.get(name));
            settings.put("gateway.icr.regions." + name + ".connections", "2");
        });
        return settings;
    }

    public JdbcTemplate jdbc() {
        return database.jdbc();
    }

    public GatewayProcess gateway() {
        return gateway;
    }

    /** By name of the region. */
    public Map<String, SimulatedRegionServer> regions() {
        return regions;
    }

    /** Puts the files into the inbox, each when the one before has been received: every trial reads them in one order. */
    public void dropAll() {
        dropping =
                new Thread(() -> FORMATS.forEach(format -> files(format).forEach(file -> drop(format, file))), "drop");
        dropping.setDaemon(true);
        dropping.start();
    }

    private List<Path> files(String format) {
        try (var list = Files.list(dropped.resolve(format))) {
            return list.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void drop(String format, Path file) {
        try {
            Path folder = Files.createDirectories(inbox.resolve(format));
            Files.move(file, folder.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String name = file.getFileName().toString();
        await(() -> count("select count(*) from intake_batch where name = ?", name) > 0);
    }

    public long count(String sql, Object... parameters) {
        return Optional.ofNullable(jdbc().queryForObject(sql, Long.class, parameters))
                .orElse(0L);
    }

    /** Nothing to drop, to read, to decide or to send. */
    public boolean isAtRest() {
        return !dropping.isAlive() && count(MOVING) == 0;
    }

    /** At rest for a second: what is on its way between two tables is not missed. */
    public void awaitRest() {
        for (int looks = 0; looks < 5; looks = isAtRest() ? looks + 1 : 0) {
            await(this::isAtRest);
            sleep(200);
        }
    }

    private void await(BooleanSupplier condition) {
        Instant end = Instant.now().plus(Duration.ofMinutes(3));
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("waited in vain; the gateway said:\n" + log());
            }
            sleep(50);
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting", e);
        }
    }

    private String log() {
        try {
            return gateway.log();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        gateway.close();
        mesh.close();
        regions.values().forEach(SimulatedRegionServer::close);
        database.close();
    }
}
