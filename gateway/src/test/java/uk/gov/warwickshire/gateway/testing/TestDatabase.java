package uk.gov.warwickshire.gateway.testing;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One real PostgreSQL for the test run; every test class gets a migrated database of its own. */
public final class TestDatabase implements AutoCloseable {

    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String url;
    private final HikariDataSource pool = new HikariDataSource();

    public TestDatabase() {
        this(created("test_" + COUNT.incrementAndGet()));
    }

    private TestDatabase(String url) {
        this.url = url;
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(10);
        Flyway.configure().dataSource(pool).load().migrate();
    }

    /** One on a server of the test's own: migrated if it is not yet, and otherwise as it stands. */
    public static TestDatabase at(String url) {
        return new TestDatabase(url);
    }

    private static String created(String name) {
        new JdbcTemplate(SERVER.getPostgresDatabase()).execute("create database " + name);
        return "jdbc:postgresql://localhost:" + SERVER.getPort() + "/" + name + "?user=postgres";
    }

    /** JDBC URL with the user in it. */
    public String url() {
        return url;
    }

    public DataSource dataSource() {
        return pool;
    }

    public JdbcTemplate jdbc() {
        return new JdbcTemplate(pool);
    }

    public TransactionTemplate transactions() {
        return new TransactionTemplate(new JdbcTransactionManager(pool));
    }

    @Override
    public void close() {
        pool.close();
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "300")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
