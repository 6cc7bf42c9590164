package uk.gov.warwickshire.gateway.common;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what is wrong with the policy, the agreements or the alert rules in words instead of a stack trace. */
public class InvalidFileAnalyzer extends AbstractFailureAnalyzer<InvalidFileException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidFileException cause) {
        return new FailureAnalysis(
                "The gateway does not start without a sound policy, agreements and alert rules:\n\n    "
                        + cause.getMessage(),
                "Correct the file named by gateway.policy, gateway.agreements or gateway.alerts.rules; docs/disclosure.md"
                        + " and docs/watching.md explain each key.",
                cause);
    }
}
