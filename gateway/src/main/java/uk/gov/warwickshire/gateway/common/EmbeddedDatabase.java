package uk.gov.warwickshire.gateway.common;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/**
 * PostgreSQL beside the gateway, for the demo and small trials: kept in the data directory, durable as a server of its
 * own would be. A server left running by a gateway that was killed is adopted.
 */
final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

    private static final int PORT_LINE = 4;

    private final int port;
    private final AutoCloseable server;

    private EmbeddedDatabase(int port, AutoCloseable server) {
        this.port = port;
        this.server = server;
    }

    static EmbeddedDatabase start(GatewaySettings settings) throws IOException {
        Path home = settings.dataDir().toAbsolutePath().resolve("postgresql");
        Path data = home.resolve("data");
        Optional<EmbeddedDatabase> orphan = adopt(data);
        if (orphan.isPresent()) {
            return orphan.get();
        }
        Files.createDirectories(home);
        // The library turns durability off by default: children's records need it on.
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(home.resolve("binaries").toFile())
                .setPort(settings.embeddedDatabase().port())
                // It is stopped after all that works with it, not beside.
                .setRegisterShutdownHook(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("shared_buffers", "128MB")
                .setServerConfig("max_wal_size", "2GB")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .start();
        return new EmbeddedDatabase(server.getPort(), server);
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres";
    }

    /** Line 1 of postmaster.pid is the process, line 4 its port. */
    private static Optional<EmbeddedDatabase> adopt(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.size() < PORT_LINE) {
            return Optional.empty();
        }
        int port = Integer.parseInt(lines.get(PORT_LINE - 1).strip());
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .command()
                        .map(c -> c.contains("postgres"))
                        .orElse(true))
                .map(process -> {
                    LOG.info("Embedded PostgreSQL on port {} still runs and is used again", port);
                    return new EmbeddedDatabase(port, process::destroy);
                });
    }

    @Override
    public void close() throws Exception {
        server.close();
    }
}
