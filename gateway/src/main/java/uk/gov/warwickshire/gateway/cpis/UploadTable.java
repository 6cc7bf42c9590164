package uk.gov.warwickshire.gateway.cpis;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import uk.gov.warwickshire.gateway.common.Ids;
import uk.gov.warwickshire.gateway.delivery.DeliveryState;

/** Tables `cpis_upload` and `cpis_due`. Every method joins the caller's transaction. */
@Repository
class UploadTable {

    private static final int BATCH = 200;

    private final JdbcTemplate jdbc;
    private final CpIsRules rules;
    private final Ids ids;

    UploadTable(JdbcTemplate jdbc, CpIsRules rules, Ids ids) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.ids = ids;
    }

    /**
     * Makes the persons due. One that waits already carries this too, one that is held is looked at again, one that CP-IS
     * refused is sent again under a new order, unless a person alone may do that.
     *
     * @param persons sorted, so that two transactions never wait for each other
     */
    void enqueue(SortedSet<String> persons, String cause) {
        if (persons.isEmpty()) {
            return;
        }
        Timestamp now = Timestamp.from(rules.now());
        Date day = Date.valueOf(rules.bookDay());
        String[] personIds = persons.toArray(String[]::new);
        jdbc.update("""
                update cpis_upload set state = 'PENDING', next_attempt_at = ?
                 where person_id = any (?) and state = 'HELD'
                """, now, personIds);
        List<Long> inserted = jdbc.queryForList(
                """
                with replaced as (
                    update cpis_upload u
                       set state = 'RESUBMITTED', closed_by = 'gateway', closed_because = ?, finished_at = ?
                     where u.person_id = any (?) and u.state = 'DEAD' and not u.manual
                    returning u.person_id, u.id)
                insert into cpis_upload (person_id, id, state, cause, due_on, created_at, next_attempt_at, resubmits)
                select wanted.person_id, wanted.id, 'PENDING', ?, ?, ?, ?, max(replaced.id::text)::uuid
                  from unnest(?::text[], ?::uuid[]) as wanted (person_id, id)
                  left join replaced on replaced.person_id = wanted.person_id
                 group by wanted.person_id, wanted.id
                 order by wanted.person_id
                on conflict (person_id) where state in ('PENDING', 'HELD') do nothing
                returning seq
                """,
                Long.class,
                cause,
                now,
                personIds,
                cause,
                day,
                now,
                now,
                personIds,
                persons.stream().map(person -> ids.next()).toArray(UUID[]::new));
        countDue(inserted.size(), cause);
    }

    /** A new order in place of a dead one, which sends the same content again if that is what there is to send. */
    UUID repeat(Upload dead, String cause) {
        UUID id = ids.next();
        Timestamp now = Timestamp.from(rules.now());
        int inserted = jdbc.update("""
                insert into cpis_upload
                    (person_id, id, state, cause, due_on, created_at, next_attempt_at, repeat_same, resubmits)
                values (?, ?, 'PENDING', ?, ?, ?, ?, true, ?)
                on conflict (person_id) where state in ('PENDING', 'HELD') do nothing
                """, dead.personId(), id, cause, Date.valueOf(rules.bookDay()), now, now, dead.id());
        if (inserted == 1) {
            countDue(1, cause);
            return id;
        }
        return Objects.requireNonNull(jdbc.queryForObject("""
                update cpis_upload set repeat_same = true, state = 'PENDING', next_attempt_at = ?
                 where person_id = ? and state in ('PENDING', 'HELD') returning id
                """, UUID.class, now, dead.personId()));
    }

    /** Those whose turn it is, oldest first: nothing earlier of the same person is open. Held against changes. */
    List<Upload> takeReady(int limit) {
        return jdbc.query("""
                select u.* from cpis_upload u
                 where u.state in ('PENDING', 'RETRYING') and u.next_attempt_at <= ?
                   and not exists (select from cpis_upload e
                                    where e.person_id = u.person_id and e.seq < u.seq
                                      and e.state in ('PENDING', 'HELD', 'CLEARED', 'RETRYING', 'SENT', 'DEAD'))
                 order by u.seq limit ? for update
                """, (row, i) -> read(row), Timestamp.from(rules.now()), limit);
    }

    Optional<Upload> lock(UUID id) {
        return jdbc.query("select * from cpis_upload where id = ? for update", (row, i) -> read(row), id).stream()
                .findFirst();
    }

    /** Open ones, in the order of their persons. */
    List<Upload> open() {
        return jdbc.query("""
                select * from cpis_upload
                 where state in ('PENDING', 'HELD', 'CLEARED', 'RETRYING', 'SENT', 'DEAD') order by person_id, seq
                """, (row, i) -> read(row));
    }

    void move(Collection<UploadMove> moves) {
        Timestamp now = Timestamp.from(rules.now());
        int[][] counts = jdbc.batchUpdate("""
                update cpis_upload
                   set state = ?, reason = coalesce(?, reason), ledger_id = coalesce(?, ledger_id), code = ?, words = ?,
                       file = coalesce(?, file), manual = manual or ?, next_attempt_at = ?,
                       attempts = attempts + case when ? = 'CLEARED' then 1 else 0 end,
                       finished_at = case when ? then ?::timestamptz end
                 where id = ? and state = any (?)
                """, moves, BATCH, (row, move) -> {
            row.setString(1, move.to().name());
            row.setString(2, move.reason().orElse(null));
            row.setObject(3, move.ledgerId().orElse(null));
            row.setString(4, move.code().orElse(null));
            row.setString(5, move.words().orElse(null));
            row.setObject(6, move.file().orElse(null));
            row.setBoolean(7, move.manual());
            row.setTimestamp(8, now);
            row.setString(9, move.to().name());
            row.setBoolean(10, move.to().isFinished());
            row.setTimestamp(11, now);
            row.setObject(12, move.id());
            row.setArray(13, row.getConnection().createArrayOf("text", CpIsUploadStates.before(move.to())));
        });
        long moved = Arrays.stream(counts).flatMapToInt(Arrays::stream).sum();
        if (moved != moves.size()) {
            throw new IllegalStateException("the states of uploads changed meanwhile, or have no such way");
        }
    }

    void close(UUID id, DeliveryState to, String who, String why) {
        int closed =
                jdbc.update("""
                update cpis_upload set state = ?, closed_by = ?, closed_because = ?, finished_at = ?
                 where id = ? and state = any (?)
                """, to.name(), who, why, Timestamp.from(rules.now()), id, CpIsUploadStates.before(to));
        if (closed != 1) {
            throw new IllegalStateException("no way to " + to + " from the state it is in");
        }
    }

    private void countDue(int number, String cause) {
        if (number > 0) {
            jdbc.update(
                    "insert into cpis_due (due_on, counted, cause) values (?, ?, ?)",
                    Date.valueOf(rules.bookDay()),
                    number,
                    cause);
        }
    }

    static Upload read(ResultSet row) throws SQLException {
        return new Upload(
                row.getString("person_id"),
                row.getLong("seq"),
                row.getObject("id", UUID.class),
                DeliveryState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getBoolean("repeat_same"),
                row.getBoolean("manual"),
                row.getTimestamp("created_at").toInstant(),
                Optional.ofNullable(row.getString("reason")),
                Optional.ofNullable(row.getString("code")),
                Optional.ofNullable(row.getString("words")),
                Optional.ofNullable(row.getObject("file", Long.class)));
    }
}
