package uk.gov.warwickshire.mappings.source.cin.rules;

import static uk.gov.warwickshire.mappings.source.cin.CensusModule.CHILD_PROTECTION_PLANS;
import static uk.gov.warwickshire.mappings.source.cin.CensusModule.CIN_DETAILS;
import static uk.gov.warwickshire.mappings.source.cin.CensusModule.CIN_PLAN_DATES;

import uk.gov.warwickshire.mappings.source.cin.CinDetails;

/** A referral without further action was followed by none. */
final class NoFurtherActionRules implements ChildRules {

    @Override
    public void check(ReturnedChild returned, RuleFindings found) {
        returned.child().episodes().stream()
                .filter(CinDetails::isNoFurtherAction)
                .forEach(episode -> check(episode, found));
    }

    private static void check(CinDetails episode, RuleFindings found) {
        boolean assessed = episode.assessments().stream()
                .anyMatch(a -> a.start().isPresent() || a.authorisation().isPresent());
        boolean enquired = episode.enquiries().stream()
                .anyMatch(e -> e.start().isPresent() || e.initialConference().isPresent());
        found.addIf(
                assessed || enquired || episode.initialConference().isPresent(),
                "8831",
                CIN_DETAILS,
                episode.line(),
                "ReferralNFA");
        episode.plans().forEach(plan -> found.add("4000", CIN_PLAN_DATES, plan.line(), "CINPlanStartDate"));
        episode.protectionPlans()
                .forEach(plan -> found.add("8832", CHILD_PROTECTION_PLANS, plan.line(), "CPPstartDate"));
    }
}
