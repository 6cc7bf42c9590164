package uk.gov.warwickshire.gateway.rights.request;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who did what for a request, and when; the database refuses to change a row. */
@Component
public class RequestLog {

    /** Who, where no person did it. */
    public static final String GATEWAY = "gateway";

    private final JdbcClient jdbc;
    private final Clock clock;

    RequestLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Joins the caller's transaction. */
    public void add(UUID request, String who, String what, String words) {
        jdbc.sql("insert into rights_request_event (request_id, at, who, what, words) values (?, ?, ?, ?, ?)")
                .params(request, Timestamp.from(clock.instant()), who, what, words)
                .update();
    }

    /** Oldest first. */
    public List<RequestEvent> of(UUID request) {
        return jdbc.sql("select at, who, what, words from rights_request_event where request_id = ? order by seq")
                .param(request)
                .query((row, i) -> new RequestEvent(
                        row.getTimestamp("at").toInstant(),
                        row.getString("who"),
                        row.getString("what"),
                        row.getString("words")))
                .list();
    }
}
