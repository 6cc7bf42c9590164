package uk.gov.warwickshire.gateway.ops.alerts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.warwickshire.gateway.common.Ids;

/**
 * Turns what was found into alerts: one begins once, is repeated after its time, and ends when its cause does. The notices
 * for the channels are written in the same transaction, so that none is lost and none is said twice.
 */
@Component
class AlertLedger {

    private record Key(String rule, String subject) {
        static Key of(FiringAlert alert) {
            return new Key(alert.rule(), alert.subject());
        }
    }

    private final TransactionTemplate transaction;
    private final AlertTable table;
    private final NoticeTable notices;
    private final AlertRules rules;
    private final List<AlertChannel> channels;
    private final Ids ids;
    private final Clock clock;

    AlertLedger(
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            AlertRules rules,
            AlertChannels channels,
            Ids ids,
            Clock clock) {
        this.transaction = transaction;
        this.table = new AlertTable(jdbc);
        this.notices = new NoticeTable(jdbc);
        this.rules = rules;
        this.channels = channels.all();
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param looked names of the rules that could be looked at: what they no longer name is over
     * @param unseenFor how long nobody must have seen a cause before it counts as over; zero: this look decides
     */
    void write(Set<String> looked, List<FiringAlert> found, Duration unseenFor) {
        Instant now = clock.instant();
        transaction.executeWithoutResult(status -> {
            table.lock();
            Map<Key, AlertTable.Standing> standing = new HashMap<>();
            table.firing().forEach(alert -> standing.put(Key.of(alert.alert()), alert));
            for (FiringAlert alert : found) {
                AlertTable.Standing before = standing.remove(Key.of(alert));
                if (before == null) {
                    table.fire(alert, now);
                    say(AlertNotice.Kind.FIRING, alert, now);
                } else {
                    goOn(before, alert, now);
                }
            }
            standing.values().stream()
                    .filter(alert -> looked.contains(alert.alert().rule()))
                    .filter(alert -> !alert.seenAt().isAfter(now.minus(unseenFor)))
                    .forEach(over -> {
                        table.resolve(over.alert(), now);
                        say(AlertNotice.Kind.RESOLVED, over.alert(), now);
                    });
        });
    }

    /** Alerts of rules that the file no longer has: nobody looks whether they are over. */
    void endRulesThatAreGone() {
        Instant now = clock.instant();
        transaction.executeWithoutResult(status -> {
            table.lock();
            table.firing().stream()
                    .filter(alert -> rules.named(alert.alert().rule()).isEmpty())
                    .forEach(alert -> table.resolve(alert.alert(), now));
        });
    }

    private void goOn(AlertTable.Standing before, FiringAlert alert, Instant now) {
        boolean again = rules.named(alert.rule())
                .filter(rule -> !now.isBefore(before.notifiedAt().plus(rule.repeatAfter())))
                .isPresent();
        table.stillFires(alert, now, again);
        if (again) {
            say(AlertNotice.Kind.STILL_FIRING, alert, now);
        }
    }

    private void say(AlertNotice.Kind kind, FiringAlert alert, Instant now) {
        channels.forEach(channel -> notices.add(new AlertNotice(ids.next(), kind, alert, now), channel.name()));
    }
}
