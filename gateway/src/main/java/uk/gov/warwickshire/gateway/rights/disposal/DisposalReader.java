package uk.gov.warwickshire.gateway.rights.disposal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Looks disposals up. */
@Component
class DisposalReader {

    private static final String RUNS = """
            select r.*,
                   (select count(*) from disposal_item i where i.run_id = r.id and i.state = 'ERASED') as erased,
                   (select count(*) from disposal_item i where i.run_id = r.id and i.state = 'NOT_ERASED') as not_erased
              from disposal_run r
            """;

    private final JdbcTemplate jdbc;

    DisposalReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Optional<DisposalRun> find(UUID id) {
        return jdbc.query(RUNS + " where r.id = ?", (row, i) -> run(row), id).stream()
                .findFirst();
    }

    List<DisposalRun> latest(int limit) {
        return jdbc.query(RUNS + " order by r.asked_at desc limit ?", (row, i) -> run(row), limit);
    }

    List<DisposalRun> running() {
        return jdbc.query(RUNS + " where r.state = 'RUNNING' order by r.decided_at", (row, i) -> run(row));
    }

    List<DisposalRun.Item> items(UUID run, int limit) {
        return jdbc.query(
                "select * from disposal_item where run_id = ? order by ordinal limit ?",
                (row, i) -> item(row),
                run,
                limit);
    }

    List<DisposalRun.Item> waiting(UUID run, long limit) {
        return jdbc.query(
                "select * from disposal_item where run_id = ? and state = 'WAITING' order by ordinal limit ?",
                (row, i) -> item(row),
                run,
                limit);
    }

    private static DisposalRun.Item item(ResultSet row) throws SQLException {
        return new DisposalRun.Item(
                row.getInt("ordinal"),
                row.getString("child_id"),
                row.getString("record_class"),
                row.getObject("dispose_from", LocalDate.class),
                row.getString("state"),
                Optional.ofNullable(row.getString("reason")),
                Optional.ofNullable(row.getObject("erasure_id", UUID.class)));
    }

    private static DisposalRun run(ResultSet row) throws SQLException {
        return new DisposalRun(
                row.getObject("id", UUID.class),
                row.getString("state"),
                row.getObject("as_of", LocalDate.class),
                row.getString("schedule"),
                row.getInt("children"),
                row.getString("asked_by"),
                row.getTimestamp("asked_at").toInstant(),
                Optional.ofNullable(row.getString("decided_by")),
                Optional.ofNullable(row.getString("because")),
                Optional.ofNullable(row.getTimestamp("finished_at")).map(Timestamp::toInstant),
                row.getLong("erased"),
                row.getLong("not_erased"));
    }
}
