package uk.gov.warwickshire.mappings.fhir;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Flag.FlagStatus;

/** That a child is on a child protection plan or looked after, to UKCore-Flag in the shape of the Patient Flags API. */
final class FlagMapper {

    private static final String CHILD_PROTECTION_FLAG = "child-protection-information-system-flag";

    Flag map(ChildContext context, Plan plan) {
        Flag flag = context.identified(new Flag(), context.id(plan.kind() + "-flag", plan.sourceId()));
        flag.getMeta().addProfile(Systems.ENGLAND + "England-Flag-PatientFlag");
        // extension:flag-detail
        flag.addExtension(
                new Extension(Systems.FLAG_DETAIL, context.literal("CarePlan", plan.kind(), plan.sourceId())));
        // identifier
        flag.addIdentifier(context.identifier(plan.kind() + "-flag", plan.sourceId()));
        // status
        flag.setStatus(plan.period().end().isPresent() ? FlagStatus.INACTIVE : FlagStatus.ACTIVE);
        // code: the kind of flag for the Patient Flags API, the SNOMED CT code for everyone else
        CodeableConcept code = Elements.concept(
                Systems.PATIENT_FLAG, CHILD_PROTECTION_FLAG, "Child Protection Information System Flag");
        context.concepts().planTypeSnomed(plan.type()).forEach(code::addCoding);
        flag.setCode(code);
        // subject
        flag.setSubject(context.subject());
        // period
        Elements.period(plan.period()).ifPresent(flag::setPeriod);
        // author = [none]: the council answers for it, through the CareTeam
        return flag;
    }
}
