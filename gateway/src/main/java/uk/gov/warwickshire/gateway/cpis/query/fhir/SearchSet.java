package uk.gov.warwickshire.gateway.cpis.query.fhir;

import java.util.UUID;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A Bundle of search results while it is put together; the total counts matches alone. */
final class SearchSet {

    private final String base;
    private final String self;
    private final ArrayNode entries = JsonNodeFactory.instance.arrayNode();
    private int total;

    /** @param self repeats the caller's own request, as the guide's examples do; it is stored and logged nowhere */
    SearchSet(String base, String self) {
        this.base = base;
        this.self = self;
    }

    void match(ObjectNode resource) {
        total++;
        add(address(resource), resource, "match");
    }

    void include(ObjectNode resource) {
        add(address(resource), resource, "include");
    }

    /** @param id of this answer: an outcome can be read nowhere else */
    void outcome(UUID id, ObjectNode resource) {
        add("urn:uuid:" + id, resource, "outcome");
    }

    ObjectNode build() {
        ObjectNode bundle = Shapes.object()
                .put("resourceType", "Bundle")
                .put("type", "searchset")
                .put("total", total);
        bundle.putArray("link").addObject().put("relation", "self").put("url", self);
        if (!entries.isEmpty()) {
            bundle.set("entry", entries);
        }
        return bundle;
    }

    private String address(ObjectNode resource) {
        return base + "/" + resource.path("resourceType").asString() + "/"
                + resource.path("id").asString();
    }

    private void add(String fullUrl, ObjectNode resource, String mode) {
        ObjectNode entry = entries.addObject().put("fullUrl", fullUrl);
        entry.set("resource", resource);
        entry.putObject("search").put("mode", mode);
    }
}
