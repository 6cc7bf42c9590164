package uk.gov.warwickshire.gateway.common;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * Work that only one replica may do at a time holds a lock of the database's session: it is given back when the work ends
 * or when the replica dies.
 */
@Component
public class SingleRunner {

    private final DataSource dataSource;

    public SingleRunner(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Runs the work now, or not at all if another replica is at it. Returns whether it ran. */
    public boolean run(String job, Runnable work) {
        try (Connection connection = dataSource.getConnection()) {
            if (!ask(connection, "select pg_try_advisory_lock(hashtextextended(?, 0))", job)) {
                return false;
            }
            try {
                work.run();
                return true;
            } finally {
                ask(connection, "select pg_advisory_unlock(hashtextextended(?, 0))", job);
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("lock of job " + job, e);
        }
    }

    private static boolean ask(Connection connection, String sql, String job) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, job);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }
}
