package uk.gov.warwickshire.mappings.source.ssd;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Flat JSON objects as the extract scripts write them: glued together from strings without escaping, so that a quote in
 * a street name breaks them (source-formats.md 2). Read as JSON where they are; else each wanted key's value is what
 * stands between it and the next wanted key.
 */
final class LooseJson {

    static final JsonMapper MAPPER = JsonMapper.builder().build();

    private LooseJson() {}

    /** @return values by key in upper case, only those of the wanted keys, never blank */
    static Map<String, String> fields(String text, Collection<String> wantedKeys) {
        Map<String, String> fields = new HashMap<>();
        try {
            JsonNode object = MAPPER.readTree(text);
            object.properties().forEach(p -> {
                String key = p.getKey().strip().toUpperCase(Locale.ROOT);
                if (wantedKeys.contains(key) && p.getValue().isValueNode()) {
                    put(fields, key, p.getValue().asString(""));
                }
            });
        } catch (JacksonException notJson) {
            scan(text, wantedKeys, fields);
        }
        return fields;
    }

    private static void scan(String text, Collection<String> wantedKeys, Map<String, String> fields) {
        TreeMap<Integer, String> found = new TreeMap<>();
        Map<Integer, Integer> valueStarts = new HashMap<>();
        Matcher key = Pattern.compile("\"\\s*(\\w{2,40})\\s*\"\\s*:").matcher(text);
        while (key.find()) {
            String name = key.group(1).toUpperCase(Locale.ROOT);
            if (wantedKeys.contains(name)) {
                found.put(key.start(), name);
                valueStarts.put(key.start(), key.end());
            }
        }
        found.forEach((start, name) -> {
            Integer next = found.higherKey(start);
            String raw = text.substring(valueStarts.getOrDefault(start, start), next == null ? text.length() : next);
            put(fields, name, raw.replaceAll("^[\\s\"]+|[\\s\",{}\\]]+$", ""));
        });
    }

    private static void put(Map<String, String> fields, String key, String value) {
        String clean = value.strip();
        if (!clean.isEmpty() && !clean.equalsIgnoreCase("null")) {
            fields.putIfAbsent(key, clean);
        }
    }
}
