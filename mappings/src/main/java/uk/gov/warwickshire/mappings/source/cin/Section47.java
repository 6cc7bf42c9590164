package uk.gov.warwickshire.mappings.source.cin;

import java.util.Optional;

/** Section47: one enquiry, and the initial conference it led to. */
public record Section47(
        long line,
        Optional<CensusValue> start,
        Optional<CensusValue> conferenceTarget,
        Optional<CensusValue> initialConference,
        Optional<CensusValue> conferenceNotRequired) {

    static Section47 of(CensusNode node) {
        return new Section47(
                node.line(),
                node.value("S47ActualStartDate"),
                node.value("InitialCPCtarget"),
                node.value("DateOfInitialCPC"),
                node.value("ICPCnotRequired"));
    }

    /** No conference is said to be needed; a missing or unreadable flag does not say so. */
    public boolean isConferenceNotRequired() {
        return conferenceNotRequired.flatMap(CensusFlag::read).orElse(false);
    }

    /** Neither was a conference held nor is none required. */
    public boolean isOpen() {
        return initialConference.isEmpty() && !isConferenceNotRequired();
    }
}
