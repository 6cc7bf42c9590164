package uk.gov.warwickshire.mappings.source.cin;

import java.util.Optional;

/**
 * PreProceedingsandFGDM, new in 2026: read so that the file is known whole, and not mapped: it tells of a step towards
 * court and of a family's meetings, which nobody in health needs for care.
 */
public record PreProceedings(
        long line,
        Optional<CensusValue> start,
        Optional<CensusValue> letterSent,
        Optional<CensusValue> familyMeetingOffered,
        Optional<CensusValue> familyMeetingHeld,
        Optional<CensusValue> initialMeeting,
        Optional<CensusValue> reviewMeetings,
        Optional<CensusValue> stepDecision,
        Optional<CensusValue> outcome,
        Optional<CensusValue> courtApplication,
        Optional<CensusValue> letterOfIssue) {

    static PreProceedings of(CensusNode node) {
        return new PreProceedings(
                node.line(),
                node.value("PPStartDate"),
                node.value("LBPSentDate"),
                node.value("FGDMMeetingOffer"),
                node.value("FGDMMeetingFac"),
                node.value("InitialPPMeetingDate"),
                node.value("ReviewMeetingsCount"),
                node.value("StepDecisionDate"),
                node.value("PPOutcome"),
                node.value("CourtAppDate"),
                node.value("LetterInitCPDate"));
    }
}
