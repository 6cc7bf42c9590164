package uk.gov.warwickshire.gateway.mesh;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Every message received, kept until it is handled and for a while after; what nobody understands is kept for good. */
@Repository
public class MeshMessages {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> STRINGS = new TypeReference<>() {};

    /** Once may be a passing trouble of the database. */
    private static final int OFTEN = 3;

    private final JdbcClient jdbc;
    private final Clock clock;

    public MeshMessages(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean isStored(String mailbox, String messageId) {
        return jdbc.sql("select 1 from mesh_message where mailbox = ? and message_id = ?")
                .params(mailbox, messageId)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Committed when it returns, so that the message may be acknowledged. */
    void store(String mailbox, MeshMessage message) {
        jdbc.sql("""
                insert into mesh_message (mailbox, message_id, state, workflow, local_id, headers, body, received_at)
                values (?, ?, 'RECEIVED', ?, ?, ?::jsonb, ?, ?)
                on conflict do nothing
                """)
                .param(mailbox)
                .param(message.id())
                .param(message.workflow().orElse(null))
                .param(message.localId().orElse(null))
                .param(JSON.writeValueAsString(message.headers().values()))
                .param(message.body())
                .param(now())
                .update();
    }

    void acknowledged(String mailbox, String messageId) {
        jdbc.sql("update mesh_message set acknowledged_at = ? where mailbox = ? and message_id = ?")
                .params(now(), mailbox, messageId)
                .update();
    }

    /** Ids of messages not yet handled, oldest first. */
    List<String> waiting(String mailbox) {
        return jdbc.sql("""
                select message_id from mesh_message
                 where mailbox = ? and state = 'RECEIVED' order by received_at, message_id
                """).param(mailbox).query(String.class).list();
    }

    /**
     * Messages that were offered to their room time after time and not taken in.
     *
     * @param since when the oldest of them arrived
     */
    public record Stuck(long count, Instant since) {}

    /** Empty if there is none. MESH no longer has them, so nobody else would notice. */
    public Optional<Stuck> stuck(String mailbox) {
        return jdbc.sql("""
                select count(*) as number, min(received_at) as since from mesh_message
                 where mailbox = ? and state = 'RECEIVED' and attempts >= ?
                having count(*) > 0
                """)
                .params(mailbox, OFTEN)
                .query((row, number) -> new Stuck(
                        row.getLong("number"), row.getTimestamp("since").toInstant()))
                .optional();
    }

    Optional<MeshMessage> find(String mailbox, String messageId) {
        return jdbc.sql("select message_id, headers, body from mesh_message where mailbox = ? and message_id = ?")
                .params(mailbox, messageId)
                .query(MeshMessages::read)
                .optional();
    }

    /** Joins the transaction in which the message was handled. */
    void handled(String mailbox, String messageId, Handling handling) {
        jdbc.sql("update mesh_message set state = ?, handled_at = ? where mailbox = ? and message_id = ?")
                .params(handling.name(), now(), mailbox, messageId)
                .update();
    }

    void failed(String mailbox, String messageId, String kind) {
        jdbc.sql("""
                update mesh_message set attempts = attempts + 1, last_error = ?
                 where mailbox = ? and message_id = ?
                """).params(kind, mailbox, messageId).update();
    }

    private static MeshMessage read(ResultSet row, int number) throws SQLException {
        return new MeshMessage(
                row.getString("message_id"),
                new MeshHeaders(JSON.readValue(row.getString("headers"), STRINGS)),
                row.getBytes("body"));
    }

    private Timestamp now() {
        Instant now = clock.instant();
        return Timestamp.from(now);
    }
}
