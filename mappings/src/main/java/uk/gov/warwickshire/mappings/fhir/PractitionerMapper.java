package uk.gov.warwickshire.mappings.fhir;

import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import uk.gov.warwickshire.mappings.record.Network.Professional;

/** ssd_professionals to UKCore-Practitioner and, for each team they work in for a child, UKCore-PractitionerRole. */
final class PractitionerMapper {

    Practitioner map(ChildContext context, Professional source) {
        Practitioner practitioner =
                context.identified(new Practitioner(), context.directory().id(Directory.PROFESSIONAL, source.id()));
        // identifier
        practitioner.addIdentifier(
                context.identifier(Directory.PROFESSIONAL, source.id())); // ssd_professionals.prof_professional_id
        source.socialWorkEnglandNumber() // ssd_professionals.prof_social_worker_registration_no
                .ifPresent(
                        number -> practitioner.addIdentifier(context.identifier("social-work-england-number", number)));
        // identifier = [none]: prof_staff_id is the payroll's
        // active
        practitioner.setActive(true);
        // name
        source.name() // ssd_professionals.prof_professional_name
                .ifPresent(name -> practitioner.addName(new HumanName().setText(name)));
        // telecom = [none]: a reader rings the team
        return practitioner;
    }

    /** The same for every child, so nothing of an involvement is in it. */
    PractitionerRole role(ChildContext context, Directory.Role source, Professional professional) {
        PractitionerRole role =
                context.identified(new PractitionerRole(), context.directory().id(Directory.ROLE, source.key()));
        // identifier
        role.addIdentifier(context.identifier(Directory.ROLE, source.key()));
        // active
        role.setActive(true);
        // period = [none]: the source does not say since when
        // practitioner
        role.setPractitioner(context.directory().practitioner(source.workerId()));
        // organization
        role.setOrganization(source.teamId().map(context.directory()::team).orElseGet(context::council));
        // code
        professional
                .jobTitle() // ssd_professionals.prof_professional_job_title
                .ifPresent(title -> role.addCode(context.concepts().jobRole(title)));
        // specialty = [none]: the bound list is medical
        // location, telecom = [none]: of the team
        return role;
    }
}
