package uk.gov.warwickshire.mappings.fhir;

import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import uk.gov.warwickshire.mappings.record.ChildInNeed.Assessment;
import uk.gov.warwickshire.mappings.record.Coded;

/** ssd_cin_assessments with ssd_assessment_factors to UKCore-Task: the fact, the factors and the outcome, no content. */
final class AssessmentTaskMapper {

    static final String ASSESSMENT = "assessment";

    Task map(ChildContext context, Assessment source) {
        Task task = TaskOutputs.begin(context, ASSESSMENT, source.id(), "assessment"); // cina_assessment_id
        // basedOn
        source.referralId() // cina_referral_id
                .map(id -> context.logical("ServiceRequest", ServiceRequestMapper.REFERRAL, id))
                .ifPresent(task::addBasedOn);
        // status
        task.setStatus(source.authorised().isPresent() ? TaskStatus.COMPLETED : TaskStatus.INPROGRESS);
        // executionPeriod
        Elements.period(source.period()) // cina_assessment_start_date, cina_assessment_auth_date
                .ifPresent(task::setExecutionPeriod);
        // owner
        context.workerOrTeam(source.workerId(), source.teamId()) // cina_assessment_worker_id, cina_assessment_team
                .ifPresent(task::setOwner);
        // output
        TaskOutputs.output(context, task, "child-seen", source.childSeen()); // cina_assessment_child_seen
        TaskOutputs.output(context, task, "no-further-action", source.noFurtherAction()); // cina_assessment_outcome_nfa
        for (Coded factor : source.factors()) { // ssd_assessment_factors.cinf_assessment_factors_json
            TaskOutputs.output(context, task, "factor", context.coded("dfe-assessment-factor", factor));
        }
        // note = [none]: cina_assessment_outcome_json is narrative
        return task;
    }
}
