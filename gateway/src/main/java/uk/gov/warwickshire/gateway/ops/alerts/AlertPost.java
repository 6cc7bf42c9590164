package uk.gov.warwickshire.gateway.ops.alerts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.SingleRunner;
import uk.gov.warwickshire.gateway.ops.alerts.AlertChannel.NotDeliveredException;

/** Takes notices to their channels. One that fails is tried again for a day, at growing intervals, and then shown as failed. */
@Component
class AlertPost {

    private static final Logger LOG = LoggerFactory.getLogger(AlertPost.class);
    private static final String JOB = "alert-post";
    private static final int BATCH = 50;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);
    private static final Duration MAX_PAUSE = Duration.ofMinutes(30);
    private static final Duration GIVE_UP_AFTER = Duration.ofDays(1);
    private static final Duration KEPT = Duration.ofDays(90);

    private final NoticeTable notices;
    private final Map<String, AlertChannel> channels;
    private final SingleRunner single;
    private final Clock clock;

    AlertPost(JdbcTemplate jdbc, AlertChannels channels, SingleRunner single, Clock clock) {
        this.notices = new NoticeTable(jdbc);
        this.channels = channels.all().stream().collect(Collectors.toMap(AlertChannel::name, Function.identity()));
        this.single = single;
        this.clock = clock;
    }

    /** Everything that is due. No transaction is open while a channel is spoken to. */
    void run() {
        single.run(JOB, () -> notices.due(clock.instant(), BATCH).forEach(this::take));
    }

    void tidy() {
        notices.forgetBefore(clock.instant().minus(KEPT));
    }

    private void take(NoticeTable.Due due) {
        Optional<String> problem = send(due);
        Instant now = clock.instant();
        if (problem.isEmpty()) {
            notices.sent(due.notice().id(), now);
        } else if (now.isAfter(due.notice().createdAt().plus(GIVE_UP_AFTER))) {
            LOG.error(
                    "Alert {} was not delivered by {} in a day: {}",
                    due.notice().alert().rule(),
                    due.channel(),
                    problem.get());
            notices.givenUp(due.notice().id(), problem.get());
        } else {
            LOG.warn(
                    "Alert {} was not delivered by {}: {}", due.notice().alert().rule(), due.channel(), problem.get());
            notices.failed(due.notice().id(), problem.get(), now.plus(pause(due.attempts())));
        }
    }

    private Optional<String> send(NoticeTable.Due due) {
        AlertChannel channel = channels.get(due.channel());
        if (channel == null) {
            return Optional.of("the channel is no longer set");
        }
        try {
            channel.send(due.notice());
            return Optional.empty();
        } catch (NotDeliveredException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (RuntimeException fault) {
            return Optional.of("a fault of the channel: " + fault.getClass().getSimpleName());
        }
    }

    private static Duration pause(int attempts) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, 10));
        return pause.compareTo(MAX_PAUSE) > 0 ? MAX_PAUSE : pause;
    }
}
