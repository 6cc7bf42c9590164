package uk.gov.warwickshire.mappings.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import uk.gov.warwickshire.mappings.cases.ChildRecords;
import uk.gov.warwickshire.mappings.record.ChildRecord;

/**
 * What each case is read and mapped to, to be read by people: from `cases/<case>/1-source` to `2-record.json`, from there
 * to `3-fhir/`. Where they differ, what was received is written beside as `*.received.json`; `-Dapprove` makes it the expected.
 */
class GoldenCasesTest {

    private static final Path CASES = Path.of("src/test/resources/cases");
    private static final boolean APPROVE = System.getProperty("approve") != null;
    private static final boolean KEEP_RECEIVED = System.getProperty("mutation") == null;
    private static final Map<String, ChildRecord> CHILDREN = ChildRecords.cases();
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .changeDefaultVisibility(v -> v.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
            .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_EMPTY))
            .build();

    static Set<String> cases() {
        return CHILDREN.keySet();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void recordIsAsApproved(String name) throws IOException {
        verify(CASES.resolve(name), Map.of("2-record.json", json(CHILDREN.get(name))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void resourcesAreAsApproved(String name) throws IOException {
        Path folder = CASES.resolve(name).resolve("3-fhir");
        Map<String, String> received = resources(Mapping.MAPPER.map(CHILDREN.get(name)));

        verify(folder, received);
        assertThat(files(folder)).as("files of %s", folder).isEqualTo(new TreeSet<>(received.keySet()));
    }

    @Test
    void everyCaseIsExplained() throws IOException {
        String explained = Files.readString(CASES.resolve("README.md"));

        assertThat(cases()).allSatisfy(name -> assertThat(explained).contains("| `" + name + "` | "));
    }

    private static Map<String, String> resources(FhirRecord mapped) {
        Map<String, Integer> counts = new TreeMap<>();
        Map<String, String> files = new LinkedHashMap<>();
        for (MappedResource resource : mapped.resources()) {
            int number = counts.merge(resource.type(), 1, Integer::sum);
            String json =
                    Mapping.CONTEXT.newJsonParser().setPrettyPrint(true).encodeResourceToString(resource.resource());
            files.put(resource.type() + (number == 1 ? "" : "-" + number) + ".json", json + "\n");
        }
        return files;
    }

    private static String json(ChildRecord child) {
        JsonNode tree = JSON.valueToTree(child);
        for (JsonNode enquiry : tree.at("/childProtection/enquiries")) {
            ArrayNode outcomes = enquiry.withArray("outcomes"); // a set: in no order of its own
            var sorted = outcomes.valueStream().map(JsonNode::asString).sorted().collect(Collectors.toList());
            outcomes.removeAll();
            sorted.forEach(outcomes::add);
        }
        return JSON.writeValueAsString(tree).replace("\r\n", "\n") + "\n";
    }

    private static void verify(Path folder, Map<String, String> received) throws IOException {
        for (var file : received.entrySet()) {
            Path expected = folder.resolve(file.getKey());
            Path beside = folder.resolve(file.getKey().replace(".json", ".received.json"));
            Files.deleteIfExists(beside);
            if (APPROVE) {
                Files.createDirectories(folder);
                Files.writeString(expected, file.getValue());
            } else if (KEEP_RECEIVED
                    && (!Files.exists(expected) || !Files.readString(expected).equals(file.getValue()))) {
                Files.createDirectories(folder);
                Files.writeString(beside, file.getValue());
            }
        }
        for (var file : received.entrySet()) {
            assertThat(folder.resolve(file.getKey())).exists().hasContent(file.getValue());
        }
    }

    private static Set<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> !file.endsWith(".received.json"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
