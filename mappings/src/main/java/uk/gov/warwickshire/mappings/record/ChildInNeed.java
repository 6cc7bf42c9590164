package uk.gov.warwickshire.mappings.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Referrals, assessments and child in need plans. */
public record ChildInNeed(List<Referral> referrals, List<Assessment> assessments, List<CinPlan> plans) {
    public ChildInNeed {
        referrals = List.copyOf(referrals);
        assessments = List.copyOf(assessments);
        plans = List.copyOf(plans);
    }

    /** ssd_cin_episodes: the period runs from the referral to the closure. Referral outcomes as free text are not read. */
    public record Referral(
            String id,
            Period period,
            Optional<Coded> primaryNeed,
            Optional<Coded> source,
            Optional<Boolean> noFurtherAction,
            Optional<Coded> closeReason,
            Optional<String> teamId,
            Optional<String> workerId,
            SourceRow row) {}

    /** ssd_cin_assessments with the factors of ssd_assessment_factors; the period ends with the authorisation. */
    public record Assessment(
            String id,
            Optional<String> referralId,
            Period period,
            Optional<Boolean> childSeen,
            Optional<Boolean> noFurtherAction,
            List<Coded> factors,
            Optional<String> teamId,
            Optional<String> workerId,
            SourceRow row) {
        public Assessment {
            factors = List.copyOf(factors);
        }

        public Optional<LocalDate> authorised() {
            return period.end();
        }
    }

    /** ssd_cin_plans. */
    public record CinPlan(
            String id,
            Optional<String> referralId,
            Period period,
            Optional<String> teamId,
            Optional<String> workerId,
            SourceRow row) {}
}
