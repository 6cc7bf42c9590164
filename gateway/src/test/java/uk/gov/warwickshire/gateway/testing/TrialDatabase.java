package uk.gov.warwickshire.gateway.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The database of a trial, which outlives the gateway.
 *
 * @param settings that lead the gateway to it
 */
public record TrialDatabase(Map<String, String> settings, JdbcTemplate jdbc, AutoCloseable resource)
        implements AutoCloseable {

    /** A server of its own. */
    public static TrialDatabase ofServer() {
        TestDatabase database = new TestDatabase();
        return new TrialDatabase(Map.of("spring.datasource.url", database.url()), database.jdbc(), database);
    }

    /** The one that the gateway starts in its data directory; there is nothing to ask before that. */
    public static TrialDatabase embedded(Path dataDir) throws IOException {
        int port = GatewayProcess.freePort();
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres");
        return new TrialDatabase(
                Map.of("gateway.embedded-database.port", String.valueOf(port)),
                new JdbcTemplate(source),
                () -> stopOrphan(dataDir.resolve("postgresql/data/postmaster.pid")));
    }

    /** Left behind only if a test fails between a kill and the next start. */
    private static void stopOrphan(Path pidFile) throws IOException {
        if (Files.exists(pidFile)) {
            ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile).get(0).strip()))
                    .ifPresent(ProcessHandle::destroy);
        }
    }

    @Override
    public void close() throws Exception {
        resource.close();
    }
}
