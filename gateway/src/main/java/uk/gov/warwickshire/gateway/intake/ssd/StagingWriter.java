package uk.gov.warwickshire.gateway.intake.ssd;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import uk.gov.warwickshire.mappings.record.Rejection;
import uk.gov.warwickshire.mappings.source.RowSink;
import uk.gov.warwickshire.mappings.source.ssd.RowLink;
import uk.gov.warwickshire.mappings.source.ssd.StagedRow;

/** Writes staged rows by COPY, in its text format; closing without {@link #finish} leaves nothing. */
final class StagingWriter implements RowSink<StagedRow, SQLException>, AutoCloseable {

    private static final int BUFFER = 1 << 16;
    private static final int FINDINGS_AT_ONCE = 500;

    private final CopyIn copy;
    private final Consumer<List<Rejection>> findings;
    private final Consumer<Long> progress;
    private final List<Rejection> waiting = new ArrayList<>();
    private final StringBuilder buffer = new StringBuilder(BUFFER + 4096);
    private long rows;

    StagingWriter(
            Connection connection, StagingTable table, Consumer<List<Rejection>> findings, Consumer<Long> progress)
            throws SQLException {
        this.copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(table.in("copy STAGE (child_id, owner, provides, tbl, line, content) from stdin"));
        this.findings = findings;
        this.progress = progress;
    }

    @Override
    public void row(StagedRow row) throws SQLException {
        RowLink owner = row.owner();
        if (owner.kind() == RowLink.Kind.CHILD) {
            escape(owner.key());
            buffer.append("\t\\N\t");
        } else {
            buffer.append("\\N\t");
            escape(OwnerKey.of(owner));
            buffer.append('\t');
        }
        if (row.provides().isPresent()) {
            escape(OwnerKey.of(row.provides().get()));
        } else {
            buffer.append("\\N");
        }
        buffer.append('\t').append(row.table().ordinal());
        buffer.append('\t').append(row.line());
        buffer.append('\t').append(row.content()).append('\n');
        if (buffer.length() >= BUFFER) {
            flush();
        }
        count();
    }

    @Override
    public void finding(Rejection finding) {
        waiting.add(finding);
        if (waiting.size() >= FINDINGS_AT_ONCE) {
            flushFindings();
        }
    }

    void finish() throws SQLException {
        flush();
        flushFindings();
        copy.endCopy();
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private void count() {
        if (++rows % 10_000 == 0) {
            progress.accept(rows);
        }
    }

    private void flush() throws SQLException {
        byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        buffer.setLength(0);
    }

    private void flushFindings() {
        findings.accept(List.copyOf(waiting));
        waiting.clear();
    }

    /** NUL has no place in a text of PostgreSQL; a key that holds one becomes another key and finds no partner. */
    private void escape(String key) {
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            switch (c) {
                case '\\' -> buffer.append("\\\\");
                case '\t' -> buffer.append("\\t");
                case '\n' -> buffer.append("\\n");
                case '\r' -> buffer.append("\\r");
                case '\0' -> buffer.append('\ufffd');
                default -> buffer.append(c);
            }
        }
    }
}
