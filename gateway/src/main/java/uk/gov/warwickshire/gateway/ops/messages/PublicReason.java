package uk.gov.warwickshire.gateway.ops.messages;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import uk.gov.warwickshire.gateway.disclosure.Outcome;
import uk.gov.warwickshire.gateway.disclosure.Reason;

/**
 * A reason as it may be said to everyone who works with messages. What would give away a result of the opt-out check reads
 * like other passing hindrances; information governance sees the reason itself.
 *
 * @param code of {@link Reason#publicCode}
 */
public record PublicReason(String code, String sentence) {

    public static PublicReason of(Reason reason) {
        String code = reason.publicCode();
        return switch (code) {
            case "PERMITTED" -> new PublicReason(code, "It may be shared.");
            case "NOT_SHAREABLE_NOW" ->
                new PublicReason(
                        code,
                        "It cannot be shared now: the NHS number or the national opt-out is not settled, or does not allow"
                                + " it. Information governance sees which.");
            default -> new PublicReason(code, reason.sentence());
        };
    }

    /** @param name of a {@link Reason}; another word is its own code */
    public static PublicReason ofName(String name) {
        return Arrays.stream(Reason.values())
                .filter(reason -> reason.name().equals(name))
                .findFirst()
                .map(PublicReason::of)
                .orElse(new PublicReason(name, ""));
    }

    /** All codes that stop a message, in order of precedence. */
    public static List<String> stopping() {
        return Arrays.stream(Reason.values())
                .filter(reason -> reason.outcome() != Outcome.SENT)
                .map(Reason::publicCode)
                .distinct()
                .toList();
    }

    /** Names of the reasons behind a code. */
    public static Set<String> names(String code) {
        return Arrays.stream(Reason.values())
                .filter(reason -> reason.publicCode().equals(code))
                .map(Reason::name)
                .collect(Collectors.toSet());
    }
}
