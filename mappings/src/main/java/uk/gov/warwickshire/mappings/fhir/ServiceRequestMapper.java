package uk.gov.warwickshire.mappings.fhir;

import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import uk.gov.warwickshire.mappings.record.ChildInNeed.Referral;

/** ssd_cin_episodes, the referral in it, to UKCore-ServiceRequest. */
final class ServiceRequestMapper {

    static final String REFERRAL = "referral";

    ServiceRequest map(ChildContext context, Referral source) {
        ServiceRequest request = context.identified(new ServiceRequest(), context.id(REFERRAL, source.id()));
        // extension:sourceOfServiceRequest
        source.source() // ssd_cin_episodes.cine_referral_source_code
                .map(context.concepts()::referralSource)
                .filter(concept -> !concept.isEmpty())
                .ifPresent(concept -> request.addExtension(
                        new Extension(Systems.UK_CORE_EXTENSION + "SourceOfServiceRequest", concept)));
        // extension:noFurtherAction
        source.noFurtherAction() // ssd_cin_episodes.cine_referral_nfa
                .ifPresent(nfa -> request.addExtension(context.extension("no-further-action", new BooleanType(nfa))));
        // identifier
        request.addIdentifier(context.identifier(REFERRAL, source.id())); // ssd_cin_episodes.cine_referral_id
        // status
        boolean ended =
                source.period().end().isPresent() || source.noFurtherAction().orElse(false);
        request.setStatus(ended ? ServiceRequestStatus.COMPLETED : ServiceRequestStatus.ACTIVE);
        // intent
        request.setIntent(ServiceRequestIntent.ORDER);
        // category, priority = [none]: the source has neither
        // code
        request.setCode(context.concepts().own("activity", "referral"));
        // subject
        request.setSubject(context.subject()); // ssd_cin_episodes.cine_person_id
        // authoredOn
        source.period()
                .start() // ssd_cin_episodes.cine_referral_date
                .ifPresent(day -> request.setAuthoredOnElement(Elements.dateTime(day)));
        // requester = [none]: only the kind of source is known, and a neighbour who called must not be found by it
        // performer
        context.workerOrTeam(source.workerId(), source.teamId()) // ssd_cin_episodes.cine_referral_worker_id
                .ifPresent(request::addPerformer);
        // reasonCode
        source.primaryNeed() // ssd_cin_episodes.cine_cin_primary_need_code
                .map(need -> context.coded("dfe-primary-need", need))
                .filter(concept -> !concept.isEmpty())
                .ifPresent((CodeableConcept concept) -> request.addReasonCode(concept));
        // note = [none]: cine_referral_outcome_json is narrative
        return request;
    }
}
