package uk.gov.warwickshire.mappings.source.cin.rules;

import static uk.gov.warwickshire.mappings.source.cin.CensusModule.CHILD_PROTECTION_PLANS;
import static uk.gov.warwickshire.mappings.source.cin.CensusModule.CIN_PLAN_DATES;
import static uk.gov.warwickshire.mappings.source.cin.CensusModule.REVIEWS;

import java.time.LocalDate;
import java.util.List;
import uk.gov.warwickshire.mappings.source.cin.CinDetails;
import uk.gov.warwickshire.mappings.source.cin.CinPlanDates;
import uk.gov.warwickshire.mappings.source.cin.ProtectionPlan;
import uk.gov.warwickshire.mappings.source.cin.Review;

/** A child in need plan and a child protection plan do not run together: 4001, 4003, 4016, 4017. */
final class ConcurrencyRules implements ChildRules {

    @Override
    public void check(ReturnedChild returned, RuleFindings found) {
        LocalDate end = returned.period().end();
        List<ProtectionPlan> protection = returned.child().protectionPlans();
        for (CinDetails episode : returned.child().episodes()) {
            boolean openProtection =
                    episode.protectionPlans().stream().anyMatch(p -> p.end().isEmpty());
            for (CinPlanDates plan : episode.plans()) {
                found.addIf(
                        openProtection && plan.end().isEmpty(), "4001", CIN_PLAN_DATES, plan.line(), "CINPlanEndDate");
                protection.forEach(other -> pair(plan, other, end, found));
            }
        }
    }

    private static void pair(CinPlanDates need, ProtectionPlan protection, LocalDate end, RuleFindings found) {
        found.addIf(
                Spans.covers(protection.start(), protection.end(), end, Days.of(need.start())),
                "4016",
                CIN_PLAN_DATES,
                need.line(),
                "CINPlanStartDate");
        found.addIf(
                Spans.covers(need.start(), need.end(), end, Days.of(protection.start())),
                "4017",
                CHILD_PROTECTION_PLANS,
                protection.line(),
                "CPPstartDate");
        for (Review review : protection.reviews()) {
            found.addIf(
                    Spans.covers(need.start(), need.end(), end, Days.of(review.date()))
                            && !Days.same(review.date(), protection.end()),
                    "4003",
                    REVIEWS,
                    review.line(),
                    "CPPreviewDate");
        }
    }
}
