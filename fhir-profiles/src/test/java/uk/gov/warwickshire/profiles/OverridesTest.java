package uk.gov.warwickshire.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ConceptMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A council changes a code list or a map in a folder; what cannot be used is refused with its line. */
class OverridesTest {

    private static final FhirContext CONTEXT = FhirContext.forR4Cached();
    private static final Path SHIPPED = Path.of("src/main/resources/package");
    private static final String MAP = "ConceptMap-dfe-ethnicity-to-nhs.json";

    @TempDir
    private Path folder;

    @Test
    void aChangedMapTranslatesOtherwiseAndHasAnotherFingerprint() throws IOException {
        put(
                MAP,
                text(MAP)
                        .replace("\"code\": \"R\"", "\"code\": \"S\"")
                        .replace("Other Ethnic Groups - Chinese", "Other Ethnic Groups - Any other ethnic group"));

        ProfilePackage changed = load();
        ProfilePackage shipped = ProfilePackage.load(CONTEXT, "https://fhir.other.example");

        assertThat(ethnicity(changed).translate("CHNE"))
                .extracting(Coding::getCode)
                .containsExactly("S");
        assertThat(ethnicity(shipped).translate("CHNE"))
                .extracting(Coding::getCode)
                .containsExactly("R");
        assertThat(changed.fingerprint()).isNotEqualTo(shipped.fingerprint());
    }

    @Test
    void theSameFilesHaveTheSameFingerprint() throws IOException {
        put(MAP, text(MAP));

        assertThat(load().fingerprint())
                .isEqualTo(ProfilePackage.load(CONTEXT, "https://fhir.other.example")
                        .fingerprint());
    }

    @Test
    void aListMayGrowAndItsNewCodesMayBeUsed() throws IOException {
        String list = "CodeSystem-plan-type.json";
        put(list, text(list).replaceFirst("\"concept\": \\[", "\"concept\": [{\"code\": \"x\", \"display\": \"X\"},"));

        assertThat(CodeList.of(load().resource(CodeSystem.class, "plan-type")).coding("x"))
                .isPresent();
    }

    /** The line is that of the fault in the file as the informatician sees it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"code\": \"R\",; \"code\": \"R1\",; unknown target code `R1`",
                "\"code\": \"CHNE\",; \"code\": \"BCRB\",; the source code `BCRB` is there twice",
                "\"code\": \"CHNE\",; \"code\": \"CHNX\",; `CHNX` is no code of",
                "\"display\": \"Other Ethnic Groups - Chinese\",; \"display\": \"Chinese\",; the code's display is"
                        + " `Other Ethnic Groups - Chinese`",
                "\"element\": [; \"unmapped\": {\"mode\": \"provided\"}, \"element\": [; `unmapped` is not read",
                "\"code\": \"R\",; \"dependsOn\": [{\"property\": \"x\", \"value\": \"y\"}], \"code\": \"R\",; `dependsOn`"
                        + " and `product` are not read",
                "\"code\": \"R\",; \"code\": \"R\"; no valid JSON",
                "\"code\": \"R\",; \"cod\": \"R\",; no valid resource"
            })
    void refusesAnInvalidMapWithItsLine(String before, String after, String problem) throws IOException {
        String changed = text(MAP).replace(before, after);
        put(MAP, changed);
        long line = text(MAP).substring(0, text(MAP).indexOf(before)).lines().count();
        long reported = problem.startsWith("no valid JSON") ? line + 1 : line; // what follows the missing comma

        assertThatThrownBy(this::load)
                .isInstanceOf(ProfileException.class)
                .hasMessageContaining(folder.resolve(MAP) + " line " + reported + ": ")
                .hasMessageContaining(problem);
    }

    @Test
    void refusesATargetWithoutEquivalence() throws IOException {
        put(MAP, text(MAP).replaceFirst(",\\s*\"equivalence\": \"equivalent\"", ""));

        assertThatThrownBy(this::load).hasMessageContaining("a target needs an equivalence");
    }

    @Test
    void refusesAUrlThatNothingUses() throws IOException {
        put(MAP, text(MAP).replace("ConceptMap/dfe-ethnicity-to-nhs", "ConceptMap/dfe-ethnicity"));

        assertThatThrownBy(this::load)
                .hasMessageContaining(MAP + " line 4: ")
                .hasMessageContaining("nothing would use");
    }

    @Test
    void refusesAListThatLeavesOutACode() throws IOException {
        String list = "CodeSystem-plan-type.json";
        put(list, text(list).replace("\"pathway\"", "\"path\""));

        assertThatThrownBy(this::load).hasMessageContaining("[pathway] may not be left out");
    }

    /** Without its line an order would begin no status at CP-IS, and nobody would see why. */
    @Test
    void refusesAMapThatNoLongerMentionsACode() throws IOException {
        String map = "ConceptMap-dfe-legal-status-to-cp-is.json";
        put(map, text(map).replaceFirst("(?s)\\{\\s*\"code\": \"C2\".*?\\]\\s*\\},", ""));

        assertThatThrownBy(this::load).hasMessageContaining(map).hasMessageContaining("[C2] may not be left out");
    }

    @Test
    void refusesAValueSetThatItDoesNotReadWhole() throws IOException {
        String set = "ValueSet-nhs-ethnic-category.json";
        put(set, text(set).replaceFirst("\"include\": \\[", "\"exclude\": [{\"system\": \"urn:x\"}], \"include\": ["));

        assertThatThrownBy(this::load).hasMessageContaining(set).hasMessageContaining("`exclude` is not read");
    }

    @Test
    void aTargetThatIsDisjointIsNoTranslation() throws IOException {
        int chinese = text(MAP).indexOf("\"CHNE\"");
        put(
                MAP,
                text(MAP).substring(0, chinese)
                        + text(MAP).substring(chinese).replaceFirst("\"equivalent\"", "\"disjoint\""));

        assertThat(ethnicity(load()).translate("CHNE")).isEmpty();
        assertThat(ethnicity(load()).translate("BCRB")).hasSize(1);
    }

    @Test
    void tellsEveryFaultAtOnce() throws IOException {
        put(
                MAP,
                text(MAP)
                        .replace("\"code\": \"R\",", "\"code\": \"R1\",")
                        .replace("\"code\": \"S\",", "\"code\": \"S1\","));

        assertThatThrownBy(this::load).hasMessageContaining("`R1`").hasMessageContaining("`S1`");
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        Path missing = folder.resolve("missing");

        assertThatThrownBy(() -> ProfilePackage.load(CONTEXT, "https://fhir.other.example", Optional.of(missing)))
                .hasMessage(missing + ": no such folder");
    }

    private ProfilePackage load() {
        return ProfilePackage.load(CONTEXT, "https://fhir.other.example", Optional.of(folder));
    }

    private static Translation ethnicity(ProfilePackage profiles) {
        return Translation.of(profiles.resource(ConceptMap.class, "dfe-ethnicity-to-nhs"));
    }

    private static String text(String name) throws IOException {
        return Files.readString(SHIPPED.resolve(name));
    }

    private void put(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
