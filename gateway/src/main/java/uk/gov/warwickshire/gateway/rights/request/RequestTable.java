package uk.gov.warwickshire.gateway.rights.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.rights.request.RightsRequest.Confirmation;
import uk.gov.warwickshire.gateway.rights.request.RightsRequest.RequestDecision;

/** The table `rights_request`. */
@Component
class RequestTable {

    private final JdbcClient jdbc;

    RequestTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID id, NewRequest entered, LocalDate dueOn, Instant now) {
        jdbc.sql("""
                insert into rights_request (id, child_id, kind, state, received_on, clock_from, due_on, requester, capacity,
                                            contact, destination, asked, created_at)
                values (:id, :child, :kind, 'RECEIVED', :received, :received, :due, :requester, :capacity, :contact,
                        :destination, :asked, :now)
                """)
                .param("id", id)
                .param("child", entered.childId())
                .param("kind", entered.kind().name())
                .param("received", entered.receivedOn())
                .param("due", dueOn)
                .param("requester", entered.requester())
                .param("capacity", entered.capacity().name())
                .param("contact", entered.contact())
                .param("destination", entered.destination().orElse(null))
                .param("asked", entered.asked())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Locks it until the transaction ends: two officers decide one after the other. */
    Optional<RightsRequest> locked(UUID id) {
        return jdbc.sql("select * from rights_request where id = ? for update")
                .param(id)
                .query(RequestTable::request)
                .optional();
    }

    Optional<RightsRequest> find(UUID id) {
        return jdbc.sql("select * from rights_request where id = ?")
                .param(id)
                .query(RequestTable::request)
                .optional();
    }

    /** What is due first stands first. */
    List<RightsRequest> open(int limit) {
        return jdbc.sql("""
                select * from rights_request where state in ('RECEIVED', 'CONFIRMED', 'GRANTED')
                 order by due_on, created_at limit ?
                """).param(limit).query(RequestTable::request).list();
    }

    List<RightsRequest> latest(int limit) {
        return jdbc.sql("select * from rights_request order by created_at desc limit ?")
                .param(limit)
                .query(RequestTable::request)
                .list();
    }

    List<RightsRequest> ofChild(String childId) {
        return jdbc.sql("select * from rights_request where child_id = ? order by created_at desc")
                .param(childId)
                .query(RequestTable::request)
                .list();
    }

    List<RightsRequest> granted() {
        return jdbc.sql("select * from rights_request where state = 'GRANTED' order by created_at")
                .query(RequestTable::request)
                .list();
    }

    void move(UUID id, RequestState to, Optional<Instant> finishedAt) {
        jdbc.sql("update rights_request set state = :to, finished_at = :finished where id = :id")
                .param("to", to.name())
                .param("finished", finishedAt.map(Timestamp::from).orElse(null))
                .param("id", id)
                .update();
    }

    void confirm(UUID id, Confirmation confirmation, LocalDate clockFrom, LocalDate dueOn) {
        jdbc.sql("""
                update rights_request set confirmed_by = :by, confirmed_how = :how, confirmed_at = :at,
                                          clock_from = :from, due_on = :due
                 where id = :id
                """)
                .param("by", confirmation.officer())
                .param("how", confirmation.evidence())
                .param("at", Timestamp.from(confirmation.at()))
                .param("from", clockFrom)
                .param("due", dueOn)
                .param("id", id)
                .update();
    }

    void extend(UUID id, LocalDate dueOn, String because) {
        jdbc.sql("update rights_request set due_on = :due, extended_because = :because where id = :id")
                .param("due", dueOn)
                .param("because", because)
                .param("id", id)
                .update();
    }

    void decide(UUID id, RequestDecision decision) {
        jdbc.sql("""
                update rights_request set ground = :ground, decided_by = :by, decided_because = :because, decided_at = :at
                 where id = :id
                """)
                .param("ground", decision.ground().name())
                .param("by", decision.officer())
                .param("because", decision.because())
                .param("at", Timestamp.from(decision.at()))
                .param("id", id)
                .update();
    }

    private static RightsRequest request(ResultSet row, int number) throws SQLException {
        return new RightsRequest(
                row.getObject("id", UUID.class),
                new NewRequest(
                        RequestKind.valueOf(row.getString("kind")),
                        row.getString("child_id"),
                        row.getObject("received_on", LocalDate.class),
                        row.getString("requester"),
                        Capacity.valueOf(row.getString("capacity")),
                        row.getString("contact"),
                        Optional.ofNullable(row.getString("destination")),
                        row.getString("asked")),
                RequestState.valueOf(row.getString("state")),
                row.getObject("clock_from", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                Optional.ofNullable(row.getString("extended_because")),
                confirmation(row),
                decision(row),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("finished_at")));
    }

    private static Optional<Confirmation> confirmation(ResultSet row) throws SQLException {
        Optional<Instant> at = instant(row.getTimestamp("confirmed_at"));
        return at.isEmpty()
                ? Optional.empty()
                : Optional.of(new Confirmation(
                        row.getString("confirmed_by"), row.getString("confirmed_how"), at.orElseThrow()));
    }

    private static Optional<RequestDecision> decision(ResultSet row) throws SQLException {
        Optional<Instant> at = instant(row.getTimestamp("decided_at"));
        return at.isEmpty()
                ? Optional.empty()
                : Optional.of(new RequestDecision(
                        Ground.valueOf(row.getString("ground")),
                        row.getString("decided_by"),
                        row.getString("decided_because"),
                        at.orElseThrow()));
    }

    private static Optional<Instant> instant(@Nullable Timestamp timestamp) {
        return Optional.ofNullable(timestamp).map(Timestamp::toInstant);
    }
}
