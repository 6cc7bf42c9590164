package uk.gov.warwickshire.gateway.ops.cli;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.warwickshire.gateway.common.Ids;

/**
 * The database of the gateway, for commands: the one that {@code spring.datasource.url} names, or the embedded one of the
 * data directory while a gateway runs on it. Settings are read from the same files and environment as the server's.
 */
final class OnlineSettings implements AutoCloseable {

    /** Statements of one command at a time; one more for a lock beside them. */
    private static final int CONNECTIONS = 3;

    private static final long PATIENCE_MILLIS = 5_000;

    /** Line of postmaster.pid that holds the port. */
    private static final int PORT_LINE = 4;

    private final Binder binder;
    private final HikariDataSource pool;
    private final Clock clock = Clock.systemUTC();

    private OnlineSettings(Binder binder, HikariDataSource pool) {
        this.binder = binder;
        this.pool = pool;
    }

    /** @throws CommandFailedException if no database is named and none runs, or it cannot be reached */
    static OnlineSettings connect() {
        ConfigurableEnvironment environment = new StandardEnvironment();
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        return connect(Binder.get(environment));
    }

    static OnlineSettings connect(Binder binder) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(text(binder, "spring.datasource.url").orElseGet(() -> embedded(dataDir(binder))));
        text(binder, "spring.datasource.username").ifPresent(pool::setUsername);
        text(binder, "spring.datasource.password").ifPresent(pool::setPassword);
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(0);
        pool.setConnectionTimeout(PATIENCE_MILLIS);
        pool.setInitializationFailTimeout(-1);
        OnlineSettings settings = new OnlineSettings(binder, pool);
        settings.check();
        return settings;
    }

    JdbcTemplate jdbc() {
        return new JdbcTemplate(pool);
    }

    TransactionTemplate transaction() {
        return new TransactionTemplate(new JdbcTransactionManager(pool));
    }

    /** For what else a command needs to know of the settings. */
    Binder binder() {
        return binder;
    }

    Clock clock() {
        return clock;
    }

    Ids ids() {
        return new Ids(clock);
    }

    /** Who acts, as the operating system knows them: it stands in the log of acts. */
    String who() {
        return System.getProperty("user.name", "unknown") + " (command line)";
    }

    private void check() {
        try {
            jdbc().queryForList("select 1 from flyway_schema_history limit 1");
        } catch (RuntimeException e) {
            pool.close();
            // Without the cause: it could quote user and address.
            throw new CommandFailedException(
                    "The gateway's database cannot be reached, or it holds no gateway. Check spring.datasource.url,"
                            + " spring.datasource.username and spring.datasource.password.");
        }
    }

    static Path dataDir(Binder binder) {
        return Path.of(text(binder, "gateway.data-dir").orElse("./data")).toAbsolutePath();
    }

    private static String embedded(Path dataDir) {
        Path pidFile = dataDir.resolve("postgresql").resolve("data").resolve("postmaster.pid");
        try {
            if (Files.exists(pidFile)) {
                List<String> lines = Files.readAllLines(pidFile);
                if (lines.size() >= PORT_LINE) {
                    int port = Integer.parseInt(lines.get(PORT_LINE - 1).strip());
                    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres";
                }
            }
        } catch (IOException | NumberFormatException unreadable) {
            throw new CommandFailedException(pidFile + " cannot be read.");
        }
        throw new CommandFailedException("No database: spring.datasource.url is not set and no gateway runs on "
                + dataDir.normalize() + ". Start the gateway, or name its data directory with GATEWAY_DATADIR.");
    }

    private static Optional<String> text(Binder binder, String key) {
        return Optional.ofNullable(binder.bind(key, String.class).orElse(null)).filter(value -> !value.isBlank());
    }

    @Override
    public void close() {
        pool.close();
    }
}
