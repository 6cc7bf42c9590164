package uk.gov.warwickshire.gateway.disclosure;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The ledger in PostgreSQL; its trigger refuses every change. */
@Component
class JdbcDisclosureLedger implements DisclosureLedger {

    private static final int BATCH = 1000;

    private final JdbcTemplate jdbc;

    JdbcDisclosureLedger(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Joins the caller's transaction. */
    void append(List<LedgerEntry> entries) {
        jdbc.batchUpdate("""
                insert into disclosure_ledger (
                    id, decided_at, child_id, destination, recipient_ods, kind, message_id, delivery_id,
                    outcome, headline, reasons, policy_version, purpose, legal_basis, agreement_ids,
                    verification_status, restricted, opt_out_state, opt_out_checked_at, opt_out_stale,
                    choices, other_persons, categories, resources, left_out)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                        ?::jsonb, ?::jsonb, ?, ?::jsonb, ?::jsonb)
                """, entries, BATCH, JdbcDisclosureLedger::bind);
    }

    /** Makes this month's partition and those of the months ahead. */
    void createPartitions(Instant now, int monthsAhead) {
        jdbc.query(
                "select create_disclosure_ledger_partitions((? at time zone 'UTC')::date, ?)",
                row -> {},
                Timestamp.from(now),
                monthsAhead);
    }

    @Override
    public Optional<LedgerEntry> find(UUID id) {
        return jdbc.query("select * from disclosure_ledger where id = ?", (row, i) -> entry(row), id).stream()
                .findFirst();
    }

    @Override
    public List<LedgerEntry> ofChild(String childId, int limit) {
        return jdbc.query(
                "select * from disclosure_ledger where child_id = ? order by decided_at desc, id desc limit ?",
                (row, i) -> entry(row),
                childId,
                limit);
    }

    @Override
    public List<LedgerEntry> ofMessage(UUID messageId) {
        return jdbc.query(
                "select * from disclosure_ledger where message_id = ? order by decided_at, id",
                (row, i) -> entry(row),
                messageId);
    }

    @Override
    public List<LedgerEntry> latest(Query query) {
        return jdbc.query(
                """
                select * from disclosure_ledger
                 where decided_at >= ? and decided_at < ?
                   and (?::text is null or destination = ?)
                   and (?::text is null or outcome = ?)
                   and (?::text is null or headline = ?)
                 order by decided_at desc, id desc
                 limit ?
                """,
                (row, i) -> entry(row),
                Timestamp.from(query.from()),
                Timestamp.from(query.until()),
                query.destination().orElse(null),
                query.destination().orElse(null),
                query.outcome().map(Enum::name).orElse(null),
                query.outcome().map(Enum::name).orElse(null),
                query.headline().map(Enum::name).orElse(null),
                query.headline().map(Enum::name).orElse(null),
                query.limit());
    }

    private static void bind(PreparedStatement row, LedgerEntry entry) throws SQLException {
        row.setObject(1, entry.id());
        row.setTimestamp(2, Timestamp.from(entry.decidedAt()));
        row.setString(3, entry.childId());
        row.setString(4, entry.destination());
        row.setString(5, entry.recipientOds().orElse(null));
        row.setString(6, entry.kind().name());
        row.setObject(7, entry.messageId());
        row.setObject(8, entry.deliveryId().orElse(null));
        row.setString(9, entry.outcome().name());
        row.setString(10, entry.headline().name());
        row.setArray(11, array(row, entry.reasons().stream().map(Reason::name).toList()));
        row.setString(12, entry.policyVersion());
        row.setString(13, entry.purpose().orElse(null));
        row.setString(14, entry.legalBasis().orElse(null));
        row.setArray(15, array(row, entry.agreementIds()));
        row.setString(16, entry.verificationStatus());
        row.setBoolean(17, entry.restricted());
        row.setString(18, entry.optOutState());
        row.setTimestamp(19, entry.optOutCheckedAt().map(Timestamp::from).orElse(null));
        row.setBoolean(20, entry.optOutStale());
        row.setString(21, entry.choices());
        row.setString(22, entry.otherPersons());
        row.setArray(23, array(row, entry.categories()));
        row.setString(24, entry.resources());
        row.setString(25, entry.leftOut());
    }

    static LedgerEntry entry(ResultSet row) throws SQLException {
        return new LedgerEntry(
                row.getObject("id", UUID.class),
                row.getTimestamp("decided_at").toInstant(),
                row.getString("child_id"),
                row.getString("destination"),
                Optional.ofNullable(row.getString("recipient_ods")),
                Disclosure.Kind.valueOf(row.getString("kind")),
                row.getObject("message_id", UUID.class),
                Optional.ofNullable(row.getObject("delivery_id", UUID.class)),
                Outcome.valueOf(row.getString("outcome")),
                Reason.valueOf(row.getString("headline")),
                texts(row.getArray("reasons")).stream().map(Reason::valueOf).toList(),
                row.getString("policy_version"),
                Optional.ofNullable(row.getString("purpose")),
                Optional.ofNullable(row.getString("legal_basis")),
                texts(row.getArray("agreement_ids")),
                row.getString("verification_status"),
                row.getBoolean("restricted"),
                row.getString("opt_out_state"),
                instant(row.getTimestamp("opt_out_checked_at")),
                row.getBoolean("opt_out_stale"),
                row.getString("choices"),
                row.getString("other_persons"),
                texts(row.getArray("categories")),
                row.getString("resources"),
                row.getString("left_out"));
    }

    private static Array array(PreparedStatement row, List<String> values) throws SQLException {
        return row.getConnection().createArrayOf("text", values.toArray());
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }

    private static Optional<Instant> instant(@Nullable Timestamp timestamp) {
        return Optional.ofNullable(timestamp).map(Timestamp::toInstant);
    }
}
