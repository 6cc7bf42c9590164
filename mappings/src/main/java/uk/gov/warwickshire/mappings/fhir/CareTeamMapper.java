package uk.gov.warwickshire.mappings.fhir;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CareTeam.CareTeamParticipantComponent;
import org.hl7.fhir.r4.model.CareTeam.CareTeamStatus;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointUse;
import org.hl7.fhir.r4.model.Reference;
import uk.gov.warwickshire.mappings.record.Network.Involvement;

/** ssd_involvements, and the council as CP-IS readers know it, to UKCore-CareTeam. */
final class CareTeamMapper {

    static final String PROFESSIONALS = "professionals";

    /** What the case systems call the professional who answers for the child. */
    private static final Pattern KEY_WORKER = Pattern.compile("(?i).*\\b(key worker|allocated|lead professional)\\b.*");

    /** The professionals around the child now; empty if no open involvement names anyone. */
    Optional<CareTeam> professionals(ChildContext context, List<Involvement> involvements) {
        CareTeam team = context.identified(
                new CareTeam(), context.id(PROFESSIONALS, context.child().childId()));
        // identifier
        team.addIdentifier(context.identifier(PROFESSIONALS, context.child().childId()));
        // status
        team.setStatus(CareTeamStatus.ACTIVE);
        // name
        team.setName("Professionals around the child");
        // subject
        team.setSubject(context.subject()); // ssd_involvements.invo_person_id
        // participant
        for (Involvement involvement : involvements) {
            participant(context, involvement).ifPresent(team::addParticipant);
        }
        // managingOrganization
        team.addManagingOrganization(context.council());
        return Optional.of(team).filter(CareTeam::hasParticipant);
    }

    private static Optional<CareTeamParticipantComponent> participant(ChildContext context, Involvement source) {
        Optional<Reference> member = // ssd_involvements.invo_professional_id, invo_professional_team
                context.workerOrTeam(source.professionalId(), source.teamId());
        return member.map(reference -> {
            CareTeamParticipantComponent participant = new CareTeamParticipantComponent();
            // extension:keyWorker
            if (source.role()
                    .filter(role -> KEY_WORKER.matcher(role.text()).matches())
                    .isPresent()) {
                participant.addExtension(context.extension("key-worker", new BooleanType(true)));
            }
            // role
            source.role() // ssd_involvements.invo_professional_role_id
                    .map(role -> context.concepts().jobRole(role.text()))
                    .filter(CodeableConcept::hasText)
                    .ifPresent(participant::addRole);
            // member
            participant.setMember(reference);
            // period
            Elements.period(source.period())
                    .ifPresent(participant::setPeriod); // ssd_involvements.invo_involvement_start_date
            return participant;
        });
    }

    /** One for each plan, as the CP-IS guide has it: whom a hospital rings. Profile England-CareTeam-Flag. */
    CareTeam responsibleAuthority(ChildContext context, Plan plan) {
        CareTeam team = context.identified(new CareTeam(), context.id(plan.kind() + "-authority", plan.sourceId()));
        boolean phones = context.settings().officeHoursPhone().isPresent();
        if (phones) {
            team.getMeta().addProfile(Systems.ENGLAND + "England-CareTeam-Flag");
        }
        // identifier
        team.addIdentifier(context.identifier(plan.kind() + "-authority", plan.sourceId()));
        // status
        team.setStatus(plan.period().end().isPresent() ? CareTeamStatus.INACTIVE : CareTeamStatus.ACTIVE);
        // category
        context.concepts()
                .planTypeSnomed(plan.type())
                .forEach(coding -> team.addCategory(new CodeableConcept().addCoding(coding)));
        // name
        team.setName(context.settings().name());
        // subject
        team.setSubject(context.subject());
        // period
        Elements.period(plan.period()).ifPresent(team::setPeriod);
        // participant = [none]: CP-IS readers get the authority, not a worker
        // managingOrganization
        team.addManagingOrganization(context.council());
        // telecom
        context.settings().officeHoursPhone().ifPresent(p -> team.addTelecom(phone(p, ContactPointUse.WORK)));
        context.settings().emergencyDutyPhone().ifPresent(p -> team.addTelecom(phone(p, ContactPointUse.MOBILE)));
        return team;
    }

    private static ContactPoint phone(String number, ContactPointUse use) {
        return new ContactPoint()
                .setSystem(ContactPointSystem.PHONE)
                .setValue(number)
                .setUse(use);
    }
}
