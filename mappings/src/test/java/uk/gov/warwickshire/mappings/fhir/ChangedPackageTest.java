package uk.gov.warwickshire.mappings.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Coding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.gov.warwickshire.mappings.cases.ChildRecords;
import uk.gov.warwickshire.mappings.cpis.CpIsScope;
import uk.gov.warwickshire.profiles.ProfileException;
import uk.gov.warwickshire.profiles.ProfilePackage;

/** An informatician changes a concept map in a folder: what is mapped changes, without compiling. */
class ChangedPackageTest {

    private static final String NOT_SHARED = "Not shared: ends a looked-after status at CP-IS";

    @TempDir
    private Path folder;

    @Test
    void aChangedPlanTypeChangesTheCarePlan() throws IOException {
        String map = "ConceptMap-plan-type-to-snomed.json";
        put(
                map,
                shipped(map)
                        .replace("\"looked-after\"", "\"x\"")
                        .replace("\"pathway\"", "\"looked-after\"")
                        .replace("\"x\"", "\"pathway\""));

        assertThat(lookedAfterCategory(Mapping.PROFILES)).containsExactly("764841000000100", "looked-after");
        assertThat(lookedAfterCategory(changed())).containsExactly("looked-after");
    }

    @Test
    void aChangedLegalStatusChangesWhatGoesToCpIs() throws IOException {
        String map = "ConceptMap-dfe-legal-status-to-cp-is.json";
        String text = shipped(map);
        int e1 = text.indexOf("\"E1\"");
        put(
                map,
                text.substring(0, e1)
                        + text.substring(e1)
                                .replaceFirst("\"continues\"", "\"looked-after\"")
                                .replaceFirst(
                                        "Begins no status at CP-IS, but lets one go on",
                                        "Looked-after child: begins a looked-after status at CP-IS"));

        assertThat(CpIsScope.of(Mapping.PROFILES)).isEqualTo(CpIsScope.DEFAULT);
        assertThat(CpIsScope.of(changed()).shared()).isEqualTo(Set.of("C1", "C2", "V2", "E1"));
    }

    /** No map may hide a child under a care order from a hospital. */
    @Test
    void aMapThatTakesAStatutoryLegalStatusFromCpIsIsRefused() throws IOException {
        String map = "ConceptMap-dfe-legal-status-to-cp-is.json";
        String text = shipped(map);
        int c2 = text.indexOf("\"C2\"");
        put(
                map,
                text.substring(0, c2)
                        + text.substring(c2)
                                .replaceFirst("\"looked-after\"", "\"not-shared\"")
                                .replaceFirst("(\"display\": )\"[^\"]*\"", "$1\"" + NOT_SHARED + "\""));

        assertThatThrownBy(() -> CpIsScope.of(changed()))
                .isInstanceOf(ProfileException.class)
                .hasMessageContaining(map + " line ")
                .hasMessageContaining("CP-IS is statutory");
    }

    private static List<String> lookedAfterCategory(ProfilePackage profiles) {
        FhirRecord mapped = new SocialCareRecordMapper(Mapping.SETTINGS, profiles)
                .map(ChildRecords.cases().get("every-element"));
        return mapped.resources().stream()
                .map(MappedResource::resource)
                .filter(CarePlan.class::isInstance)
                .map(resource -> ((CarePlan) resource).getCategoryFirstRep().getCoding())
                .map(codings -> codings.stream().map(Coding::getCode).toList())
                .filter(codes -> codes.contains("looked-after"))
                .findFirst()
                .orElseThrow();
    }

    private ProfilePackage changed() {
        return ProfilePackage.load(Mapping.CONTEXT, Mapping.SETTINGS.baseUri(), Optional.of(folder));
    }

    private static String shipped(String name) throws IOException {
        try (InputStream in = ProfilePackage.class.getResourceAsStream("/package/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void put(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
