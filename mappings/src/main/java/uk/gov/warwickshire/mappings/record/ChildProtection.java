package uk.gov.warwickshire.mappings.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Section 47 enquiries, conferences, child protection plans and their reviews. */
public record ChildProtection(
        List<Section47Enquiry> enquiries,
        List<InitialConference> conferences,
        List<ChildProtectionPlan> plans,
        List<Review> reviews) {
    public ChildProtection {
        enquiries = List.copyOf(enquiries);
        conferences = List.copyOf(conferences);
        plans = List.copyOf(plans);
        reviews = List.copyOf(reviews);
    }

    /** Outcome flags of a section 47 enquiry; the free-text comments beside them in the source are never read. */
    public enum Outcome {
        NO_FURTHER_ACTION,
        LEGAL_ACTION,
        PROVISION_OF_SERVICES,
        PROVISION_OF_SHORT_BREAK_CARE,
        CHILD_PROTECTION_CONFERENCE,
        CONTINUE_WITH_SINGLE_ASSESSMENT,
        MONITOR,
        OTHER
    }

    /** ssd_s47_enquiry. */
    public record Section47Enquiry(
            String id,
            Optional<String> referralId,
            Period period,
            Optional<Boolean> noFurtherAction,
            Set<Outcome> outcomes,
            Optional<String> teamId,
            Optional<String> workerId,
            SourceRow row) {
        public Section47Enquiry {
            outcomes = Set.copyOf(outcomes);
        }
    }

    /** ssd_initial_cp_conference. */
    public record InitialConference(
            String id,
            Optional<String> enquiryId,
            Optional<String> referralId,
            Optional<String> planId,
            Optional<LocalDate> target,
            Optional<LocalDate> held,
            Optional<Boolean> transferIn,
            Optional<Boolean> ledToPlan,
            Optional<String> teamId,
            Optional<String> workerId,
            SourceRow row) {}

    /** ssd_cp_plans. */
    public record ChildProtectionPlan(
            String id,
            Optional<String> referralId,
            Optional<String> conferenceId,
            Period period,
            Optional<Coded> initialCategory,
            Optional<Coded> latestCategory,
            Optional<Boolean> otherAuthority,
            SourceRow row) {}

    /** ssd_cp_reviews. */
    public record Review(
            String id,
            Optional<String> planId,
            Optional<LocalDate> due,
            Optional<LocalDate> held,
            Optional<Boolean> planContinues,
            Optional<Coded> participation,
            SourceRow row) {}
}
