package uk.gov.warwickshire.gateway.ops.alerts;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.Ids;
import uk.gov.warwickshire.gateway.ops.alerts.AlertChannel.NotDeliveredException;

/**
 * The one alert that cannot be kept in the database: that it is gone. Kept in memory and sent straight to the channels, by
 * each replica that misses it.
 */
@Component
class DatabaseAlarm {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseAlarm.class);

    private final Optional<AlertRule> rule;
    private final List<AlertChannel> channels;
    private final Ids ids;
    private final Clock clock;
    private int failures;
    private @Nullable Instant since;
    private @Nullable Instant saidAt;

    DatabaseAlarm(AlertRules rules, AlertChannels channels, Ids ids, Clock clock) {
        this.rule = rules.all().stream()
                .filter(any -> any.kind() == AlertKind.DATABASE_UNREACHABLE)
                .findFirst();
        this.channels = channels.all();
        this.ids = ids;
        this.clock = clock;
    }

    synchronized void missed() {
        Instant now = clock.instant();
        failures++;
        Instant first = since == null ? now : since;
        since = first;
        rule.filter(any -> failures >= any.number()).ifPresent(any -> {
            if (saidAt == null) {
                say(AlertNotice.Kind.FIRING, alert(any, first));
                saidAt = now;
            } else if (!now.isBefore(saidAt.plus(any.repeatAfter()))) {
                say(AlertNotice.Kind.STILL_FIRING, alert(any, first));
                saidAt = now;
            }
        });
    }

    synchronized void reached() {
        Instant first = since;
        if (saidAt != null && first != null) {
            rule.ifPresent(any -> say(AlertNotice.Kind.RESOLVED, alert(any, first)));
        }
        failures = 0;
        since = null;
        saidAt = null;
    }

    /** For the metric: it is in no table. */
    synchronized boolean isFiring() {
        return saidAt != null;
    }

    private static FiringAlert alert(AlertRule rule, Instant since) {
        return rule.fires(
                "",
                "The database cannot be reached: nothing is read, decided or sent",
                "See whether PostgreSQL runs and whether this machine reaches it. Nothing is lost: work goes on by itself"
                        + " when it is back",
                "/console",
                1,
                since);
    }

    private void say(AlertNotice.Kind kind, FiringAlert alert) {
        AlertNotice notice = new AlertNotice(ids.next(), kind, alert, clock.instant());
        for (AlertChannel channel : channels) {
            try {
                channel.send(notice);
            } catch (NotDeliveredException | RuntimeException e) {
                LOG.error(
                        "That the database cannot be reached could not be said by {}: {}",
                        channel.name(),
                        e.getClass().getSimpleName());
            }
        }
    }
}
