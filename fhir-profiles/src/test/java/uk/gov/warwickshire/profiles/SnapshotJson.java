package uk.gov.warwickshire.profiles;

import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.StructureDefinition;
import tools.jackson.databind.json.JsonMapper;

/** A profile with its snapshot as committed: each element of the snapshot in one line, so that a change can be read. */
final class SnapshotJson {

    private SnapshotJson() {}

    static String of(StructureDefinition generated) {
        StructureDefinition definition = generated.copy();
        definition.getMapping().clear();
        definition.getSnapshot().getElement().forEach(SnapshotJson::strip);
        String elements = JsonMapper.shared()
                .readTree(UkCore.CONTEXT.newJsonParser().encodeResourceToString(definition))
                .at("/snapshot/element")
                .valueStream()
                .map(element -> "      " + element)
                .collect(Collectors.joining(",\n"));
        definition.setSnapshot(null);
        String rest = UkCore.CONTEXT.newJsonParser().setPrettyPrint(true).encodeResourceToString(definition);
        int differential = rest.indexOf("  \"differential\": {");
        return rest.substring(0, differential) + "  \"snapshot\": {\n    \"element\": [\n" + elements
                + "\n    ]\n  },\n" + rest.substring(differential) + "\n";
    }

    /** What the base profiles say for readers stays there: mappings to other standards, comments, synonyms. */
    private static void strip(ElementDefinition element) {
        element.getMapping().clear();
        element.getAlias().clear();
        element.getExample().clear();
        element.setComment(null);
        element.setRequirements(null);
    }
}
