package uk.gov.warwickshire.gateway.rights.pack;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.gov.warwickshire.gateway.store.StoredResource;
import uk.gov.warwickshire.mappings.fhir.Category;

/** The record in plain words, a section for each category of data. */
final class HeldSections {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<String> LEFT_OUT = Set.of(
            "resourceType",
            "id",
            "meta",
            "text",
            "language",
            "implicitRules",
            "subject",
            "patient",
            "for",
            "intent",
            "active");

    private record Parsed(StoredResource stored, JsonNode json) {}

    private final List<Parsed> resources;
    private final Map<String, String> headings = new LinkedHashMap<>();
    private final ThirdParties others;
    private final PlainValue plain;
    private final ReviewList review;

    HeldSections(List<StoredResource> record, ReviewList review) {
        this.resources = record.stream()
                .map(stored -> new Parsed(stored, JSON.readTree(stored.content())))
                .toList();
        this.others = new ThirdParties(resources.stream().map(Parsed::json).toList());
        PlainValue bare = new PlainValue(Map.of());
        // Of what is about another person the heading tells the kind alone: everything else is for review.
        resources.forEach(parsed -> headings.put(
                parsed.stored().reference(),
                parsed.stored().aboutPerson().isPresent()
                                && !parsed.stored().type().equals("RelatedPerson")
                        ? Labels.type(parsed.stored().type())
                        : heading(parsed.json(), bare)));
        this.plain = new PlainValue(headings);
        this.review = review;
    }

    List<PackSection> sections() {
        Map<Category, List<PackEntry>> entries = new EnumMap<>(Category.class);
        resources.stream()
                .filter(parsed -> !parsed.stored().type().equals("Provenance"))
                .forEach(parsed -> entries.computeIfAbsent(parsed.stored().category(), category -> new ArrayList<>())
                        .add(entry(parsed)));
        return entries.entrySet().stream()
                .map(one -> new PackSection(Labels.category(one.getKey()), "", one.getValue()))
                .toList();
    }

    /** Which rows of which delivered file each part came from. */
    PackSection origins() {
        List<PackEntry> entries = resources.stream()
                .filter(parsed -> parsed.stored().type().equals("Provenance"))
                .map(parsed -> new PackEntry(
                        Labels.category(parsed.stored().category()),
                        Stream.concat(
                                        Stream.of(PackLine.of("What", targets(parsed.json()))),
                                        sources(parsed.json()).stream())
                                .toList()))
                .toList();
        return new PackSection(
                "Where it came from",
                "Everything above was delivered by the council's own case system for children's social care. Each part names"
                        + " the delivered file, its table and the numbers of the rows.",
                entries);
    }

    private PackEntry entry(Parsed parsed) {
        StoredResource stored = parsed.stored();
        String heading = headings.getOrDefault(stored.reference(), stored.type());
        List<PackLine> lines = new ArrayList<>();
        parsed.json().properties().forEach(property -> {
            String element = property.getKey();
            if (element.equals("extension")) {
                property.getValue()
                        .forEach(extension -> add(lines, stored, heading, element, name(extension), extension));
            } else if (!LEFT_OUT.contains(element) && !element.startsWith("_")) {
                add(lines, stored, heading, element, Labels.of(element), property.getValue());
            }
        });
        return new PackEntry(heading, lines);
    }

    private void add(
            List<PackLine> lines, StoredResource stored, String heading, String element, String label, JsonNode node) {
        String value = plain.of(node);
        if (!value.isBlank()) {
            PackLine line = PackLine.of(label, value);
            lines.add(others.of(stored.type(), element, stored.aboutPerson().isPresent(), value)
                    .map(reason -> review.add(stored.reference(), element, heading, line, reason))
                    .orElse(line));
        }
    }

    private static String heading(JsonNode json, PlainValue plain) {
        String type = json.path("resourceType").asString("");
        String kind = Stream.of("relationship", "code", "category", "type")
                .map(json::path)
                .map(node -> node.isArray() ? node.path(0) : node)
                .map(plain::of)
                .filter(words -> !words.isBlank())
                .findFirst()
                .orElse("");
        String name = type.equals("Organization") || type.equals("Practitioner") ? plain.of(json.path("name")) : "";
        String words = name.isBlank() ? kind : name;
        return words.isBlank() || type.equals("Patient") ? Labels.type(type) : Labels.type(type) + ": " + words;
    }

    private static String name(JsonNode extension) {
        String url = extension.path("url").asString("");
        return Labels.of(url.substring(url.lastIndexOf('/') + 1).replace("Extension-UKCore-", ""));
    }

    private String targets(JsonNode provenance) {
        List<String> targets = new ArrayList<>();
        provenance
                .path("target")
                .forEach(target -> targets.add(
                        headings.getOrDefault(target.path("reference").asString(""), "")));
        return String.join(
                "; ", targets.stream().filter(t -> !t.isEmpty()).distinct().toList());
    }

    private static List<PackLine> sources(JsonNode provenance) {
        List<PackLine> lines = new ArrayList<>();
        for (JsonNode entity : provenance.path("entity")) {
            String source = entity.path("what").path("identifier").path("value").asString("");
            int rows = source.lastIndexOf(':');
            lines.add(PackLine.of(
                    "Source", rows < 0 ? source : source.substring(0, rows) + ", rows " + source.substring(rows + 1)));
        }
        return lines;
    }
}
