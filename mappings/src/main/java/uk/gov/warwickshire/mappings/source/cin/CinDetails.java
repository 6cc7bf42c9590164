package uk.gov.warwickshire.mappings.source.cin;

import java.util.List;
import java.util.Optional;

/** CINdetails: one episode of need, from referral to closure, with everything that was done in it. */
public record CinDetails(
        long line,
        Optional<CensusValue> referralDate,
        Optional<CensusValue> referralSource,
        Optional<CensusValue> primaryNeed,
        Optional<CensusValue> closureDate,
        Optional<CensusValue> closureReason,
        Optional<CensusValue> initialConference,
        Optional<CensusValue> noFurtherAction,
        List<Assessment> assessments,
        List<CinPlanDates> plans,
        List<Section47> enquiries,
        List<ProtectionPlan> protectionPlans,
        List<PreProceedings> preProceedings) {
    public CinDetails {
        assessments = List.copyOf(assessments);
        plans = List.copyOf(plans);
        enquiries = List.copyOf(enquiries);
        protectionPlans = List.copyOf(protectionPlans);
        preProceedings = List.copyOf(preProceedings);
    }

    static CinDetails of(CensusNode node) {
        return new CinDetails(
                node.line(),
                node.value("CINreferralDate"),
                node.value("ReferralSource"),
                node.value("PrimaryNeedCode"),
                node.value("CINclosureDate"),
                node.value("ReasonForClosure"),
                node.value("DateOfInitialCPC"),
                node.value("ReferralNFA"),
                node.children("Assessments").stream().map(Assessment::of).toList(),
                node.children("CINPlanDates").stream().map(CinPlanDates::of).toList(),
                node.children("Section47").stream().map(Section47::of).toList(),
                node.children("ChildProtectionPlans").stream()
                        .map(ProtectionPlan::of)
                        .toList(),
                node.children("PreProceedingsandFGDM").stream()
                        .map(PreProceedings::of)
                        .toList());
    }

    /** Said to have led to no further action; a missing or unreadable flag does not say so. */
    public boolean isNoFurtherAction() {
        return noFurtherAction.flatMap(CensusFlag::read).orElse(false);
    }

    /** Said to have led to further action. */
    public boolean isFurtherAction() {
        return noFurtherAction.flatMap(CensusFlag::read).filter(nfa -> !nfa).isPresent();
    }

    /** Neither closed nor without further action. */
    public boolean isOpen() {
        return closureDate.isEmpty() && !isNoFurtherAction();
    }
}
