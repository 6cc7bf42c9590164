package uk.gov.warwickshire.profiles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** `.index.json` of the NPM package names every resource of the folder; it is made from them. */
class PackageIndexTest {

    private static final Path FOLDER = Path.of("src/main/resources/package");
    private static final List<String> FIELDS =
            List.of("resourceType", "id", "url", "version", "kind", "type", "supplements", "content");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Test
    void namesEveryResource() throws IOException {
        ObjectNode index = JSON.createObjectNode().put("index-version", 2);
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<Path> resources = files.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> !List.of("package.json", ".index.json")
                            .contains(file.getFileName().toString()))
                    .sorted()
                    .toList();
            for (Path file : resources) {
                JsonNode resource = JSON.readTree(Files.readString(file));
                ObjectNode entry = index.withArray("files")
                        .addObject()
                        .put("filename", file.getFileName().toString());
                // The `type` of an OperationDefinition is none, but says on what it operates.
                FIELDS.stream()
                        .filter(field -> resource.path(field).isString())
                        .forEach(field -> entry.set(field, resource.get(field)));
            }
        }
        Approved.assertCurrent(
                FOLDER.resolve(".index.json"), JSON.writeValueAsString(index).replace("\" : ", "\": ") + "\n");
    }
}
