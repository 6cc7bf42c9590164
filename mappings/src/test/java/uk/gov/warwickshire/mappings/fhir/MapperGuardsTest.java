package uk.gov.warwickshire.mappings.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.gov.warwickshire.mappings.record.Network;
import uk.gov.warwickshire.mappings.record.SourceRow;

/** What the types of this package refuse, and what they say when they are asked. */
class MapperGuardsTest {

    private static final Systems SYSTEMS = new Systems("https://fhir.council.example");
    private static final Network NETWORK = new Network(
            List.of(),
            List.of(new Network.Professional(
                    "P1",
                    Optional.empty(),
                    Optional.of("Ola Field"),
                    Optional.empty(),
                    Optional.empty(),
                    new SourceRow("ssd.zip", "ssd_professionals", 2))),
            List.of(new Network.Team(
                    "T1",
                    Optional.of("North"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    new SourceRow("ssd.zip", "ssd_department", 2))));

    private final Directory directory = new Directory(NETWORK, Mapping.SETTINGS, SYSTEMS);

    @Test
    void aRecordBeginsWithItsPatient() {
        MappedResource patient = mapped(new Patient());
        MappedResource practitioner = mapped(new Practitioner());

        assertThat(new FhirRecord("C1", List.of(patient, practitioner)).resources())
                .hasSize(2);
        assertThatIllegalArgumentException().isThrownBy(() -> new FhirRecord("C1", List.of(practitioner, patient)));
        assertThatIllegalArgumentException().isThrownBy(() -> new FhirRecord("C1", List.of()));
    }

    @Test
    void aMappedResourceHasAnIdAndAProfile() {
        Patient withoutProfile = new Patient();
        withoutProfile.setId("p1");
        Patient withoutId = new Patient();
        withoutId.getMeta().addProfile("https://profile.example");

        for (Patient incomplete : List.of(withoutProfile, withoutId)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new MappedResource(incomplete, Category.DEMOGRAPHICS, Optional.empty()));
        }
        assertThat(mapped(new Patient()).isDirectory()).isFalse();
        assertThat(mapped(new Organization()).isDirectory()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://council.example", "https://council.example/", "https://", "https://a b"})
    void settingsRefuseABaseAddressThatIsNone(String base) {
        assertThatIllegalArgumentException().isThrownBy(() -> settings(base, "ODS", "Council", "937"));
        assertThat(settings("https://council.example", "ODS", "Council", "937").odsCode())
                .isEqualTo("ODS");
    }

    @Test
    void settingsRefuseWhatIsBlank() {
        assertThatIllegalArgumentException().isThrownBy(() -> settings("https://c.example", " ", "Council", "937"));
        assertThatIllegalArgumentException().isThrownBy(() -> settings("https://c.example", "ODS", " ", "937"));
        assertThatIllegalArgumentException().isThrownBy(() -> settings("https://c.example", "ODS", "Council", " "));
    }

    @Test
    void aWorkerOfTheDirectoryIsReferredToByAddressAndNoted() {
        Reference reference = directory.worker("P1", Optional.of("T1"));

        assertThat(reference.getReference())
                .isEqualTo("PractitionerRole/" + ResourceIds.of(SYSTEMS.id("professional-role"), "P1@T1"));
        assertThat(reference.getDisplay()).isEqualTo("Ola Field");
        assertThat(directory.roles()).containsExactly(new Directory.Role("P1", Optional.of("T1")));
        assertThat(directory.team("T1").getDisplay()).isEqualTo("North");
        assertThat(directory.teams()).containsExactly("T1");
    }

    @Test
    void whoIsNotInTheDirectoryIsReferredToByIdentifierAndNotNoted() {
        Reference worker = directory.worker("P9", Optional.empty());
        Reference team = directory.team("T9");

        assertThat(worker.getType()).isEqualTo("Practitioner");
        assertThat(worker.getIdentifier().getSystem()).isEqualTo(SYSTEMS.id("professional"));
        assertThat(worker.getIdentifier().getValue()).isEqualTo("P9");
        assertThat(team.getType()).isEqualTo("Organization");
        assertThat(team.hasReference()).isFalse();
        assertThat(directory.roles()).isEmpty();
        assertThat(directory.teams()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Category.class)
    void aCategoryIsFoundByItsCode(Category category) {
        assertThat(Category.ofCode(category.code())).contains(category);
        assertThat(Category.ofCode(category.name())).isEmpty();
        assertThat(category.isContextOnly())
                .isEqualTo(List.of("demographics", "family", "professional-contacts")
                        .contains(category.code()));
    }

    private static MappedResource mapped(org.hl7.fhir.r4.model.Resource resource) {
        resource.setId("r1");
        resource.getMeta().addProfile("https://profile.example");
        return new MappedResource(resource, Category.DEMOGRAPHICS, Optional.empty());
    }

    private static MappingSettings settings(String base, String odsCode, String name, String authority) {
        return new MappingSettings(base, odsCode, name, authority, Optional.empty(), Optional.empty());
    }
}
