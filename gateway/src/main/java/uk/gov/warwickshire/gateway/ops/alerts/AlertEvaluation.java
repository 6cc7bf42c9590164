package uk.gov.warwickshire.gateway.ops.alerts;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.SingleRunner;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/**
 * Looks at every rule. What all replicas would find is looked at by one of them; what each finds for itself, its disk and
 * its connections, by each.
 */
@Component
class AlertEvaluation {

    private static final Logger LOG = LoggerFactory.getLogger(AlertEvaluation.class);
    private static final String JOB = "alert-evaluation";

    /** Turns of which one may be missed before another replica's finding counts as over. */
    private static final double TURNS = 2.5;

    private final AlertRules rules;
    private final List<AlertSource> sources;
    private final AlertLedger ledger;
    private final AlertTable table;
    private final SingleRunner single;
    private final Duration period;
    private final Clock clock;
    private volatile Set<String> unreadable = Set.of();

    AlertEvaluation(
            AlertRules rules,
            List<AlertSource> sources,
            AlertLedger ledger,
            JdbcTemplate jdbc,
            SingleRunner single,
            GatewaySettings settings,
            Clock clock) {
        this.rules = rules;
        this.sources = List.copyOf(sources);
        this.ledger = ledger;
        this.table = new AlertTable(jdbc);
        this.single = single;
        this.period = settings.alerts().evaluate();
        this.clock = clock;
    }

    /** Names of rules that this replica could not look at in its last turn. */
    Set<String> unreadable() {
        return unreadable;
    }

    void run() {
        Set<String> failed = new TreeSet<>();
        Duration unseen = Duration.ofMillis((long) (period.toMillis() * TURNS));
        look(AlertKind::isOfOneReplica, unseen, failed);
        single.run(JOB, () -> {
            if (table.isDue(clock.instant().minus(period.dividedBy(2)))) {
                ledger.endRulesThatAreGone();
                look(kind -> !kind.isOfOneReplica(), Duration.ZERO, failed);
                table.evaluated(clock.instant());
            }
        });
        unreadable = Set.copyOf(failed);
    }

    private void look(Predicate<AlertKind> which, Duration unseenFor, Set<String> failed) {
        Set<AlertKind> kinds = Arrays.stream(AlertKind.values()).filter(which).collect(Collectors.toSet());
        List<FiringAlert> found = new ArrayList<>();
        Set<String> looked = new HashSet<>();
        for (AlertSource source : sources) {
            Set<AlertKind> wanted = new HashSet<>(source.kinds());
            wanted.retainAll(kinds);
            List<AlertRule> asked = rules.of(wanted);
            Set<String> names = asked.stream().map(AlertRule::name).collect(Collectors.toSet());
            try {
                found.addAll(source.look(asked));
                looked.addAll(names);
            } catch (RuntimeException broken) {
                // Its alerts stay as they are: not knowing is not the end of a cause.
                failed.addAll(names);
                LOG.error(
                        "The alert rules {} could not be looked at: {}",
                        names,
                        broken.getClass().getSimpleName());
            }
        }
        ledger.write(looked, found, unseenFor);
    }
}
