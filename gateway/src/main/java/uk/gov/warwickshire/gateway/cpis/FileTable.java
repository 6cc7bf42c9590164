package uk.gov.warwickshire.gateway.cpis;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Table `cpis_file`. Every method joins the caller's transaction if there is one. */
@Repository
class FileTable {

    static final String COLUMNS = """
            select sequence, local_id, file_name, state, records, encode(sha256, 'hex') as sha256, attempts, created_at,
                   not_before, attempted_at, sent_at, answered_at, message_id, code, processed, failed, problem, closed_by,
                   closed_because
              from cpis_file
            """;

    private final JdbcTemplate jdbc;
    private final CpIsRules rules;

    FileTable(JdbcTemplate jdbc, CpIsRules rules) {
        this.jdbc = jdbc;
        this.rules = rules;
    }

    /** The number after the last: the file that takes it is written in the same transaction, so none is left out. */
    long nextSequence() {
        Long next = jdbc.queryForObject("""
                select greatest((select coalesce(max(sequence), 0) from cpis_file),
                                (select coalesce(max(sequence), 0) from cpis_sequence_used)) + 1
                """, Long.class);
        return next == null ? 1 : next;
    }

    /** Enters that a number was used without this database knowing. */
    void used(long sequence, String who) {
        jdbc.update(
                "insert into cpis_sequence_used (sequence, entered_by, entered_at) values (?, ?, ?)",
                sequence,
                who,
                now());
    }

    void insert(long sequence, String localId, String fileName, int records, byte[] content, byte[] sha256) {
        Timestamp now = now();
        jdbc.update("""
                insert into cpis_file
                    (sequence, local_id, file_name, state, records, content, sha256, created_at, not_before)
                values (?, ?, ?, 'WRITTEN', ?, ?, ?, ?, ?)
                """, sequence, localId, fileName, records, content, sha256, now, now);
    }

    /** Whether a file stands in the way of a new one. */
    boolean isHeldBack() {
        Boolean found = jdbc.queryForObject(
                "select exists (select from cpis_file where state = any (?))", Boolean.class, (Object)
                        CpIsFileState.names(CpIsFileState::holdsBack));
        return Boolean.TRUE.equals(found);
    }

    /** Whether a file with a lower number waits for a person: the later ones wait with it, so that numbers arrive in order. */
    boolean isStoppedBefore(long sequence) {
        Boolean found = jdbc.queryForObject(
                "select exists (select from cpis_file where sequence < ? and state = any (?))",
                Boolean.class,
                sequence,
                CpIsFileState.names(CpIsFileState::needsPerson));
        return Boolean.TRUE.equals(found);
    }

    List<CpIsFile> in(CpIsFileState state) {
        return jdbc.query(COLUMNS + " where state = ? order by sequence", (row, i) -> read(row), state.name());
    }

    Optional<CpIsFile> lock(long sequence) {
        return one(" where sequence = ? for update", sequence);
    }

    Optional<CpIsFile> lockByLocalId(String localId) {
        return one(" where local_id = ? for update", localId);
    }

    Optional<CpIsFile> lockByMessageId(String messageId) {
        return one(" where message_id = ? for update", messageId);
    }

    byte[] content(long sequence) {
        byte[] content =
                jdbc.queryForObject("select content from cpis_file where sequence = ?", byte[].class, sequence);
        return content == null ? new byte[0] : content;
    }

    void become(CpIsFile file, CpIsFileState to, @Nullable String problem) {
        CpIsFileStates.require(file.state(), to);
        int changed = jdbc.update(
                "update cpis_file set state = ?, problem = ? where sequence = ? and state = ?",
                to.name(),
                problem,
                file.sequence(),
                file.state().name());
        if (changed != 1) {
            throw new IllegalStateException("the state of a file has changed meanwhile");
        }
    }

    void attempted(CpIsFile file) {
        jdbc.update(
                "update cpis_file set attempts = attempts + 1, attempted_at = ? where sequence = ?",
                now(),
                file.sequence());
    }

    void accepted(CpIsFile file, String messageId) {
        jdbc.update(
                "update cpis_file set message_id = ?, sent_at = ? where sequence = ?",
                messageId,
                now(),
                file.sequence());
    }

    void answered(CpIsFile file, String code, long processed, long failed) {
        jdbc.update("""
                update cpis_file set answered_at = ?, code = ?, processed = ?, failed = ? where sequence = ?
                """, now(), code, processed, failed, file.sequence());
    }

    void notBefore(CpIsFile file, Instant time) {
        jdbc.update("update cpis_file set not_before = ? where sequence = ?", Timestamp.from(time), file.sequence());
    }

    void closed(CpIsFile file, String who, String why) {
        jdbc.update(
                "update cpis_file set closed_by = ?, closed_because = ? where sequence = ?", who, why, file.sequence());
    }

    private Optional<CpIsFile> one(String where, Object key) {
        return jdbc.query(COLUMNS + where, (row, i) -> read(row), key).stream().findFirst();
    }

    private Timestamp now() {
        return Timestamp.from(rules.now());
    }

    static CpIsFile read(ResultSet row) throws SQLException {
        return new CpIsFile(
                row.getLong("sequence"),
                row.getString("local_id"),
                row.getString("file_name"),
                CpIsFileState.valueOf(row.getString("state")),
                row.getInt("records"),
                row.getString("sha256"),
                row.getInt("attempts"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("not_before").toInstant(),
                instant(row.getTimestamp("attempted_at")),
                instant(row.getTimestamp("sent_at")),
                instant(row.getTimestamp("answered_at")),
                Optional.ofNullable(row.getString("message_id")),
                Optional.ofNullable(row.getString("code")),
                Optional.ofNullable(row.getObject("processed", Long.class)),
                Optional.ofNullable(row.getObject("failed", Long.class)),
                Optional.ofNullable(row.getString("problem")),
                Optional.ofNullable(row.getString("closed_by")),
                Optional.ofNullable(row.getString("closed_because")));
    }

    private static Optional<Instant> instant(@Nullable Timestamp time) {
        return Optional.ofNullable(time).map(Timestamp::toInstant);
    }
}
