package uk.gov.warwickshire.mappings.source.ssd;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The parts of {@code addr_address_json} that make an envelope, kept one to a line with a letter before it; whatever
 * else the object holds is not staged.
 */
record AddressText(List<String> lines, Optional<String> town, Optional<String> uprn) {

    private static final List<String> LINE_KEYS =
            List.of("ROOM", "FLOOR", "FLAT", "BUILDING", "ADDRESS_LINE_1", "ADDRESS_LINE_2", "LINE1", "LINE2");
    private static final Set<String> KEYS = Stream.concat(
                    LINE_KEYS.stream(),
                    Stream.of("HOUSE", "STREET", "LOCALITY", "TOWN", "UPRN", "EASTING", "NORTHING", "POSTCODE"))
            .collect(Collectors.toUnmodifiableSet());

    AddressText {
        lines = List.copyOf(lines);
    }

    static String reduce(String json) {
        Map<String, String> fields = LooseJson.fields(json, KEYS);
        List<String> parts = new ArrayList<>();
        LINE_KEYS.forEach(k -> add(parts, 'L', fields.getOrDefault(k, "")));
        add(parts, 'L', (fields.getOrDefault("HOUSE", "") + " " + fields.getOrDefault("STREET", "")).strip());
        add(parts, 'L', fields.getOrDefault("LOCALITY", ""));
        add(parts, 'T', fields.getOrDefault("TOWN", ""));
        String uprn = fields.getOrDefault("UPRN", "");
        add(parts, 'U', uprn.matches("\\d{1,12}") ? uprn : "");
        return String.join("\n", parts);
    }

    static AddressText parse(String reduced) {
        List<String> lines = new ArrayList<>();
        Optional<String> town = Optional.empty();
        Optional<String> uprn = Optional.empty();
        for (String part : reduced.split("\n")) {
            if (part.startsWith("L")) {
                lines.add(part.substring(1));
            } else if (part.startsWith("T")) {
                town = Optional.of(part.substring(1));
            } else if (part.startsWith("U")) {
                uprn = Optional.of(part.substring(1));
            }
        }
        return new AddressText(lines, town, uprn);
    }

    private static void add(List<String> parts, char kind, String value) {
        String oneLine = value.replaceAll("\\s+", " ").strip();
        if (!oneLine.isEmpty()) {
            parts.add(kind + oneLine);
        }
    }
}
