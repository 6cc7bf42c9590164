package uk.gov.warwickshire.mappings.source.cin.rules;

import static uk.gov.warwickshire.mappings.source.cin.CensusModule.CIN_PLAN_DATES;

import java.util.List;
import uk.gov.warwickshire.mappings.source.cin.CensusPeriod;
import uk.gov.warwickshire.mappings.source.cin.CinDetails;
import uk.gov.warwickshire.mappings.source.cin.CinPlanDates;

/** Child in need plans by themselves. */
final class CinPlanRules implements ChildRules {

    @Override
    public void check(ReturnedChild returned, RuleFindings found) {
        CensusPeriod period = returned.period();
        for (CinDetails episode : returned.child().episodes()) {
            episode.plans().forEach(plan -> dates(episode, plan, period, found));
        }
        List<CinPlanDates> all = returned.child().episodes().stream()
                .flatMap(e -> e.plans().stream())
                .toList();
        List<CinPlanDates> open = all.stream().filter(p -> p.end().isEmpty()).toList();
        for (CinPlanDates plan : open) {
            found.addIf(open.size() > 1, "4004", CIN_PLAN_DATES, plan.line(), "CINPlanEndDate");
        }
        for (CinPlanDates within : Spans.startingWithin(all, CinPlanDates::start, CinPlanDates::end, period.end())) {
            found.add("4014", CIN_PLAN_DATES, within.line(), "CINPlanStartDate");
        }
    }

    private static void dates(CinDetails episode, CinPlanDates plan, CensusPeriod period, RuleFindings found) {
        long line = plan.line();
        found.addIf(Days.missingOrAfter(plan.start(), period), "4010", CIN_PLAN_DATES, line, "CINPlanStartDate");
        found.addIf(Days.before(plan.end(), plan.start()), "4011", CIN_PLAN_DATES, line, "CINPlanEndDate");
        found.addIf(Days.same(plan.end(), plan.start()), "4012Q", CIN_PLAN_DATES, line, "CINPlanEndDate");
        found.addIf(Days.outside(plan.end(), period), "4013", CIN_PLAN_DATES, line, "CINPlanEndDate");
        found.addIf(
                Days.before(plan.start(), episode.referralDate()), "4015", CIN_PLAN_DATES, line, "CINPlanStartDate");
    }
}
