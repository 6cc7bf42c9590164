package uk.gov.warwickshire.mappings.source.cin.rules;

import uk.gov.warwickshire.mappings.record.Rejection.Severity;

/**
 * A published rule.
 *
 * @param code with the suffix Q of a query
 * @param module the module the publication files it under; the report names the one the finding is in
 * @param message as published
 */
public record Rule(String code, String module, String message) {
    public Rule {
        if (!code.matches("[0-9]{3,4}Q?") || message.isBlank()) {
            throw new IllegalArgumentException("no rule: " + code);
        }
    }

    /** A query may be explained instead of corrected. */
    public Severity severity() {
        return code.endsWith("Q") ? Severity.QUERY : Severity.ERROR;
    }
}
