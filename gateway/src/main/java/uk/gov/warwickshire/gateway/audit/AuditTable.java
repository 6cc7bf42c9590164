package uk.gov.warwickshire.gateway.audit;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Statements on the table of the audit; a trigger of the database refuses to change or delete a row. */
@Component
class AuditTable {

    private static final int BATCH = 1000;

    private final JdbcTemplate jdbc;

    AuditTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void append(List<AuditRecord> records) {
        jdbc.batchUpdate("""
                insert into audit_event (
                    child_id, id, recorded_at, kind, interaction, source, client_id, ods_code, agent_user, address,
                    purpose, result, code, resource_type, resources, query, decision_ids, decision_code,
                    break_glass_reason, request_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, records, BATCH, AuditTable::bind);
    }

    /** Makes this month's partition and those of the months ahead. */
    void createPartitions(Instant now, int monthsAhead) {
        jdbc.query(
                "select create_audit_event_partitions((? at time zone 'UTC')::date, ?)",
                row -> {},
                Timestamp.from(now),
                monthsAhead);
    }

    private static void bind(PreparedStatement row, AuditRecord written) throws SQLException {
        AuditEntry entry = written.entry();
        row.setString(1, entry.childId().orElse(""));
        row.setObject(2, written.id());
        row.setTimestamp(3, Timestamp.from(written.recordedAt()));
        row.setString(4, entry.kind().name());
        row.setString(5, entry.interaction());
        row.setString(6, entry.source());
        row.setString(7, entry.agent().clientId().orElse(null));
        row.setString(8, entry.agent().odsCode().orElse(null));
        row.setString(9, entry.agent().user().orElse(null));
        row.setString(10, entry.agent().address().orElse(null));
        row.setString(11, entry.purpose().orElse(null));
        row.setString(12, entry.outcome().result().name());
        row.setString(13, entry.outcome().code().orElse(null));
        row.setString(14, entry.resourceType().orElse(null));
        row.setArray(
                15, row.getConnection().createArrayOf("text", entry.resources().toArray()));
        row.setString(16, entry.query().map(AuditTable::storable).orElse(null));
        row.setArray(
                17,
                row.getConnection().createArrayOf("uuid", entry.decisionIds().toArray()));
        row.setString(18, entry.decisionCode().orElse(null));
        row.setString(19, entry.breakGlassReason().orElse(null));
        row.setString(20, entry.requestId().orElse(null));
    }

    /** PostgreSQL has no character 0: an attack that holds one must not escape the audit by it. */
    private static String storable(String query) {
        return query.replace('\0', '\uFFFD');
    }

    static AuditRecord read(ResultSet row) throws SQLException {
        return new AuditRecord(
                row.getObject("id", UUID.class),
                row.getTimestamp("recorded_at").toInstant(),
                new AuditEntry(
                        Optional.of(row.getObject("id", UUID.class)),
                        AuditKind.valueOf(row.getString("kind")),
                        row.getString("interaction"),
                        row.getString("source"),
                        new AuditAgent(
                                text(row, "client_id"),
                                text(row, "ods_code"),
                                text(row, "agent_user"),
                                text(row, "address")),
                        text(row, "purpose"),
                        new AuditOutcome(AuditOutcome.Result.valueOf(row.getString("result")), text(row, "code")),
                        text(row, "child_id").filter(child -> !child.isEmpty()),
                        text(row, "resource_type"),
                        Arrays.asList((String[]) row.getArray("resources").getArray()),
                        text(row, "query"),
                        Arrays.asList((UUID[]) row.getArray("decision_ids").getArray()),
                        text(row, "decision_code"),
                        text(row, "break_glass_reason"),
                        text(row, "request_id")));
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }
}
