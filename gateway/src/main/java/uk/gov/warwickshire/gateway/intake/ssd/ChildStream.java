package uk.gov.warwickshire.gateway.intake.ssd;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.mappings.source.ssd.SsdRow;
import uk.gov.warwickshire.mappings.source.ssd.SsdTable;

/** Streams a staged extract child by child through a server-side cursor: memory holds a few chunks, never the file. */
@Component
class ChildStream {

    private static final int FETCH = 5_000;
    private static final int CHILDREN = 50;
    /** A chunk ends early when it holds as many rows. */
    private static final int ROWS = 20_000;

    private static final SsdTable[] TABLES = SsdTable.values();

    private final DataSource dataSource;

    ChildStream(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void forEachChunk(StagingTable table, String file, Consumer<List<StagedChild>> consumer) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(table.in("""
                    select child_id, tbl, line, content from STAGE
                     where child_id is not null
                     order by child_id, tbl, line
                    """))) {
                raiseSortMemory(connection);
                statement.setFetchSize(FETCH);
                try (ResultSet rows = statement.executeQuery()) {
                    group(rows, file, consumer);
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("reading the staged extract", e);
        }
    }

    private static void raiseSortMemory(Connection connection) throws SQLException {
        try (PreparedStatement setting = connection.prepareStatement("set local work_mem = '128MB'")) {
            setting.execute();
        }
    }

    private static void group(ResultSet rows, String file, Consumer<List<StagedChild>> consumer) throws SQLException {
        List<StagedChild> chunk = new ArrayList<>();
        StagedChild child = null;
        int held = 0;
        while (rows.next()) {
            String id = rows.getString(1);
            if (child == null || !child.childId().equals(id)) {
                if (chunk.size() == CHILDREN || held >= ROWS) {
                    consumer.accept(List.copyOf(chunk));
                    chunk.clear();
                    held = 0;
                }
                child = new StagedChild(id);
                chunk.add(child);
            }
            child.add(new SsdRow(TABLES[rows.getInt(2)], file, rows.getLong(3), rows.getString(4)));
            held++;
        }
        if (!chunk.isEmpty()) {
            consumer.accept(List.copyOf(chunk));
        }
    }
}
