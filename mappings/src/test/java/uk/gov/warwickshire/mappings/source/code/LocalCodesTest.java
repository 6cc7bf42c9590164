package uk.gov.warwickshire.mappings.source.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.gov.warwickshire.profiles.ProfileException;
import uk.gov.warwickshire.profiles.ProfilePackage;

/** A council's own codes become national ones by a file, without compiling. */
class LocalCodesTest {

    private static final String BASE = "https://fhir.council.example";
    private static final String MAP = "ConceptMap-local-codes.json";

    @TempDir
    private Path folder;

    @Test
    void asShippedThereAreNone() {
        CodeLists lists = CodeLists.STANDARD.with(LocalCodes.of(ProfilePackage.load(FhirContext.forR4Cached(), BASE)));

        assertThat(lists.codeOf(CodeList.ETHNICITY, "X9")).isEmpty();
        assertThat(lists.codeOf(CodeList.ETHNICITY, "White British")).contains("WBRI");
    }

    @Test
    void aSpellingOfTheCouncilCountsBeforeTheNationalLists() throws IOException {
        put(map(
                "dfe-ethnicity",
                element("X9", "MWBA", "White and Black African") + ","
                        + element("Irish", "WIRT", "Traveller of Irish Heritage")));

        CodeLists lists = lists();

        assertThat(lists.codeOf(CodeList.ETHNICITY, " x9 ")).contains("MWBA");
        assertThat(lists.codeOf(CodeList.ETHNICITY, "IRISH")).contains("WIRT");
        assertThat(CodeLists.STANDARD.codeOf(CodeList.ETHNICITY, "Irish")).contains("WIRI");
        assertThat(lists.codeOf(CodeList.ETHNICITY, "Indian")).contains("AIND");
        assertThat(lists.codeOf(CodeList.ETHNICITY, "WIRI")).contains("WIRI");
        assertThat(lists.codeOf(CodeList.CATEGORY_OF_NEED, "X9")).isEmpty();
    }

    /** By it a description of a legal status decides what CP-IS is told. */
    @Test
    void aDescriptionOfALegalStatusIsNoMatterOfCaseOrPunctuation() throws IOException {
        put(map(
                "dfe-legal-status",
                element(
                        "Sec. 20 (voluntary)",
                        "V2",
                        "Single period of accommodation under section 20 (Children Act 1989)")));

        assertThat(lists().codeOf(CodeList.LEGAL_STATUS, "SEC 20 - VOLUNTARY")).contains("V2");
    }

    @Test
    void aListThatNoColumnHasIsRefusedWithItsLine() throws IOException {
        put(map("plan-type", element("X", "pathway", "Pathway plan")));

        assertThatThrownBy(this::lists)
                .isInstanceOf(ProfileException.class)
                .hasMessage(folder.resolve(MAP) + " line 8: no column is read by the list " + BASE
                        + "/CodeSystem/plan-type");
    }

    @Test
    void aNationalCodeThereIsNotIsRefusedWithItsLine() throws IOException {
        put(map("dfe-ethnicity", element("X9", "XXXX", "White and Black African")));

        assertThatThrownBy(this::lists).hasMessageContaining(" line 9: unknown target code `XXXX`");
    }

    @Test
    void aCodeThatTheCouncilsListHasBesideIsReadToo() throws IOException {
        String name = "CodeSystem-dfe-placement-type.json";
        try (InputStream in = ProfilePackage.class.getResourceAsStream("/package/" + name)) {
            String shipped = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(
                    folder.resolve(name),
                    shipped.replaceFirst(
                            "\"concept\": \\[",
                            "\"concept\": [{\"code\": \"Z15\", \"display\": \"A placement of next year\"},"));
        }

        CodeLists lists = lists();

        assertThat(lists.codeOf(CodeList.PLACEMENT_TYPE, "z15 - new")).contains("Z15");
        assertThat(lists.codeOf(CodeList.PLACEMENT_TYPE, "A placement of next year"))
                .contains("Z15");
        assertThat(lists.display(CodeList.PLACEMENT_TYPE, "Z15")).contains("A placement of next year");
        assertThat(lists.codeOf(CodeList.PLACEMENT_TYPE, "U6")).contains("U6");
    }

    private CodeLists lists() {
        return CodeLists.STANDARD.with(
                LocalCodes.of(ProfilePackage.load(FhirContext.forR4Cached(), BASE, Optional.of(folder))));
    }

    private void put(String text) throws IOException {
        Files.writeString(folder.resolve(MAP), text);
    }

    private static String map(String list, String elements) {
        return """
                {
                  "resourceType": "ConceptMap",
                  "id": "local-codes",
                  "url": "%s/ConceptMap/local-codes",
                  "status": "active",
                  "group": [{
                    "source": "%s/CodeSystem/local",
                    "target": "%s/CodeSystem/%s",
                    "element": [%s]
                  }]
                }
                """.formatted(BASE, BASE, BASE, list, elements);
    }

    private static String element(String local, String code, String display) {
        return "{\"code\": \"%s\", \"target\": [{\"code\": \"%s\", \"display\": \"%s\", \"equivalence\": \"equal\"}]}"
                .formatted(local, code, display);
    }
}
