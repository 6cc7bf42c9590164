package uk.gov.warwickshire.profiles;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** The line each element of a JSON text stands in, by JSON pointer. */
final class JsonLines {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Map<String, Integer> lines;

    private JsonLines(Map<String, Integer> lines) {
        this.lines = lines;
    }

    /** @throws ProfileException with the line, if the text is no JSON or names an element of an object twice */
    static JsonLines of(String place, String text) {
        Map<String, Integer> lines = new LinkedHashMap<>();
        try (JsonParser parser = FACTORY.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                lines.putIfAbsent(
                        parser.streamReadContext().pathAsPointer().toString(),
                        parser.currentTokenLocation().getLineNr());
            }
        } catch (JacksonException invalid) {
            throw new ProfileException(
                    place + " line " + invalid.getLocation().getLineNr(),
                    "no valid JSON: " + invalid.getOriginalMessage());
        }
        return new JsonLines(lines);
    }

    /** `place line 12`: of the element, or of the nearest one around it that is there. */
    String at(String place, String pointer) {
        String nearest = pointer;
        while (!lines.containsKey(nearest) && nearest.contains("/")) {
            nearest = nearest.substring(0, nearest.lastIndexOf('/'));
        }
        return place + " line " + lines.getOrDefault(nearest, 1);
    }

    /** Pointer of the first element of a name; empty if there is none. */
    String firstNamed(String name) {
        return lines.keySet().stream()
                .filter(pointer -> pointer.endsWith("/" + name))
                .findFirst()
                .orElse("");
    }
}
