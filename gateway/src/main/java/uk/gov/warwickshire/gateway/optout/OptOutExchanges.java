package uk.gov.warwickshire.gateway.optout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The files to the check service and their states. Every method joins the caller's transaction if there is one. */
@Repository
public class OptOutExchanges {

    private static final String COLUMNS = """
            select sequence, local_id, file_name, state, asked, returned, message_id, created_at, attempted_at,
                   answered_at, problem
              from opt_out_exchange
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    public OptOutExchanges(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Newest first, for the console. */
    public List<Exchange> latest(int limit) {
        return jdbc.sql(COLUMNS + " order by sequence desc limit ?")
                .param(limit)
                .query(OptOutExchanges::read)
                .list();
    }

    /** In the order in which they must be sent. */
    List<Exchange> in(ExchangeState state) {
        return jdbc.sql(COLUMNS + " where state = ? order by sequence")
                .param(state.name())
                .query(OptOutExchanges::read)
                .list();
    }

    /** Holds the row until the transaction ends, so that two replies to one file come one after the other. */
    Optional<Exchange> lockByLocalId(String localId) {
        return jdbc.sql(COLUMNS + " where local_id = ? for update")
                .param(localId)
                .query(OptOutExchanges::read)
                .optional();
    }

    Optional<Exchange> lockByMessageId(String messageId) {
        return jdbc.sql(COLUMNS + " where message_id = ? for update")
                .param(messageId)
                .query(OptOutExchanges::read)
                .optional();
    }

    List<String> numbersOf(Exchange exchange) {
        return jdbc.sql("select nhs_number from opt_out_exchange_number where exchange = ? order by nhs_number")
                .param(exchange.sequence())
                .query(String.class)
                .list();
    }

    void sending(Exchange exchange) {
        jdbc.sql("""
                update opt_out_exchange set state = 'SENDING', attempted_at = ?
                 where sequence = ? and state = 'REQUESTED'
                """).params(now(), exchange.sequence()).update();
    }

    /** A reply may have been faster than this: a state it has set is left alone. */
    void sent(Exchange exchange, String messageId) {
        jdbc.sql("""
                update opt_out_exchange
                   set message_id = ?, state = case state when 'SENDING' then 'SENT' else state end
                 where sequence = ?
                """).params(messageId, exchange.sequence()).update();
    }

    void become(Exchange exchange, ExchangeState state, Optional<String> problem) {
        jdbc.sql("update opt_out_exchange set state = ?, problem = ? where sequence = ?")
                .param(state.name())
                .param(problem.orElse(null))
                .param(exchange.sequence())
                .update();
    }

    void answered(Exchange exchange, int returned) {
        jdbc.sql("""
                update opt_out_exchange set state = 'ANSWERED', returned = ?, answered_at = ?, problem = null
                 where sequence = ?
                """).params(returned, now(), exchange.sequence()).update();
        forgetNumbers(exchange);
    }

    /** Who was asked is of no more use, so it is not kept. */
    void forgetNumbers(Exchange exchange) {
        jdbc.sql("delete from opt_out_exchange_number where exchange = ?")
                .param(exchange.sequence())
                .update();
    }

    /** Its numbers are wanted again. */
    void requestAgain(Exchange exchange) {
        jdbc.sql("""
                insert into opt_out_request (nhs_number, requested_at)
                select nhs_number, ? from opt_out_exchange_number where exchange = ? order by nhs_number
                on conflict do nothing
                """).params(now(), exchange.sequence()).update();
    }

    List<Exchange> unansweredSince(Duration limit) {
        return jdbc.sql(COLUMNS + " where state = any(?) and attempted_at < ? order by sequence")
                .param(ExchangeState.names(ExchangeState.underWay()))
                .param(Timestamp.from(clock.instant().minus(limit)))
                .query(OptOutExchanges::read)
                .list();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Exchange read(ResultSet row, int number) throws SQLException {
        return new Exchange(
                row.getLong("sequence"),
                row.getString("local_id"),
                row.getString("file_name"),
                ExchangeState.valueOf(row.getString("state")),
                row.getInt("asked"),
                Optional.ofNullable(row.getObject("returned", Integer.class)),
                Optional.ofNullable(row.getString("message_id")),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("attempted_at")),
                instant(row.getTimestamp("answered_at")),
                Optional.ofNullable(row.getString("problem")));
    }

    private static Optional<Instant> instant(@Nullable Timestamp time) {
        return Optional.ofNullable(time).map(Timestamp::toInstant);
    }
}
