package uk.gov.warwickshire.mappings.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Every way to break a resource in one place: an element removed, blanked, doubled, or another code in its place. */
final class Mutations {

    /** @param name what was done and where, without the values */
    record Mutant(String name, String json) {}

    private final JsonNode original;
    private final List<Mutant> mutants = new ArrayList<>();

    private Mutations(JsonNode original) {
        this.original = original;
    }

    static List<Mutant> of(String json) {
        Mutations mutations = new Mutations(JsonMapper.shared().readTree(json));
        mutations.visit(mutations.original, "");
        return mutations.mutants;
    }

    private void visit(JsonNode node, String pointer) {
        for (Map.Entry<String, JsonNode> property :
                node.isObject() ? node.properties() : Map.<String, JsonNode>of().entrySet()) {
            String name = property.getKey();
            String path = pointer + "/" + name;
            if (name.equals("resourceType") || path.equals("/meta")) {
                continue;
            }
            mutate("remove", path, pointer, parent -> parent.remove(name));
            if (property.getValue().isString()) {
                mutate("blank", path, pointer, parent -> parent.set(name, StringNode.valueOf(" ")));
                if (name.equals("code") || name.equals("status") || name.equals("url")) {
                    mutate("change", path, pointer, parent -> parent.set(name, StringNode.valueOf("no-such")));
                }
            }
            if (property.getValue() instanceof ArrayNode array && !array.isEmpty()) {
                mutate("double", path, pointer, parent -> ((ArrayNode) parent.get(name)).add(array.get(0)));
            }
            visit(property.getValue(), path);
        }
        if (node.isObject() && !pointer.isEmpty()) {
            mutate("add", pointer + "/surprise", pointer, parent -> parent.put("surprise", "x"));
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                visit(node.get(i), pointer + "/" + i);
            }
        }
    }

    private void mutate(String what, String path, String parent, Consumer<ObjectNode> change) {
        JsonNode copy = original.deepCopy();
        change.accept((ObjectNode) copy.at(parent));
        mutants.add(new Mutant(what + " " + path, copy.toString()));
    }
}
