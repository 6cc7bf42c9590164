package uk.gov.warwickshire.mappings.fhir;

import java.util.Locale;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Type;
import uk.gov.warwickshire.mappings.record.ChildRecord;
import uk.gov.warwickshire.mappings.record.Coded;

/** What the mappers of one child share: the record, its ids and references, the council. One per call, one thread. */
record ChildContext(
        ChildRecord child, MappingSettings settings, Systems systems, Concepts concepts, Directory directory) {

    String patientId() {
        return ResourceIds.patient(systems, child.childId());
    }

    Reference subject() {
        return new Reference("Patient/" + patientId()); // display = [none]: the name stays in the Patient alone
    }

    /** Sets the id and the profiles of the type: of UK Core, and of this project. */
    <T extends Resource> T identified(T resource, String id) {
        return identified(resource, id, profile(resource.fhirType()));
    }

    <T extends Resource> T identified(T resource, String id, String profile) {
        resource.setId(id);
        resource.getMeta()
                .addProfile(Systems.UK_CORE + "UKCore-" + resource.fhirType())
                .addProfile(systems.extension(profile));
        return resource;
    }

    private static String profile(String type) {
        return switch (type) {
            case "RelatedPerson" -> "social-care-related-person";
            case "PractitionerRole" -> "social-care-practitioner-role";
            case "CareTeam" -> "social-care-care-team";
            case "ServiceRequest" -> "social-care-referral";
            case "EpisodeOfCare" -> "social-care-episode";
            case "CarePlan" -> "social-care-plan";
            default -> "social-care-" + type.toLowerCase(Locale.ROOT);
        };
    }

    /** Within the child: source systems do reuse row ids between brothers and sisters. */
    String id(String kind, String sourceId) {
        return ResourceIds.of(systems.id(kind), child.childId() + "|" + sourceId);
    }

    Identifier identifier(String kind, String sourceId) {
        return new Identifier().setSystem(systems.id(kind)).setValue(sourceId);
    }

    /**
     * A reference by address. Only within a category, to the Patient and to the directory: what another category holds
     * may be withheld, and an address without its resource is an error to a receiver.
     */
    Reference literal(String type, String kind, String sourceId) {
        return new Reference(type + "/" + id(kind, sourceId));
    }

    /** A reference by identifier alone, across categories and to rows the extract does not hold. */
    Reference logical(String type, String kind, String sourceId) {
        return new Reference().setType(type).setIdentifier(identifier(kind, sourceId));
    }

    /** Within a category: by address if the record holds the row, else by identifier. */
    Reference link(boolean held, String type, String kind, String sourceId) {
        return held ? literal(type, kind, sourceId) : logical(type, kind, sourceId);
    }

    Reference council() {
        return directory.council();
    }

    Optional<Reference> team(Optional<String> teamId) {
        return teamId.map(directory::team);
    }

    /** The professional in the team named beside; the team where no professional is named. */
    Optional<Reference> workerOrTeam(Optional<String> workerId, Optional<String> teamId) {
        return worker(workerId, teamId).or(() -> team(teamId));
    }

    Optional<Reference> worker(Optional<String> workerId, Optional<String> teamId) {
        return workerId.map(id -> directory.worker(id, teamId));
    }

    CodeableConcept coded(String list, Coded value) {
        return concepts.of(list, value);
    }

    Coding own(String list, String code) {
        return concepts.coding(list, code);
    }

    Extension extension(String name, Type value) {
        return new Extension(systems.extension(name), value);
    }
}
