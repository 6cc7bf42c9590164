package uk.gov.warwickshire.mappings.source.merge;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.gov.warwickshire.mappings.record.ChildProtection.ChildProtectionPlan;
import uk.gov.warwickshire.mappings.record.Period;
import uk.gov.warwickshire.mappings.record.Source;

/**
 * When a child protection plan ended. No fault of one source may hide a child at risk: a plan that either shows as open
 * is open, and of two ends the later counts. Only an end after the reference date, of which the census cannot know, is
 * the dataset's to tell.
 */
final class PlanEnds {

    private final LocalDate referenceDate;
    private final MergeNotes notes;

    PlanEnds(LocalDate referenceDate, MergeNotes notes) {
        this.referenceDate = referenceDate;
        this.notes = notes;
    }

    Period of(ChildProtectionPlan ours, ChildProtectionPlan theirs) {
        Optional<LocalDate> ssd = ours.period().end();
        Optional<LocalDate> census = theirs.period().end();
        Optional<LocalDate> end = end(ssd, census);
        boolean endedSince = ssd.filter(day -> day.isAfter(referenceDate)).isPresent() && census.isEmpty();
        if (!ssd.equals(census) && !endedSince) {
            notes.differs(
                    theirs.row(),
                    "CPPendDate",
                    "PLAN_END_DIFFERS",
                    end.isEmpty()
                            ? "Only one of census and dataset shows this plan as ended; it counts as open. Correct the"
                                    + " one that is wrong."
                            : "The census and the dataset end this plan on different days; the later counts. Correct"
                                    + " the one that is wrong.");
        }
        if (!end.equals(ssd) && end.equals(census)) {
            notes.first("end", ours.row(), Optional.empty(), theirs.row(), Optional.of(end));
        }
        return new Period(ours.period().start(), end);
    }

    private Optional<LocalDate> end(Optional<LocalDate> ssd, Optional<LocalDate> census) {
        if (ssd.isEmpty()) {
            return ssd;
        }
        if (census.isEmpty()) {
            return ssd.filter(day -> day.isAfter(referenceDate));
        }
        return ssd.get().isBefore(census.get()) ? census : ssd;
    }

    /** A child has one plan at a time: two that ran on the reference date probably are one, with two start dates. */
    void reportSeveral(List<ChildProtectionPlan> ssd, List<ChildProtectionPlan> all) {
        boolean ranInDataset = ssd.stream()
                .anyMatch(p -> Source.of(p.row()) == Source.SSD && p.period().isOpenOn(referenceDate));
        all.stream()
                .filter(plan -> ranInDataset && Source.of(plan.row()) == Source.CIN_CENSUS)
                .filter(plan -> plan.period().end().isEmpty())
                .forEach(plan -> notes.differs(
                        plan.row(),
                        "CPPstartDate",
                        "PLAN_START_DIFFERS",
                        "The dataset has a plan with another start date that ran on the reference date; both are told."
                                + " Correct the start date that is wrong."));
    }
}
