package uk.gov.warwickshire.mappings.source.cin.rules;

import static uk.gov.warwickshire.mappings.source.cin.CensusModule.CHILD_PROTECTION_PLANS;
import static uk.gov.warwickshire.mappings.source.cin.CensusModule.REVIEWS;

import java.time.LocalDate;
import java.util.List;
import uk.gov.warwickshire.mappings.source.cin.CensusPeriod;
import uk.gov.warwickshire.mappings.source.cin.CensusValue;
import uk.gov.warwickshire.mappings.source.cin.CinDetails;
import uk.gov.warwickshire.mappings.source.cin.ProtectionPlan;
import uk.gov.warwickshire.mappings.source.cin.Review;
import uk.gov.warwickshire.mappings.source.code.CodeList;

/** Child protection plans, their categories and reviews. */
final class ProtectionPlanRules implements ChildRules {

    @Override
    public void check(ReturnedChild returned, RuleFindings found) {
        CensusPeriod period = returned.period();
        for (CinDetails episode : returned.child().episodes()) {
            for (ProtectionPlan plan : episode.protectionPlans()) {
                dates(episode, plan, period, found);
                contents(plan, found);
            }
        }
        List<ProtectionPlan> all = returned.child().protectionPlans();
        List<ProtectionPlan> open = all.stream().filter(p -> p.end().isEmpty()).toList();
        for (ProtectionPlan plan : open) {
            found.addIf(open.size() > 1, "8935", CHILD_PROTECTION_PLANS, plan.line(), "CPPendDate");
        }
        for (ProtectionPlan within :
                Spans.startingWithin(all, ProtectionPlan::start, ProtectionPlan::end, period.end())) {
            found.add("8940", CHILD_PROTECTION_PLANS, within.line(), "CPPstartDate");
        }
    }

    private static void dates(CinDetails episode, ProtectionPlan plan, CensusPeriod period, RuleFindings found) {
        long line = plan.line();
        found.addIf(
                Days.before(plan.start(), episode.referralDate()),
                "1105",
                CHILD_PROTECTION_PLANS,
                line,
                "CPPstartDate");
        found.addIf(Days.missingOrAfter(plan.start(), period), "8720", CHILD_PROTECTION_PLANS, line, "CPPstartDate");
        found.addIf(Days.same(plan.start(), plan.end()), "8840", CHILD_PROTECTION_PLANS, line, "CPPendDate");
        found.addIf(Days.before(plan.end(), plan.start()), "8925", CHILD_PROTECTION_PLANS, line, "CPPendDate");
        found.addIf(Days.outside(plan.end(), period), "8930", CHILD_PROTECTION_PLANS, line, "CPPendDate");
        found.addIf(
                Days.of(plan.start())
                        .filter(period::contains)
                        .filter(day -> !isConference(episode, day))
                        .isPresent(),
                "2885",
                CHILD_PROTECTION_PLANS,
                line,
                "CPPstartDate");
    }

    /** Of an enquiry, or of the episode where there was no enquiry. */
    private static boolean isConference(CinDetails episode, LocalDate day) {
        return Days.of(episode.initialConference()).filter(day::equals).isPresent()
                || episode.enquiries().stream().anyMatch(e -> Days.of(e.initialConference())
                        .filter(day::equals)
                        .isPresent());
    }

    private static void contents(ProtectionPlan plan, RuleFindings found) {
        long line = plan.line();
        found.addIf(
                plan.previousPlans()
                        .map(CensusValue::text)
                        .filter(n -> n.matches("[0-9]{1,3}"))
                        .isEmpty(),
                "8730",
                CHILD_PROTECTION_PLANS,
                line,
                "NumberOfPreviousCPP");
        found.addIf(
                CodeSets.missingOrInvalid(CodeList.CATEGORY_OF_ABUSE, plan.initialCategory()),
                "8905",
                CHILD_PROTECTION_PLANS,
                line,
                "InitialCategoryOfAbuse");
        found.addIf(
                CodeSets.missingOrInvalid(CodeList.CATEGORY_OF_ABUSE, plan.latestCategory()),
                "8910",
                CHILD_PROTECTION_PLANS,
                line,
                "LatestCategoryOfAbuse");
        for (Review review : plan.reviews()) {
            found.addIf(Days.of(review.date()).isEmpty(), "8842Q", REVIEWS, review.line(), "CPPreviewDate");
            found.addIf(
                    Days.before(review.date(), plan.start()) || Days.same(review.date(), plan.start()),
                    "8841",
                    REVIEWS,
                    review.line(),
                    "CPPreviewDate");
        }
    }
}
