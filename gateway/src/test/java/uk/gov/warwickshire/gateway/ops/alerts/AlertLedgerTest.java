package uk.gov.warwickshire.gateway.ops.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.gov.warwickshire.gateway.common.Ids;
import uk.gov.warwickshire.gateway.common.SingleRunner;
import uk.gov.warwickshire.gateway.testing.MovableClock;
import uk.gov.warwickshire.gateway.testing.TestDatabase;

/** From what was found to what is said: once, again after a time, and when it is over; whatever a channel does. */
class AlertLedgerTest {

    private static final Set<String> LOOKED = Set.of("backlog");
    private static final AlertRule RULE = new AlertRule(
            "backlog",
            AlertKind.DELIVERY_BACKLOG,
            AlertSeverity.WARNING,
            Duration.ofHours(4),
            Duration.ZERO,
            100,
            Optional.empty());

    private final TestDatabase database = new TestDatabase();
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-02T09:00:00Z"));
    private final List<String> heard = new ArrayList<>();
    private boolean channelWorks = true;
    private final AlertChannels channels = new AlertChannels(List.of(new AlertChannel() {
        @Override
        public String name() {
            return "pager";
        }

        @Override
        public String target() {
            return "a person";
        }

        @Override
        public void send(AlertNotice notice) throws NotDeliveredException {
            if (!channelWorks) {
                throw new NotDeliveredException("no network");
            }
            heard.add(notice.kind() + " " + notice.alert().count());
        }
    }));
    private final AlertRules rules = new AlertRules("1", List.of(RULE));
    private final AlertLedger ledger = ledger(rules);
    private final AlertPost post =
            new AlertPost(database.jdbc(), channels, new SingleRunner(database.dataSource()), clock);

    private AlertLedger ledger(AlertRules some) {
        return new AlertLedger(database.jdbc(), database.transactions(), some, channels, new Ids(clock), clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private FiringAlert backlog(long count) {
        return RULE.fires("icr.north", "Many wait", "Look", "/console", count, clock.instant());
    }

    private void turn(FiringAlert... found) {
        ledger.write(LOOKED, List.of(found), Duration.ZERO);
        post.run();
        clock.advance(Duration.ofMinutes(30));
    }

    @Test
    void it_is_said_once_repeated_after_its_time_and_ended() {
        for (int turns = 0; turns < 10; turns++) {
            turn(backlog(200 + turns));
        }
        assertThat(new Alerts(database.jdbc()).firing())
                .singleElement()
                .satisfies(alert -> assertThat(alert.count()).isEqualTo(209))
                .satisfies(alert -> assertThat(alert.since())
                        .as("the cause is as old as it was")
                        .isEqualTo(Instant.parse("2026-11-02T09:00:00Z")));
        turn();
        turn();
        turn(backlog(7));

        assertThat(heard).containsExactly("FIRING 200", "STILL_FIRING 208", "RESOLVED 209", "FIRING 7");
    }

    @Test
    void a_rule_that_could_not_be_looked_at_ends_nothing() {
        turn(backlog(200));
        ledger.write(Set.of(), List.of(), Duration.ZERO);

        assertThat(new Alerts(database.jdbc()).firing()).hasSize(1);
    }

    @Test
    void what_another_replica_saw_a_moment_ago_is_not_over() {
        turn(backlog(200));
        ledger.write(LOOKED, List.of(), Duration.ofMinutes(45));
        assertThat(new Alerts(database.jdbc()).firing()).hasSize(1);

        clock.advance(Duration.ofMinutes(30));
        ledger.write(LOOKED, List.of(), Duration.ofMinutes(45));
        assertThat(new Alerts(database.jdbc()).firing()).isEmpty();
    }

    @Test
    void a_channel_that_is_down_misses_nothing_and_one_that_stays_down_is_shown() {
        channelWorks = false;
        turn(backlog(200));
        turn(backlog(200));
        assertThat(heard).isEmpty();
        assertThat(state()).isEqualTo("PENDING no network");

        channelWorks = true;
        turn(backlog(200));
        assertThat(heard).containsExactly("FIRING 200");
        assertThat(state()).isEqualTo("SENT null");

        channelWorks = false;
        turn();
        clock.advance(Duration.ofHours(25));
        post.run();
        assertThat(state()).isEqualTo("FAILED no network");
    }

    @Test
    void alerts_of_a_rule_that_was_taken_out_end() {
        turn(backlog(200));

        ledger(new AlertRules("2", List.of())).endRulesThatAreGone();

        assertThat(new Alerts(database.jdbc()).firing()).isEmpty();
    }

    private String state() {
        return database.jdbc()
                .queryForObject(
                        "select state || ' ' || coalesce(last_error, 'null') from alert_notice order by created_at desc limit 1",
                        String.class);
    }
}
