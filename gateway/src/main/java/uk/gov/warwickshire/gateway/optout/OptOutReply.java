package uk.gov.warwickshire.gateway.optout;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A message of the check service, told apart by its content alone (opt-out-and-mesh.md 3). */
sealed interface OptOutReply {

    /** A job has been created for the file, or could not be. */
    record Receipt(boolean accepted) implements OptOutReply {}

    /** The numbers of those who have not opted out; whoever was asked about and is missing has. */
    record CleanList(Set<String> numbers) implements OptOutReply {
        @Override
        public String toString() {
            return "CleanList[" + numbers.size() + "]";
        }
    }

    /** The whole file is refused because of at least one number. */
    record InvalidNumbers() implements OptOutReply {}

    /** None of these: never to be taken for an answer. */
    record NotUnderstood() implements OptOutReply {}

    Pattern LINE = Pattern.compile("[0-9]{10},?\\s*");
    String INVALID = "the file contains one or more invalid nhs numbers";
    Set<String> BAD_JOB = Set.of("failed", "failure", "error", "rejected", "cancelled");

    static OptOutReply read(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        String trimmed = text.strip();
        if (trimmed.startsWith("{")) {
            return receipt(trimmed);
        }
        if (trimmed.toLowerCase(Locale.ROOT).startsWith(INVALID) && trimmed.length() <= INVALID.length() + 1) {
            return new InvalidNumbers();
        }
        Set<String> numbers = new LinkedHashSet<>();
        for (String line : text.split("\\R")) {
            if (line.isBlank()) {
                continue;
            }
            if (!LINE.matcher(line).matches()) {
                return new NotUnderstood();
            }
            numbers.add(line.substring(0, 10));
        }
        return new CleanList(numbers);
    }

    private static OptOutReply receipt(String text) {
        try {
            JsonNode job = JsonMapper.shared().readTree(text);
            String status = job.path("status").asString("").toLowerCase(Locale.ROOT);
            return status.isEmpty() ? new NotUnderstood() : new Receipt(!BAD_JOB.contains(status));
        } catch (JacksonException e) {
            return new NotUnderstood();
        }
    }
}
