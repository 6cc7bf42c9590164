package uk.gov.warwickshire.gateway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.gov.warwickshire.gateway.demo.cpis.CpIsService;
import uk.gov.warwickshire.gateway.demo.data.SyntheticFamilies;

/** The packaged gateway with a database and counterparts that outlive it, and the files of synthetic families. */
public final class GatewayTrial implements AutoCloseable {

    private static final Duration REGION_PAUSE = Duration.ofMillis(60);

    private static final List<String> FORMATS = List.of("choices", "directory", "identity", "ssd");

    private static final String MOVING = """
            select (select count(*) from intake_batch where state in ('RECEIVED', 'READING'))
                 + (select count(*) from delivery d where destination like 'icr.%'
                       and state in ('PENDING', 'CLEARED', 'SENT', 'RETRYING')
                       and not exists (select from delivery e
                                        where e.child_id = d.child_id and e.destination = d.destination
                                          and e.seq < d.seq and e.state = 'HELD'))
                 + (select count(*) from opt_out_request)
                 + (select count(*) from opt_out_exchange
                     where state in ('REQUESTED', 'SENDING', 'SENT', 'UNKNOWN', 'RECEIPTED'))
                 + (select count(*) from subject_change)
            """;

    private final TrialDatabase database;
    private final Map<String, SimulatedRegionServer> regions = new TreeMap<>();
    private final CpIsService cpIs = TrialSettings.cpIs();
    private final SimulatedMeshServer mesh;
    private final Path dropped;
    private final Path inbox;
    private final GatewayProcess gateway;
    private Thread dropping = new Thread();

    /** @param stumbling draws the requests that regions answer with an error */
    public GatewayTrial(
            Path folder, TrialDatabase database, SyntheticFamilies families, Optional<RandomGenerator> stumbling)
            throws IOException {
        this.database = database;
        this.dropped = folder.resolve("dropped");
        this.inbox = folder.resolve("data").resolve("inbox");
        Files.createDirectories(inbox);
        families.writeTo(dropped);
        TrialSettings.POSTCODES
                .keySet()
                .forEach(name -> regions.put(name, new SimulatedRegionServer(REGION_PAUSE, stumbling)));
        this.mesh = new SimulatedMeshServer(TrialSettings.mesh(families, cpIs));
        Map<String, String> settings = TrialSettings.of(folder, mesh, regions);
        settings.putAll(database.settings());
        this.gateway = new GatewayProcess(folder, settings);
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

    /** CP-IS behind MESH: it loads whatever is right. */
    public CpIsService cpIs() {
        return cpIs;
    }

    public SimulatedMeshServer mesh() {
        return mesh;
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
    public void close() throws Exception {
        gateway.close();
        mesh.close();
        regions.values().forEach(SimulatedRegionServer::close);
        database.close();
    }
}
