package uk.gov.warwickshire.mappings.source.cin.rules;

import static uk.gov.warwickshire.mappings.source.cin.CensusModule.CHILD_IDENTIFIERS;
import static uk.gov.warwickshire.mappings.source.cin.CensusModule.CHILD_PROTECTION_PLANS;
import static uk.gov.warwickshire.mappings.source.cin.CensusModule.CIN_DETAILS;
import static uk.gov.warwickshire.mappings.source.cin.CensusModule.CIN_PLAN_DATES;

import java.util.Optional;
import uk.gov.warwickshire.mappings.source.cin.CensusValue;
import uk.gov.warwickshire.mappings.source.cin.ChildIdentifiers;
import uk.gov.warwickshire.mappings.source.cin.CinDetails;
import uk.gov.warwickshire.mappings.source.cin.CinPlanDates;
import uk.gov.warwickshire.mappings.source.cin.ProtectionPlan;

/** The date of death, and nothing after it. */
final class DeathRules implements ChildRules {

    @Override
    public void check(ReturnedChild returned, RuleFindings found) {
        ChildIdentifiers ids = returned.child().identifiers();
        Optional<CensusValue> death = ids.deathDate();
        found.addIf(Days.before(death, ids.birthDate()), "8535Q", CHILD_IDENTIFIERS, ids.line(), "PersonDeathDate");
        found.addIf(Days.outside(death, returned.period()), "8545Q", CHILD_IDENTIFIERS, ids.line(), "PersonDeathDate");
        for (CinDetails episode : returned.child().episodes()) {
            found.addIf(
                    Days.before(death, episode.referralDate()),
                    "8555Q",
                    CIN_DETAILS,
                    episode.line(),
                    "CINreferralDate");
            found.addIf(
                    death.isEmpty()
                            && episode.closureReason().filter(r -> r.is("RC2")).isPresent(),
                    "8585Q",
                    CIN_DETAILS,
                    episode.line(),
                    "ReasonForClosure");
            episode.plans().forEach(plan -> need(plan, death, found));
            episode.protectionPlans().forEach(plan -> protection(plan, death, found));
        }
    }

    private static void need(CinPlanDates plan, Optional<CensusValue> death, RuleFindings found) {
        found.addIf(Days.before(death, plan.start()), "4008", CIN_PLAN_DATES, plan.line(), "CINPlanStartDate");
        found.addIf(Days.before(death, plan.end()), "4009Q", CIN_PLAN_DATES, plan.line(), "CINPlanEndDate");
    }

    private static void protection(ProtectionPlan plan, Optional<CensusValue> death, RuleFindings found) {
        found.addIf(Days.before(death, plan.start()), "8915", CHILD_PROTECTION_PLANS, plan.line(), "CPPstartDate");
        found.addIf(Days.before(death, plan.end()), "8920", CHILD_PROTECTION_PLANS, plan.line(), "CPPendDate");
    }
}
