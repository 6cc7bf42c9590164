package uk.gov.warwickshire.gateway.rights.erasure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import uk.gov.warwickshire.gateway.common.ErasedPerson;
import uk.gov.warwickshire.gateway.common.PersonalTraces.Removed;

/** Table `erasure`. Methods that write join the caller's transaction. */
@Repository
class ErasureTable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcTemplate jdbc;

    ErasureTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Erasure asked) {
        jdbc.update(
                """
                insert into erasure (id, child_id, pseudonym, cause, request_id, state, asked_by, asked_at, because)
                values (?, ?, ?, ?, ?, 'ASKED', ?, ?, ?)
                """,
                asked.id(),
                asked.childId().orElseThrow(),
                asked.pseudonym(),
                asked.cause().name(),
                asked.requestId().orElse(null),
                asked.askedBy(),
                Timestamp.from(asked.askedAt()),
                asked.because());
    }

    void approve(UUID id, String who, Instant now) {
        jdbc.update(
                "update erasure set state = 'APPROVED', approved_by = ?, approved_at = ? where id = ?",
                who,
                Timestamp.from(now),
                id);
    }

    void end(UUID id, ErasureState state, String why, Instant now) {
        jdbc.update(
                "update erasure set state = ?, ended_because = ?, finished_at = ? where id = ?",
                state.name(),
                why,
                Timestamp.from(now),
                id);
    }

    void withdrawing(UUID id, boolean wasRestricted) {
        jdbc.update("update erasure set state = 'WITHDRAWING', was_restricted = ? where id = ?", wasRestricted, id);
    }

    boolean wasRestricted(UUID id) {
        return Boolean.TRUE.equals(
                jdbc.queryForObject("select was_restricted from erasure where id = ?", Boolean.class, id));
    }

    void erased(UUID id, ErasedPerson person, String withdrawals, Instant now) {
        jdbc.update(
                "update erasure set state = 'ERASED', person = ?, withdrawals = ?, erased_at = ? where id = ?",
                JSON.writeValueAsString(person),
                withdrawals,
                Timestamp.from(now),
                id);
    }

    /** Whose indexes and files are still being cleaned. */
    ErasedPerson person(UUID id) {
        return JSON.readValue(
                jdbc.queryForObject("select person from erasure where id = ?", String.class, id), ErasedPerson.class);
    }

    String withdrawals(UUID id) {
        return Optional.ofNullable(
                        jdbc.queryForObject("select withdrawals from erasure where id = ?", String.class, id))
                .orElse("[]");
    }

    void removed(UUID id, String room, List<Removed> removed) {
        removed.stream()
                .filter(one -> one.count() > 0)
                .forEach(one -> jdbc.update(
                        "insert into erasure_removed (erasure_id, room, place, number, kept) values (?, ?, ?, ?, ?)",
                        id,
                        room,
                        one.place(),
                        one.count(),
                        one.kept()));
    }

    List<RemovedLine> removed(UUID id) {
        return jdbc.query(
                "select room, place, number, kept from erasure_removed where erasure_id = ? order by room, kept, place",
                (row, i) -> new RemovedLine(row.getString(1), row.getString(2), row.getLong(3), row.getBoolean(4)),
                id);
    }

    void done(UUID id, String certificate, String hash, Instant now) {
        jdbc.update("""
                update erasure
                   set state = 'DONE', child_id = null, person = null, withdrawals = null, finished_at = ?,
                       certificate = ?, certificate_hash = ?
                 where id = ?
                """, Timestamp.from(now), certificate, hash, id);
    }

    Optional<Erasure> find(UUID id) {
        return jdbc.query("select * from erasure where id = ?", (row, i) -> erasure(row), id).stream()
                .findFirst();
    }

    Optional<Erasure> locked(UUID id) {
        return jdbc.query("select * from erasure where id = ? for update", (row, i) -> erasure(row), id).stream()
                .findFirst();
    }

    List<Erasure> inState(int limit, ErasureState... states) {
        return jdbc.query(
                "select * from erasure where state = any(?) order by asked_at, id limit ?",
                (row, i) -> erasure(row),
                java.util.stream.Stream.of(states).map(Enum::name).toArray(String[]::new),
                limit);
    }

    List<Erasure> latest(int limit) {
        return jdbc.query("select * from erasure order by asked_at desc limit ?", (row, i) -> erasure(row), limit);
    }

    Optional<Erasure> ofRequest(UUID request) {
        return jdbc
                .query(
                        "select * from erasure where request_id = ? order by asked_at desc limit 1",
                        (row, i) -> erasure(row),
                        request)
                .stream()
                .findFirst();
    }

    List<Erasure> ofPseudonym(String pseudonym) {
        return jdbc.query(
                "select * from erasure where pseudonym = ? and state = 'DONE' order by asked_at desc",
                (row, i) -> erasure(row),
                pseudonym);
    }

    List<Erasure> ofChild(String childId) {
        return jdbc.query(
                "select * from erasure where child_id = ? order by asked_at desc", (row, i) -> erasure(row), childId);
    }

    private static Erasure erasure(ResultSet row) throws SQLException {
        return new Erasure(
                row.getObject("id", UUID.class),
                Optional.ofNullable(row.getString("child_id")),
                row.getString("pseudonym"),
                ErasureCause.valueOf(row.getString("cause")),
                Optional.ofNullable(row.getObject("request_id", UUID.class)),
                ErasureState.valueOf(row.getString("state")),
                row.getString("asked_by"),
                row.getTimestamp("asked_at").toInstant(),
                row.getString("because"),
                Optional.ofNullable(row.getString("approved_by")),
                instant(row, "erased_at"),
                Optional.ofNullable(row.getString("ended_because")),
                instant(row, "finished_at"),
                Optional.ofNullable(row.getString("certificate")),
                Optional.ofNullable(row.getString("certificate_hash")));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
