package uk.gov.warwickshire.gateway.intake;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import uk.gov.warwickshire.mappings.record.Rejection;
import uk.gov.warwickshire.mappings.record.SourceRow;

/** What was found wrong in a batch: the lines of its report. Methods that write join the caller's transaction. */
@Repository
public class Findings {

    private static final int BATCH = 500;
    private static final int FETCH = 1000;

    /** Where a finding was made. */
    public enum Stage {
        FILE,
        CHILD
    }

    /**
     * Findings of one kind.
     *
     * @param children how many children are concerned; zero where rows of no child are
     * @param message in plain words, if it is the same for all of them; otherwise it may name a value, and is left out
     */
    public record Cause(
            String severity,
            String code,
            String table,
            String field,
            long findings,
            long children,
            Optional<String> message) {}

    private final JdbcTemplate jdbc;

    public Findings(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public void add(UUID batch, Stage stage, Collection<Rejection> findings) {
        if (findings.isEmpty()) {
            return;
        }
        jdbc.batchUpdate("""
                insert into intake_finding
                    (batch_id, stage, file, source_table, row_no, child_id, field, severity, code, message)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, findings, BATCH, (row, finding) -> {
            row.setObject(1, batch);
            row.setString(2, stage.name());
            row.setString(3, finding.source().file());
            row.setString(4, finding.source().table());
            row.setLong(5, finding.source().row());
            row.setString(6, finding.childId().orElse(""));
            row.setString(7, finding.field().orElse(""));
            row.setString(8, finding.severity().name());
            row.setString(9, finding.code());
            row.setString(10, finding.message());
        });
    }

    /** Before the file is read again after a crash. */
    public void forgetFile(UUID batch) {
        jdbc.update("delete from intake_finding where batch_id = ? and stage = 'FILE'", batch);
    }

    /** Before children are read again. */
    public void forgetChildren(UUID batch, List<String> childIds) {
        jdbc.update(
                "delete from intake_finding where batch_id = ? and stage = 'CHILD' and child_id = any (?)",
                batch,
                childIds.toArray(String[]::new));
    }

    /** Before rows are read again whose findings name no child. */
    public void forgetRows(UUID batch, String code, List<Rejection> findings) {
        findings.stream()
                .filter(finding -> finding.code().equals(code))
                .map(Rejection::source)
                .forEach(row -> jdbc.update("""
                        delete from intake_finding
                         where batch_id = ? and code = ? and file = ? and source_table = ? and row_no = ?
                        """, batch, code, row.file(), row.table(), row.row()));
    }

    /** Everything, when a batch failed whole: its report then says why, and nothing else. */
    public void forget(UUID batch) {
        jdbc.update("delete from intake_finding where batch_id = ?", batch);
    }

    public boolean has(UUID batch, String code) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from intake_finding where batch_id = ? and code = ?)",
                Boolean.class,
                batch,
                code));
    }

    public boolean hasRejections(UUID batch) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from intake_finding where batch_id = ? and severity like '%REJECTED')",
                Boolean.class, batch));
    }

    /** The findings of a batch, those alike as one, rejections first and the most frequent first. */
    public List<Cause> causes(UUID batch, int limit) {
        return jdbc.query(
                """
                select severity, code, source_table, field, count(*) as findings,
                       count(distinct nullif(child_id, '')) as children,
                       case when count(distinct message) = 1 and count(*) > 1 then min(message) end as message
                  from intake_finding where batch_id = ?
                 group by severity, code, source_table, field
                 order by severity like '%REJECTED' desc, count(*) desc, code, source_table, field
                 limit ?
                """,
                (row, i) -> new Cause(
                        row.getString("severity"),
                        row.getString("code"),
                        row.getString("source_table"),
                        row.getString("field"),
                        row.getLong("findings"),
                        row.getLong("children"),
                        Optional.ofNullable(row.getString("message"))),
                batch,
                limit);
    }

    /** In the order of table and row; streamed, and so inside a transaction of the caller. */
    public void forEach(UUID batch, Consumer<Rejection> consumer) {
        jdbc.query(
                connection -> {
                    var statement = connection.prepareStatement("""
                            select * from intake_finding where batch_id = ?
                             order by file, source_table, row_no, id
                            """);
                    statement.setObject(1, batch);
                    statement.setFetchSize(FETCH);
                    return statement;
                },
                row -> {
                    consumer.accept(new Rejection(
                            new SourceRow(row.getString("file"), row.getString("source_table"), row.getLong("row_no")),
                            filled(row.getString("child_id")),
                            filled(row.getString("field")),
                            Rejection.Severity.valueOf(row.getString("severity")),
                            row.getString("code"),
                            row.getString("message")));
                });
    }

    private static Optional<String> filled(String text) {
        return Optional.of(text).filter(t -> !t.isEmpty());
    }
}
