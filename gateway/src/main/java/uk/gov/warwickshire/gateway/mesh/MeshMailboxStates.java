package uk.gov.warwickshire.gateway.mesh;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the mailboxes fare, for health checks and the console; the same on every replica. */
@Repository
public class MeshMailboxStates {

    /**
     * @param mailbox name in the settings
     * @param lastPoll last one that went through to the end
     * @param lastFailure words without personal data
     * @param waiting messages stored but not yet handled
     * @param unknownContent messages nobody understood, for a person to look at
     */
    public record MeshMailboxState(
            String mailbox,
            Optional<Instant> lastHandshake,
            Optional<Instant> lastPoll,
            Optional<Instant> lastFailureAt,
            Optional<String> lastFailure,
            int waiting,
            int unknownContent) {

        /** Whether the last thing that happened was a failure. */
        public boolean isFailing() {
            return lastFailureAt
                    .filter(failed -> lastPoll.filter(failed::isBefore).isEmpty())
                    .isPresent();
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    public MeshMailboxStates(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One for each mailbox that was ever polled. */
    public List<MeshMailboxState> all() {
        return jdbc.sql("""
                select s.*,
                       (select count(*) from mesh_message m
                         where m.mailbox = s.mailbox and m.state = 'RECEIVED') as waiting,
                       (select count(*) from mesh_message m
                         where m.mailbox = s.mailbox and m.state = 'UNKNOWN_CONTENT') as unknown_content
                  from mesh_mailbox_state s order by s.mailbox
                """).query(MeshMailboxStates::read).list();
    }

    public Optional<MeshMailboxState> of(String mailbox) {
        return all().stream().filter(state -> state.mailbox().equals(mailbox)).findFirst();
    }

    void shookHands(String mailbox) {
        jdbc.sql("""
                insert into mesh_mailbox_state (mailbox, last_handshake_at) values (?, ?)
                on conflict (mailbox) do update set last_handshake_at = excluded.last_handshake_at
                """).params(mailbox, Timestamp.from(clock.instant())).update();
    }

    void polled(String mailbox) {
        jdbc.sql("""
                insert into mesh_mailbox_state (mailbox, last_poll_at) values (?, ?)
                on conflict (mailbox) do update set last_poll_at = excluded.last_poll_at
                """).params(mailbox, Timestamp.from(clock.instant())).update();
    }

    void failed(String mailbox, String words) {
        jdbc.sql("""
                insert into mesh_mailbox_state (mailbox, last_failure_at, last_failure) values (?, ?, ?)
                on conflict (mailbox) do update
                   set last_failure_at = excluded.last_failure_at, last_failure = excluded.last_failure
                """).params(mailbox, Timestamp.from(clock.instant()), words).update();
    }

    private static MeshMailboxState read(ResultSet row, int number) throws SQLException {
        return new MeshMailboxState(
                row.getString("mailbox"),
                instant(row.getTimestamp("last_handshake_at")),
                instant(row.getTimestamp("last_poll_at")),
                instant(row.getTimestamp("last_failure_at")),
                Optional.ofNullable(row.getString("last_failure")),
                row.getInt("waiting"),
                row.getInt("unknown_content"));
    }

    private static Optional<Instant> instant(@Nullable Timestamp time) {
        return Optional.ofNullable(time).map(Timestamp::toInstant);
    }
}
