package uk.gov.warwickshire.gateway.rights.retention;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.gov.warwickshire.gateway.rights.retention.RetentionDate.Dated;
import uk.gov.warwickshire.gateway.rights.retention.RetentionDate.Open;
import uk.gov.warwickshire.gateway.rights.retention.RetentionDate.Review;

/** What the schedule says of a child, as it is stored. */
record WorkedOut(
        String childId,
        String outcome,
        Optional<LocalDate> disposeFrom,
        Optional<LocalDate> reviewOn,
        Optional<String> recordClass,
        List<String> reasons) {

    /** What is unclear is for review at once; what is open, once it is closed. */
    static WorkedOut of(String childId, RetentionDate date, RetentionSchedule schedule, LocalDate today) {
        if (date instanceof Dated dated) {
            return new WorkedOut(
                    childId,
                    "DATED",
                    Optional.of(dated.from()),
                    Optional.of(dated.from().minusMonths(schedule.reviewMonths())),
                    Optional.of(dated.governing().code()),
                    List.of());
        }
        if (date instanceof Review review) {
            List<String> reasons =
                    review.reasons().stream().sorted().map(ReviewReason::name).toList();
            return new WorkedOut(childId, "REVIEW", review.longest(), Optional.of(today), Optional.empty(), reasons);
        }
        List<String> services =
                ((Open) date).services().stream().sorted().map(Service::name).toList();
        return new WorkedOut(childId, "OPEN", Optional.empty(), Optional.empty(), Optional.empty(), services);
    }
}
