package uk.gov.warwickshire.mappings.fhir;

import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointUse;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import uk.gov.warwickshire.mappings.record.Network.Team;

/** The council from its settings, and ssd_department with the directory file, to UKCore-Organization. */
final class OrganizationMapper {

    /** The words Digital Child Health readers look for (uk-core.md 8). */
    private static final String EMERGENCY_DUTY = "Emergency Duty Team phone number";

    Organization council(ChildContext context) {
        MappingSettings settings = context.settings();
        Organization council =
                context.identified(new Organization(), context.directory().councilId());
        // identifier:odsOrganisationCode
        council.addIdentifier(
                new Identifier().setSystem(Systems.ODS_ORGANISATION).setValue(settings.odsCode()));
        council.addIdentifier(context.identifier("local-authority-code", settings.localAuthorityCode()));
        // active
        council.setActive(true);
        // type
        council.addType(Elements.concept(Systems.ORGANISATION_TYPE, "govt", "Government"));
        // name
        council.setName(settings.name());
        // telecom, contact
        phones(council, settings.officeHoursPhone(), settings.emergencyDutyPhone());
        return council;
    }

    Organization team(ChildContext context, Team source) {
        Organization team =
                context.identified(new Organization(), context.directory().id(Directory.TEAM, source.id()));
        // identifier
        team.addIdentifier(context.identifier(Directory.TEAM, source.id())); // ssd_department.dept_team_id
        // active
        team.setActive(true);
        // name
        source.name().ifPresent(team::setName); // ssd_department.dept_team_name
        // telecom, contact
        phones(
                team,
                source.officeHoursPhone(),
                source.emergencyPhone()); // directory.office_hours_phone, emergency_phone
        source.email() // directory.email
                .ifPresent(email -> team.addTelecom(
                        new ContactPoint().setSystem(ContactPointSystem.EMAIL).setValue(email)));
        // partOf
        team.setPartOf(context.council()); // = the council: parent teams of ssd_department are not read
        return team;
    }

    private static void phones(Organization organization, Optional<String> office, Optional<String> emergency) {
        office.ifPresent(phone -> organization.addTelecom(phone(phone)));
        emergency.ifPresent(phone -> organization
                .addContact()
                .setPurpose(new CodeableConcept().setText(EMERGENCY_DUTY))
                .addTelecom(phone(phone)));
    }

    private static ContactPoint phone(String number) {
        return new ContactPoint()
                .setSystem(ContactPointSystem.PHONE)
                .setValue(number)
                .setUse(ContactPointUse.WORK);
    }
}
