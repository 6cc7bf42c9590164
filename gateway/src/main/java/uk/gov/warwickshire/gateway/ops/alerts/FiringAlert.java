package uk.gov.warwickshire.gateway.ops.alerts;

import java.time.Instant;
import java.util.Objects;

/**
 * Something that a person has to look at now. Holds nothing about a child.
 *
 * @param rule name of the rule in the rules file
 * @param subject the destination, certificate or machine it is about; empty where there is only one thing
 * @param title what is wrong, in a sentence without a full stop
 * @param whatToDo next steps, in plain words
 * @param page of the console where it is mended, e.g. `/console/cp-is`
 * @param count how many; at least one
 * @param since when the cause began, as far as it is known
 */
public record FiringAlert(
        String rule,
        String subject,
        AlertKind kind,
        AlertSeverity severity,
        String title,
        String whatToDo,
        String page,
        long count,
        Instant since) {

    public FiringAlert {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(since, "since");
        if (rule.isBlank() || title.isBlank() || whatToDo.isBlank()) {
            throw new IllegalArgumentException("an alert says which rule fires, what is wrong and what to do");
        }
        if (!page.startsWith("/console")) {
            throw new IllegalArgumentException("not a page of the console: " + page);
        }
    }

    /** Statutory: shown before everything else. */
    public boolean isCpIs() {
        return page.startsWith("/console/cp-is");
    }
}
