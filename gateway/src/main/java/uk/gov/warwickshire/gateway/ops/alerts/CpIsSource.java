package uk.gov.warwickshire.gateway.ops.alerts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.cpis.CpIsAlarm;
import uk.gov.warwickshire.gateway.cpis.CpIsAlarms;

/** The alarms of CP-IS, and files that wait longer for an answer than a rule allows. */
@Component
class CpIsSource implements AlertSource {

    private static final String PAGE = "/console/cp-is";

    private final CpIsAlarms alarms;
    private final Figures figures;
    private final Clock clock;

    CpIsSource(CpIsAlarms alarms, Figures figures, Clock clock) {
        this.alarms = alarms;
        this.figures = figures;
        this.clock = clock;
    }

    @Override
    public Set<AlertKind> kinds() {
        return Set.of(AlertKind.CP_IS_ALARM, AlertKind.CP_IS_UNACKNOWLEDGED);
    }

    @Override
    public List<FiringAlert> look(List<AlertRule> rules) {
        List<CpIsAlarm> current = alarms.current();
        Instant now = clock.instant();
        return rules.stream()
                .flatMap(rule -> rule.kind() == AlertKind.CP_IS_ALARM
                        ? current.stream()
                                .filter(alarm -> rule.alarm()
                                        .filter(alarm.kind()::equals)
                                        .isPresent())
                                .filter(alarm -> !now.isBefore(alarm.since().plus(rule.time())))
                                .map(alarm -> fires(rule, alarm))
                        : unacknowledged(rule, now))
                .toList();
    }

    private static FiringAlert fires(AlertRule rule, CpIsAlarm alarm) {
        String meaning = alarm.kind().meaning();
        String words = alarm.words().startsWith(meaning + ". ")
                ? alarm.words().substring(meaning.length() + 2)
                : alarm.words();
        return rule.fires("", "CP-IS: " + meaning, words, PAGE, Math.max(1, alarm.count()), alarm.since());
    }

    private Stream<FiringAlert> unacknowledged(AlertRule rule, Instant now) {
        Duration oldest = Duration.ofSeconds((long) figures.only("gateway.cpis.oldest.unacknowledged"));
        return oldest.compareTo(rule.time()) <= 0
                ? Stream.empty()
                : Stream.of(rule.fires(
                        "",
                        "CP-IS: A file has waited for its acknowledgement for longer than " + InWords.of(rule.time()),
                        "CP-IS usually answers within hours. Ask MESH whether the file was collected, before it becomes"
                                + " overdue",
                        PAGE,
                        1,
                        now.minus(oldest)));
    }
}
