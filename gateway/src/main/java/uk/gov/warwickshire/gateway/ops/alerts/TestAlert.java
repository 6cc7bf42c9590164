package uk.gov.warwickshire.gateway.ops.alerts;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.Ids;
import uk.gov.warwickshire.gateway.ops.alerts.AlertChannel.NotDeliveredException;

/** Sends an alert that says of itself that nothing is wrong, at once and by every channel, and tells what came of it. */
@Component
public class TestAlert {

    /** @param problem empty if it was taken */
    public record Result(String channel, String target, Optional<String> problem) {}

    private final AlertChannels channels;
    private final NoticeTable notices;
    private final Ids ids;
    private final Clock clock;

    TestAlert(AlertChannels channels, JdbcTemplate jdbc, Ids ids, Clock clock) {
        this.channels = channels;
        this.notices = new NoticeTable(jdbc);
        this.ids = ids;
        this.clock = clock;
    }

    public List<Result> send() {
        List<Result> results = new ArrayList<>();
        for (AlertChannel channel : channels.all()) {
            AlertNotice notice =
                    new AlertNotice(ids.next(), AlertNotice.Kind.TEST, alert(clock.instant()), clock.instant());
            Optional<String> problem = send(channel, notice);
            notices.addTest(notice, channel.name(), problem, clock.instant());
            results.add(new Result(channel.name(), channel.target(), problem));
        }
        return results;
    }

    private static Optional<String> send(AlertChannel channel, AlertNotice notice) {
        try {
            channel.send(notice);
            return Optional.empty();
        } catch (NotDeliveredException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static FiringAlert alert(Instant now) {
        return new FiringAlert(
                "test",
                "",
                AlertKind.DATABASE_UNREACHABLE,
                AlertSeverity.WARNING,
                "Somebody at the console tries whether alerts arrive",
                "Nothing: it has arrived",
                "/console/alerts",
                1,
                now);
    }
}
