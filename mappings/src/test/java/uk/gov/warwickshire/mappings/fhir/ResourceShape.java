package uk.gov.warwickshire.mappings.fhir;

import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.Resource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A resource without what tells one child from another: two of one shape get the same verdict of a validator, so only one
 * of them needs be asked about. Codes, systems, addresses of profiles and extensions stay; names, days and ids go.
 */
final class ResourceShape {

    private static final Set<String> KEPT = Set.of(
            "resourceType",
            "system",
            "code",
            "display",
            "url",
            "profile",
            "status",
            "intent",
            "use",
            "type",
            "gender",
            "role");

    private ResourceShape() {}

    static String of(Resource resource) {
        StringBuilder shape = new StringBuilder();
        write(
                "",
                JsonMapper.shared().readTree(Mapping.CONTEXT.newJsonParser().encodeResourceToString(resource)),
                shape);
        return shape.toString();
    }

    private static void write(String name, JsonNode node, StringBuilder shape) {
        if (node.isObject()) {
            shape.append('{');
            for (Map.Entry<String, JsonNode> property : node.properties()) {
                shape.append(property.getKey()).append(':');
                write(property.getKey(), property.getValue(), shape);
            }
            shape.append('}');
        } else if (node.isArray()) {
            shape.append('[');
            node.forEach(one -> write(name, one, shape));
            shape.append(']');
        } else if (KEPT.contains(name)) {
            shape.append(node.asString()).append(',');
        } else if (name.equals("reference")) {
            shape.append(node.asString().replaceFirst("/.*", "")).append(',');
        } else {
            shape.append(node.isString() ? node.asString().length() > 10 ? "long," : "short," : "value,");
        }
    }
}
