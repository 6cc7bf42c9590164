package uk.gov.warwickshire.gateway.rights.retention;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what is wrong with the schedule in words instead of a stack trace. */
public class InvalidScheduleAnalyzer extends AbstractFailureAnalyzer<InvalidScheduleException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidScheduleException cause) {
        return new FailureAnalysis(
                "No record may be disposed of without a sound and approved retention schedule, so the gateway does not"
                        + " start:\n\n    " + cause.getMessage(),
                "Copy the shipped draft, correct it, write under `approved` who approved it and when, and name the file in"
                        + " gateway.retention-schedule; docs/retention.md explains each key.",
                cause);
    }
}
