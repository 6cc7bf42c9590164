package uk.gov.warwickshire.gateway.store;

import ca.uhn.fhir.context.FhirContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;
import uk.gov.warwickshire.mappings.fhir.Category;
import uk.gov.warwickshire.mappings.fhir.FhirEncoder;
import uk.gov.warwickshire.mappings.fhir.FhirRecord;
import uk.gov.warwickshire.mappings.fhir.MappedResource;
import uk.gov.warwickshire.mappings.fhir.ResourceIds;
import uk.gov.warwickshire.mappings.fhir.Systems;
import uk.gov.warwickshire.mappings.record.Identity;
import uk.gov.warwickshire.mappings.record.NhsNumber;
import uk.gov.warwickshire.mappings.record.VerificationStatus;

/** Small records for tests: a Patient, a Flag for each code, a team, and the mother where there is one. */
public record TestRecords(
        String childId,
        Optional<NhsNumber> nhsNumber,
        Optional<String> postcodeArea,
        boolean restricted,
        String family,
        List<String> flags,
        Optional<NhsNumber> mother,
        String teamName) {

    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final FhirEncoder ENCODER = new FhirEncoder(FHIR);

    public static TestRecords child(int number) {
        return new TestRecords(
                "child-" + number,
                Optional.of(nhsNumber(number)),
                Optional.of("CV"),
                false,
                "Example",
                List.of("child-protection"),
                Optional.empty(),
                "Team");
    }

    /** The n-th valid test number. */
    public static NhsNumber nhsNumber(int n) {
        for (int check = 0; check <= 9; check++) {
            Optional<NhsNumber> number = NhsNumber.parse("9%08d%d".formatted(n, check));
            if (number.isPresent()) {
                return number.get();
            }
        }
        return nhsNumber(n + 50_000_000);
    }

    public TestRecords family(String name) {
        return new TestRecords(childId, nhsNumber, postcodeArea, restricted, name, flags, mother, teamName);
    }

    public TestRecords flags(String... codes) {
        return new TestRecords(childId, nhsNumber, postcodeArea, restricted, family, List.of(codes), mother, teamName);
    }

    public TestRecords postcode(String area) {
        return new TestRecords(childId, nhsNumber, Optional.of(area), restricted, family, flags, mother, teamName);
    }

    public TestRecords restricted(boolean on) {
        return new TestRecords(childId, nhsNumber, postcodeArea, on, family, flags, mother, teamName);
    }

    public TestRecords mother(NhsNumber number) {
        return new TestRecords(
                childId, nhsNumber, postcodeArea, restricted, family, flags, Optional.of(number), teamName);
    }

    public TestRecords team(String name) {
        return new TestRecords(childId, nhsNumber, postcodeArea, restricted, family, flags, mother, name);
    }

    public TestRecords withoutNumber() {
        return new TestRecords(childId, Optional.empty(), postcodeArea, restricted, family, flags, mother, teamName);
    }

    public String patientId() {
        return ResourceIds.of("test", childId);
    }

    public ChildToSave toSave() {
        return toSave(ENCODER);
    }

    /** @param encoder one that makes search values, where something is to be searched for */
    public ChildToSave toSave(FhirEncoder encoder) {
        Map<String, Identity> others = mother.map(number ->
                        Map.of("mother", new Identity(Optional.of(number), VerificationStatus.VERIFIED, false)))
                .orElse(Map.of());
        VerificationStatus status =
                nhsNumber.isPresent() ? VerificationStatus.VERIFIED : VerificationStatus.TRACE_REQUIRED;
        ChildFacts facts = new ChildFacts(
                childId, nhsNumber, status, Optional.of(LocalDate.of(2015, 3, 4)), postcodeArea, restricted, others);
        return new ChildToSave(facts, encoder.encode(new FhirRecord(childId, resources())));
    }

    private List<MappedResource> resources() {
        List<MappedResource> resources = new ArrayList<>();
        Patient patient = named(new Patient(), patientId());
        nhsNumber.ifPresent(number -> patient.addIdentifier(verified(number)));
        patient.addName().setFamily(family);
        patient.setManagingOrganization(new Reference("Organization/" + ResourceIds.of("test", "team")));
        resources.add(new MappedResource(patient, Category.DEMOGRAPHICS, Optional.empty()));
        for (String code : flags) {
            Flag flag = named(new Flag(), ResourceIds.of("test", childId + code));
            flag.setStatus(Flag.FlagStatus.ACTIVE).setSubject(new Reference("Patient/" + patientId()));
            flag.getCode().setText(code);
            resources.add(new MappedResource(flag, Category.CHILD_PROTECTION, Optional.empty()));
        }
        mother.ifPresent(number -> {
            RelatedPerson person = named(new RelatedPerson(), ResourceIds.of("test", childId + "mother"));
            person.setPatient(new Reference("Patient/" + patientId()));
            resources.add(new MappedResource(person, Category.FAMILY, Optional.of("mother")));
        });
        Organization team = named(new Organization(), ResourceIds.of("test", "team"));
        team.setName(teamName);
        resources.add(new MappedResource(team, Category.PROFESSIONAL_CONTACTS, Optional.empty()));
        return resources;
    }

    private static Identifier verified(NhsNumber number) {
        Identifier identifier = new Identifier().setSystem(Systems.NHS_NUMBER).setValue(number.digits());
        identifier
                .addExtension()
                .setUrl(Systems.UK_CORE_EXTENSION + "NHSNumberVerificationStatus")
                .setValue(new org.hl7.fhir.r4.model.CodeableConcept()
                        .addCoding(new org.hl7.fhir.r4.model.Coding()
                                .setSystem(Systems.NHS_NUMBER_STATUS)
                                .setCode("01")));
        return identifier;
    }

    private static <T extends Resource> T named(T resource, String id) {
        resource.setId(id);
        resource.getMeta().addProfile(Systems.UK_CORE + "UKCore-" + resource.fhirType());
        return resource;
    }
}
