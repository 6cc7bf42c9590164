package uk.gov.warwickshire.gateway.rights.pack;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import uk.gov.warwickshire.gateway.store.StoredResource;

/** What is held as a FHIR Bundle of type collection; what was redacted is left out, and the resource says so. */
final class PackBundle {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String INTEGRITY = "http://terminology.hl7.org/CodeSystem/v3-ObservationValue";

    private PackBundle() {}

    static String of(UUID request, Instant now, List<StoredResource> record) {
        ObjectNode bundle = JSON.createObjectNode();
        bundle.put("resourceType", "Bundle").put("type", "collection").put("timestamp", now.toString());
        bundle.putObject("identifier").put("system", "urn:ietf:rfc:3986").put("value", "urn:uuid:" + request);
        ArrayNode entries = bundle.putArray("entry");
        record.forEach(stored -> entries.addObject().set("resource", JSON.readTree(stored.content())));
        return JSON.writeValueAsString(bundle);
    }

    static String redacted(Pack pack) {
        var byReference = pack.redacted().stream()
                .filter(item -> !item.reference().isEmpty())
                .collect(Collectors.groupingBy(ReviewItem::reference));
        if (byReference.isEmpty()) {
            return pack.bundle();
        }
        JsonNode bundle = JSON.readTree(pack.bundle());
        for (JsonNode entry : bundle.path("entry")) {
            ObjectNode resource = (ObjectNode) entry.path("resource");
            String reference = resource.path("resourceType").asString("") + "/"
                    + resource.path("id").asString("");
            List<ReviewItem> items = byReference.getOrDefault(reference, List.of());
            if (!items.isEmpty()) {
                items.forEach(item -> {
                    resource.remove(item.element());
                    resource.remove("_" + item.element());
                });
                ((ObjectNode) resource.path("meta"))
                        .withArrayProperty("security")
                        .addObject()
                        .put("system", INTEGRITY)
                        .put("code", "REDACTED")
                        .put("display", "redacted");
            }
        }
        return JSON.writeValueAsString(bundle);
    }
}
