package uk.gov.warwickshire.mappings.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

class FhirEncoderTest {

    private final FhirEncoder encoder = new FhirEncoder(FhirContext.forR4Cached());

    @Test
    void encodesTheRecordInItsOrder() {
        Patient patient = profiled(new Patient(), "p1");
        patient.addIdentifier().setSystem("https://fhir.nhs.uk/Id/nhs-number").setValue("9449306753");

        EncodedRecord encoded = encoder.encode(
                new FhirRecord("C1", List.of(mapped(patient), mapped(profiled(new Organization(), "o1")))));

        assertThat(encoded.childId()).isEqualTo("C1");
        assertThat(encoded.resources())
                .extracting(EncodedResource::reference)
                .containsExactly("Patient/p1", "Organization/o1");
        assertThat(encoded.resources()).extracting(EncodedResource::directory).containsExactly(false, true);
    }

    @Test
    void asksTheIndexerOnceForEachResource() {
        SearchIndexer indexer = resource ->
                new SearchValues(List.of(resource.fhirType() + ".status=active"), List.of(), List.of(), List.of());

        EncodedResource encoded =
                new FhirEncoder(FhirContext.forR4Cached(), indexer).encode(mapped(profiled(new CarePlan(), "c1")));

        assertThat(encoded.search().tokens()).containsExactly("CarePlan.status=active");
    }

    @Test
    void findsLiteralReferences() {
        CarePlan plan = profiled(new CarePlan(), "c1");
        plan.setSubject(new Reference("Patient/p1"));
        plan.addCareTeam(new Reference("CareTeam/t1"));

        assertThat(encoder.encode(mapped(plan)).references()).containsExactlyInAnyOrder("Patient/p1", "CareTeam/t1");
    }

    @Test
    void findsReferencesInsideExtensions() {
        Flag flag = profiled(new Flag(), "f1");
        flag.addExtension("http://hl7.org/fhir/StructureDefinition/flag-detail", new Reference("CarePlan/c1"));

        assertThat(encoder.encode(mapped(flag)).references()).containsExactly("CarePlan/c1");
    }

    @Test
    void sameContentHasSameBytesAndHash() {
        EncodedResource first = encoder.encode(mapped(profiled(new Patient(), "p1")));
        EncodedResource second = encoder.encode(mapped(profiled(new Patient(), "p1")));
        EncodedResource other = encoder.encode(mapped(profiled(new Patient(), "p2")));

        assertThat(first.json()).isEqualTo(second.json());
        assertThat(first.hash()).hasSize(32).isEqualTo(second.hash()).isNotEqualTo(other.hash());
        assertThat(new String(first.json(), StandardCharsets.UTF_8))
                .doesNotContain("versionId", "lastUpdated", "SUBSETTED");
    }

    @Test
    void aTeamThatChangedIsEncodedAnew() {
        EncodedResource first = encoder.encode(mapped(team("01926 555010")));
        EncodedResource same = encoder.encode(mapped(team("01926 555010")));
        EncodedResource changed = encoder.encode(mapped(team("01926 555011")));

        assertThat(same.hash()).isEqualTo(first.hash());
        assertThat(new String(changed.json(), StandardCharsets.UTF_8)).contains("01926 555011");
        assertThat(changed.hash()).isNotEqualTo(first.hash());
    }

    private static Organization team(String phone) {
        Organization team = profiled(new Organization(), "t1");
        team.addTelecom().setValue(phone);
        return team;
    }

    private static <T extends Resource> T profiled(T resource, String id) {
        resource.setId(id);
        resource.getMeta().addProfile("https://fhir.hl7.org.uk/StructureDefinition/UKCore-" + resource.fhirType());
        return resource;
    }

    private static MappedResource mapped(Resource resource) {
        return new MappedResource(resource, Category.DEMOGRAPHICS, Optional.empty());
    }
}
