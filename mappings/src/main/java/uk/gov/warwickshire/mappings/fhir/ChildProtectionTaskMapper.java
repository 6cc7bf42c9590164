package uk.gov.warwickshire.mappings.fhir;

import java.util.Locale;
import java.util.Optional;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import uk.gov.warwickshire.mappings.record.ChildProtection.InitialConference;
import uk.gov.warwickshire.mappings.record.ChildProtection.Outcome;
import uk.gov.warwickshire.mappings.record.ChildProtection.Review;
import uk.gov.warwickshire.mappings.record.ChildProtection.Section47Enquiry;

/** The steps of child protection to UKCore-Task. */
final class ChildProtectionTaskMapper {

    static final String ENQUIRY = "section-47-enquiry";
    static final String CONFERENCE = "initial-conference";
    static final String REVIEW = "child-protection-review";

    /** ssd_s47_enquiry. */
    Task enquiry(ChildContext context, Section47Enquiry source) {
        Task task = TaskOutputs.begin(context, ENQUIRY, source.id(), "section-47-enquiry"); // s47e_s47_enquiry_id
        referral(context, source.referralId()).ifPresent(task::addBasedOn); // s47e_referral_id
        task.setStatus(source.period().end().isPresent() ? TaskStatus.COMPLETED : TaskStatus.INPROGRESS);
        Elements.period(source.period()).ifPresent(task::setExecutionPeriod); // s47e_s47_start_date, _end_date
        context.workerOrTeam(source.workerId(), source.teamId()) // s47e_s47_completed_by_worker_id, _team
                .ifPresent(task::setOwner);
        TaskOutputs.output(context, task, "no-further-action", source.noFurtherAction()); // s47e_s47_nfa
        for (Outcome outcome : Outcome.values()) { // s47e_s47_outcome_json, its flags; OUTCOME_COMMENTS = [none]
            if (source.outcomes().contains(outcome)) {
                TaskOutputs.output(
                        context, task, "outcome", context.concepts().own("section-47-outcome", code(outcome)));
            }
        }
        return task;
    }

    /** ssd_initial_cp_conference. */
    Task conference(ChildContext context, InitialConference source) {
        Task task = TaskOutputs.begin(context, CONFERENCE, source.id(), "initial-conference"); // icpc_icpc_id
        referral(context, source.referralId()).ifPresent(task::addBasedOn); // icpc_referral_id
        source.enquiryId() // icpc_s47_enquiry_id
                .map(id -> context.link(
                        context.child().childProtection().enquiries().stream().anyMatch(e -> e.id().equals(id)),
                        "Task",
                        ENQUIRY,
                        id))
                .ifPresent(task::addPartOf);
        TaskOutputs.meeting(task, source.target(), source.held()); // icpc_icpc_target_date, icpc_icpc_date
        context.workerOrTeam(source.workerId(), source.teamId()) // icpc_icpc_worker_id, icpc_icpc_team
                .ifPresent(task::setOwner);
        TaskOutputs.output(context, task, "transfer-in", source.transferIn()); // icpc_icpc_transfer_in
        TaskOutputs.output(context, task, "led-to-plan", source.ledToPlan()); // icpc_icpc_outcome_cp_flag
        // note = [none]: icpc_icpc_outcome_json is narrative
        return task;
    }

    /** ssd_cp_reviews. */
    Task review(ChildContext context, Review source) {
        Task task = TaskOutputs.begin(context, REVIEW, source.id(), "child-protection-review"); // cppr_cp_review_id
        source.planId() // cppr_cp_plan_id
                .map(id -> context.link(
                        context.child().childProtection().plans().stream().anyMatch(p -> p.id().equals(id)),
                        "CarePlan",
                        Plan.CHILD_PROTECTION_KIND,
                        id))
                .ifPresent(task::setFocus);
        TaskOutputs.meeting(task, source.due(), source.held()); // cppr_cp_review_due, cppr_cp_review_date
        TaskOutputs.output(
                context, task, "plan-continues", source.planContinues()); // cppr_cp_review_outcome_continue_cp
        source.participation() // cppr_cp_review_participation
                .ifPresent(code -> TaskOutputs.output(
                        context, task, "participation", context.coded("dfe-review-participation", code)));
        return task;
    }

    private static Optional<Reference> referral(ChildContext context, Optional<String> referralId) {
        return referralId.map(id -> context.logical("ServiceRequest", ServiceRequestMapper.REFERRAL, id));
    }

    private static String code(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
