package uk.gov.warwickshire.gateway.delivery;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why attempts fail, so that many failures can be told as one. Of an OperationOutcome nothing but its codes is taken: its
 * words and places may quote the record.
 *
 * @param status of HTTP; empty if there was no answer
 * @param codes of the OperationOutcome, in their order
 * @param words ours; empty where the destination answered with an OperationOutcome
 */
public record FailureCause(Optional<Integer> status, List<String> codes, Optional<String> words) {

    private static final Pattern CODE = Pattern.compile("\"code\"\\s*:\\s*\"([A-Za-z][A-Za-z0-9_.-]{1,60})\"");
    private static final int MOST_CODES = 5;

    public FailureCause {
        codes = List.copyOf(codes);
    }

    /** @param error as it stands in the delivery: our words, or an OperationOutcome, perhaps cut off */
    static FailureCause of(Optional<Integer> status, String error) {
        if (!error.stripLeading().startsWith("{")) {
            return new FailureCause(status, List.of(), Optional.of(error).filter(text -> !text.isBlank()));
        }
        Set<String> codes = new LinkedHashSet<>();
        Matcher matcher = CODE.matcher(error);
        while (matcher.find() && codes.size() < MOST_CODES) {
            codes.add(matcher.group(1));
        }
        return new FailureCause(status, List.copyOf(codes), Optional.empty());
    }

    /** The most telling word, to look for: the last code is the most special one. */
    public String searchWord() {
        return codes.isEmpty() ? words.orElse("") : codes.get(codes.size() - 1);
    }

    /** Whether nothing reaches the destination because one side does not accept the other's certificate. */
    public boolean isCertificate() {
        return words.filter(text -> text.contains("certificate") || text.contains("SSL"))
                .isPresent();
    }

    /** For people. */
    public String sentence() {
        String answer = status.map(code -> "answered " + code).orElse("did not answer");
        if (!codes.isEmpty()) {
            return answer + ": " + String.join(", ", codes);
        }
        return words.filter(text -> !text.equals(answer)).orElse(answer);
    }
}
