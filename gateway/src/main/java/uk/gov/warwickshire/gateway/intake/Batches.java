package uk.gov.warwickshire.gateway.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The batches, open and finished. */
@Repository
public class Batches {

    private final JdbcClient jdbc;
    private final Clock clock;

    public Batches(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(UUID id, Format format, String name, Received content, boolean fromInbox) {
        jdbc.sql("""
                        insert into intake_batch
                            (id, format, lane, name, sha256, size_bytes, state, received_at, from_inbox)
                        values (?, ?, ?, ?, ?, ?, 'RECEIVED', ?, ?)
                        """)
                .params(
                        id,
                        format.code(),
                        format.lane().name(),
                        name,
                        content.sha256(),
                        content.size(),
                        Timestamp.from(clock.instant()),
                        fromInbox)
                .update();
    }

    /** What a receipt measured. */
    @SuppressWarnings("ArrayRecordComponent")
    record Received(byte[] sha256, long size) {}

    public Optional<Batch> find(UUID id) {
        return jdbc.sql("select * from intake_batch where id = ?")
                .param(id)
                .query(Batches::batch)
                .optional();
    }

    /** The newest first. */
    public List<Batch> latest(int limit) {
        return jdbc.sql("select * from intake_batch order by received_at desc limit ?")
                .param(limit)
                .query(Batches::batch)
                .list();
    }

    /** Nothing of them was applied; the newest first. */
    public List<Batch> failedSince(Instant moment) {
        return jdbc.sql("""
                        select * from intake_batch
                         where state = 'FAILED' and finished_at >= :moment
                           and received_at >= cast(:moment as timestamptz) - interval '7 days'
                         order by received_at desc limit 100
                        """)
                .param("moment", Timestamp.from(moment))
                .query(Batches::batch)
                .list();
    }

    /** The oldest open batch of a lane becomes this reader's; one left READING by a reader that died is taken up again. */
    Optional<Batch> take(Format.Lane lane, UUID reader) {
        return jdbc.sql("""
                        update intake_batch
                           set state = 'READING', reader = ?, attempts = attempts + 1,
                               started_at = coalesce(started_at, ?)
                         where id = (select id from intake_batch
                                      where lane = ? and state in ('RECEIVED', 'READING')
                                      order by received_at, id limit 1 for update)
                        returning *
                        """)
                .params(reader, Timestamp.from(clock.instant()), lane.name())
                .query(Batches::batch)
                .optional();
    }

    /** Held to the end of the caller's transaction: nobody can take the batch over before what is written commits. */
    boolean isHeldBy(UUID id, UUID reader) {
        return jdbc.sql("select 1 from intake_batch where id = ? and reader = ? for share")
                .params(id, reader)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void progress(UUID id, UUID reader, Counters counters) {
        write(id, reader, BatchState.READING, counters, Optional.empty(), null);
    }

    /** Joins the caller's transaction: what was applied and that it was commit together. */
    void applied(UUID id, UUID reader, Counters counters) {
        progress(id, reader, counters);
        jdbc.sql("update intake_batch set applied = true where id = ? and reader = ?")
                .params(id, reader)
                .update();
    }

    boolean finish(UUID id, UUID reader, BatchState state, Counters counters, Optional<String> failure) {
        return write(id, reader, state, counters, failure, clock.instant());
    }

    private boolean write(
            UUID id,
            UUID reader,
            BatchState state,
            Counters counters,
            Optional<String> failure,
            @Nullable Instant finished) {
        return jdbc.sql("""
                        update intake_batch
                           set state = :state, children_received = :received, children_changed = :changed,
                               children_unchanged = :unchanged, children_rejected = :rejected,
                               rows_read = :rows, failure = :failure, finished_at = :finished
                         where id = :id and reader = :reader
                        """)
                        .param("state", state.name())
                        .param("received", counters.received())
                        .param("changed", counters.changed())
                        .param("unchanged", counters.unchanged())
                        .param("rejected", counters.rejected())
                        .param("rows", counters.rows())
                        .param("failure", failure.orElse(null))
                        .param("finished", finished == null ? null : Timestamp.from(finished))
                        .param("id", id)
                        .param("reader", reader)
                        .update()
                == 1;
    }

    /** Finished batches whose file of the inbox still stands where it was put on receipt. */
    List<Batch> unsettled(int limit) {
        return jdbc.sql("""
                        select * from intake_batch
                         where from_inbox and settled_at is null
                           and state in ('COMPLETED', 'COMPLETED_WITH_REJECTIONS', 'FAILED')
                         order by id limit ?
                        """).param(limit).query(Batches::batch).list();
    }

    void settled(UUID id) {
        jdbc.sql("update intake_batch set settled_at = ? where id = ?")
                .params(Timestamp.from(clock.instant()), id)
                .update();
    }

    static Batch batch(ResultSet row, int number) throws SQLException {
        return new Batch(
                row.getObject("id", UUID.class),
                Format.ofCode(row.getString("format")).orElseThrow(),
                row.getString("name"),
                BatchState.valueOf(row.getString("state")),
                new Counters(
                        row.getLong("children_received"),
                        row.getLong("children_changed"),
                        row.getLong("children_unchanged"),
                        row.getLong("children_rejected"),
                        row.getLong("rows_read")),
                row.getTimestamp("received_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("started_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getTimestamp("finished_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getString("failure")),
                row.getInt("attempts"),
                row.getBoolean("applied"));
    }
}
