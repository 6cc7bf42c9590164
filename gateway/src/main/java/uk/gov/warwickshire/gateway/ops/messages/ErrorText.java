package uk.gov.warwickshire.gateway.ops.messages;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What may be said of a failure to anyone: our own words, and of an OperationOutcome its codes and the elements it names.
 * Its free text may quote the record, so it is shown only where looks are audited, and never indexed.
 */
public final class ErrorText {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Codes, paths of elements and addresses of code systems; nothing with a space, and no long number. */
    private static final Pattern SAFE = Pattern.compile("(?!.*\\d{7})[A-Za-z0-9][A-Za-z0-9._:/\\-\\[\\]()|#]{0,119}");

    private static final int LONGEST_OF_OURS = 300;

    private ErrorText() {}

    /** @param error as the delivery keeps it: our words, or what the destination answered */
    public static String of(Optional<Integer> status, Optional<String> error) {
        String answered = status.map(code -> "answered " + code).orElse("");
        String words = error.map(String::strip)
                .map(text -> isOurs(text) ? text : codes(text))
                .orElse("");
        return words.startsWith(answered) ? words : (answered + " " + words).strip();
    }

    private static boolean isOurs(String text) {
        return !text.startsWith("{")
                && !text.startsWith("<")
                && !text.startsWith("[")
                && text.length() <= LONGEST_OF_OURS;
    }

    private static String codes(String text) {
        Set<String> codes = new LinkedHashSet<>();
        try {
            for (JsonNode issue : JSON.readTree(text).path("issue")) {
                add(codes, issue.path("code"));
                for (JsonNode coding : issue.path("details").path("coding")) {
                    add(codes, coding.path("system"));
                    add(codes, coding.path("code"));
                }
                issue.path("expression").forEach(place -> add(codes, place));
                issue.path("location").forEach(place -> add(codes, place));
            }
        } catch (JacksonException truncated) {
            return "";
        }
        return String.join(" ", codes);
    }

    private static void add(Set<String> codes, JsonNode node) {
        if (node.isString() && SAFE.matcher(node.asString()).matches()) {
            codes.add(node.asString());
        }
    }
}
