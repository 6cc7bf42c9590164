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

    private final String name = "test_" + COUNT.incrementAndGet();
    private final HikariDataSource pool = new HikariDataSource();

    public TestDatabase() {
        JdbcTemplate admin = new JdbcTemplate(SERVER.getPostgresDatabase());
        admin.execute("create database " + name);
        pool.setJdbcUrl(url());
        pool.setMaximumPoolSize(10);
        Flyway.configure().dataSource(pool).load().migrate();
    }

    /** JDBC URL with the user in it. */
    public String url() {
        return "jdbc:postgresql://localhost:" + SERVER.getPort() + "/" + name + "?user=postgres";
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
