package uk.gov.warwickshire.gateway.disclosure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what is wrong with the policy or the agreements in words instead of a stack trace. */
public class InvalidFileAnalyzer extends AbstractFailureAnalyzer<InvalidFileException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidFileException cause) {
        return new FailureAnalysis(
                "Nothing may leave without a sound policy and agreements, so the gateway does not start:\n\n    "
                        + cause.getMessage(),
                "Correct the file named by gateway.policy or gateway.agreements; docs/disclosure.md explains each key.",
                cause);
    }
}
