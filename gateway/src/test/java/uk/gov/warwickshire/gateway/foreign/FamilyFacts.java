package uk.gov.warwickshire.gateway.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.util.Collection;
import java.util.List;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;

/** What a clinician must find of the family at the region. */
public final class FamilyFacts {

    private static final String BASE = "https://fhir.warwickshire.gov.uk";
    private static final String NHS_NUMBER = "https://fhir.nhs.uk/Id/nhs-number";

    private final CaseSystem system;
    private final Family family;
    private final List<Resource> resources;

    /** @param received resources as FHIR JSON */
    public FamilyFacts(CaseSystem system, Collection<String> received) {
        this.system = system;
        this.family = new Family(system);
        this.resources = received.stream()
                .map(json ->
                        (Resource) FhirContext.forR4Cached().newJsonParser().parseResource(json))
                .toList();
    }

    public void check() {
        checkPeople();
        checkProtectionPlan();
        checkLookedAfter();
        checkWhomToRing();
        assertThat(one(CarePlan.class, "pathway-plan", system.id("7001"))
                        .getActivityFirstRep()
                        .getDetail()
                        .getScheduledPeriod()
                        .getStartElement()
                        .getValueAsString())
                .isEqualTo("2026-05-20");
    }

    private void checkPeople() {
        Patient onPlan = patient(Family.ON_PLAN);
        assertThat(onPlan.getNameFirstRep().getGivenAsSingleString()).isEqualTo(Family.ON_PLAN.forename());
        assertThat(onPlan.getNameFirstRep().getFamily()).isEqualTo(family.surname());
        assertThat(onPlan.getBirthDateElement().getValueAsString()).isEqualTo(Family.ON_PLAN.birth());
        assertThat(onPlan.getGender()).isEqualTo(AdministrativeGender.FEMALE);
        assertThat(onPlan.getAddressFirstRep().getLine().toString()).contains("Castle Lane");
        assertThat(patient(Family.LOOKED_AFTER).hasAddress()).isFalse();
        assertThat(patient(Family.LOOKED_AFTER).hasBirthDate())
                .as("an estimated date of birth is not given as a fact")
                .isEqualTo(system != CaseSystem.SYSTEMC);
        assertThat(patient(Family.LEFT_CARE).hasAddress()).isTrue();
    }

    private void checkProtectionPlan() {
        CarePlan plan = one(CarePlan.class, "child-protection-plan", family.planId());
        assertThat(plan.getPeriod().getStartElement().getValueAsString()).isEqualTo(Family.PLAN_START);
        assertThat(plan.getPeriod().hasEnd()).isFalse();
        assertThat(codes((CodeableConcept) plan.getExtensionByUrl(BASE + "/StructureDefinition/abuse-category")
                        .getValue()))
                .contains("NEG");
        assertThat(plan.getSubject().getReference())
                .isEqualTo("Patient/" + patient(Family.ON_PLAN).getIdElement().getIdPart());
        assertThat(one(Task.class, "section-47-enquiry", system.id("5003")).hasOutput())
                .isTrue();
    }

    private void checkLookedAfter() {
        Observation order = one(Observation.class, "legal-status", family.legalStatusId());
        assertThat(codes(order.getValueCodeableConcept())).containsExactly("C2");
        assertThat(order.getEffectivePeriod().getStartElement().getValueAsString())
                .isEqualTo(Family.ORDER_START);
        assertThat(one(EpisodeOfCare.class, "placement-episode", system.id("6005"))
                        .getType())
                .flatExtracting(FamilyFacts::codes)
                .contains("U4");
    }

    /** The script of Mosaic does not deliver names of professionals; the team's phone is there all the same. */
    private void checkWhomToRing() {
        Practitioner worker = one(Practitioner.class, "professional", family.workerId());
        assertThat(worker.getNameFirstRep().hasText() ? worker.getNameFirstRep().getText() : "")
                .isEqualTo(system == CaseSystem.MOSAIC ? "" : Family.WORKER);
        Organization team = one(Organization.class, "team", family.teamId());
        assertThat(team.getTelecomFirstRep().getValue()).isEqualTo(Family.TEAM_PHONE);
        assertThat(team.getContactFirstRep().getTelecomFirstRep().getValue()).isEqualTo(Family.TEAM_EMERGENCY_PHONE);
        assertThat(one(CareTeam.class, "professionals", system.id("0001")).getParticipant())
                .hasSize(1);
    }

    private Patient patient(Family.Person person) {
        return found(Patient.class, NHS_NUMBER, person.nhsNumber(system));
    }

    private <T extends Resource> T one(Class<T> type, String kind, String id) {
        return found(type, BASE + "/Id/" + kind, id);
    }

    private <T extends Resource> T found(Class<T> type, String idSystem, String value) {
        List<T> found = resources.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(resource -> identifiers(resource).stream()
                        .anyMatch(i -> idSystem.equals(i.getSystem()) && value.equals(i.getValue())))
                .toList();
        assertThat(found).as("%s %s of %s", type.getSimpleName(), value, system).hasSize(1);
        return found.get(0);
    }

    private static List<Identifier> identifiers(Resource resource) {
        Property property = resource.getNamedProperty("identifier");
        return property.getValues().stream().map(Identifier.class::cast).toList();
    }

    private static List<String> codes(CodeableConcept concept) {
        return concept.getCoding().stream().map(coding -> coding.getCode()).toList();
    }
}
