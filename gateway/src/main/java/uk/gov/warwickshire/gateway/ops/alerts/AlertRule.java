package uk.gov.warwickshire.gateway.ops.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import uk.gov.warwickshire.gateway.cpis.CpIsAlarm;

/**
 * One rule of the rules file.
 *
 * @param repeatAfter how often it is said again while it fires
 * @param time the value of `longer-than` or `within`; zero where the kind takes neither
 * @param number the value of `more-than`, `below-percent` or `failures`; zero where the kind takes none
 * @param alarm of CP-IS, where the kind is about one
 */
public record AlertRule(
        String name,
        AlertKind kind,
        AlertSeverity severity,
        Duration repeatAfter,
        Duration time,
        long number,
        Optional<CpIsAlarm.Kind> alarm) {

    /** Name of a rule, and of a metric's label. */
    static final String NAME = "[a-z0-9]+(-[a-z0-9]+)*";

    public AlertRule {
        if (!name.matches(NAME)) {
            throw new IllegalArgumentException("not a name of a rule: " + name);
        }
    }

    /** This rule fires about a subject. */
    FiringAlert fires(String subject, String title, String whatToDo, String page, long count, Instant since) {
        return new FiringAlert(name, subject, kind, severity, title, whatToDo, page, count, since);
    }
}
