package uk.gov.warwickshire.gateway.ops.console.messages;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.web.util.UriComponentsBuilder;
import uk.gov.warwickshire.gateway.common.Destination;
import uk.gov.warwickshire.gateway.delivery.DeliveryState;
import uk.gov.warwickshire.gateway.ops.console.CouncilTimes;
import uk.gov.warwickshire.gateway.ops.messages.MessageKind;
import uk.gov.warwickshire.gateway.ops.messages.PublicReason;
import uk.gov.warwickshire.gateway.ops.messages.SearchCriteria;

/**
 * What stands in the form of the search, as typed. What cannot be read does not narrow and is said.
 *
 * @param state a {@link DeliveryState}, or `STOPPED` for what is held or withheld
 */
public record SearchForm(
        String what,
        String text,
        String state,
        String destination,
        String reason,
        String batch,
        String child,
        String status,
        String from,
        String until) {

    static final String PATH = "/console/messages";

    /** State under which the index knows what the gate has stopped. */
    public static final String STOPPED = "STOPPED";

    private static final String NAMES = "what text state destination reason batch child status from until";

    static SearchForm of(Map<String, String> request) {
        Function<String, String> field = name -> request.getOrDefault(name, "").strip();
        return new SearchForm(
                MessageKind.ofCode(field.apply("what")).code(),
                field.apply("text"),
                field.apply("state"),
                field.apply("destination"),
                field.apply("reason"),
                field.apply("batch"),
                field.apply("child"),
                field.apply("status"),
                field.apply("from"),
                field.apply("until"));
    }

    SearchCriteria criteria() {
        return new SearchCriteria(
                MessageKind.ofCode(what),
                text,
                states(),
                read(destination, Destination::new),
                read(reason, SearchForm::reasonOf),
                read(batch, UUID::fromString),
                filled(child),
                read(status, Integer::valueOf),
                read(from, SearchForm::day)
                        .map(day -> day.atStartOfDay(CouncilTimes.COUNCIL).toInstant()),
                read(until, SearchForm::day).map(day -> day.plusDays(1)
                        .atStartOfDay(CouncilTimes.COUNCIL)
                        .toInstant()));
    }

    /** What was typed and cannot be read; empty if all can. */
    public String unreadable() {
        if (isUnreadable(destination, Destination::new)) {
            return "There is no destination of that name.";
        }
        if (isUnreadable(reason, SearchForm::reasonOf)) {
            return "There is no reason of that name.";
        }
        if (isUnreadable(status, Integer::valueOf)) {
            return "The answer of the destination is a number, such as 422.";
        }
        if (isUnreadable(batch, UUID::fromString)) {
            return "There is no batch of that id.";
        }
        if (isUnreadable(from, SearchForm::day) || isUnreadable(until, SearchForm::day)) {
            return "A day is written as 2026-11-23.";
        }
        return states().isEmpty() && !state.isEmpty() ? "There is no state of that name." : "";
    }

    public boolean isEmpty() {
        return fields().values().stream().allMatch(String::isEmpty);
    }

    /** Fields of the form but for what is searched, for hidden inputs and links. */
    public Map<String, String> fields() {
        Map<String, String> fields = all();
        fields.remove("what");
        return fields;
    }

    private Map<String, String> all() {
        String[] values = {what, text, state, destination, reason, batch, child, status, from, until};
        Map<String, String> fields = new LinkedHashMap<>();
        String[] names = NAMES.split(" ", -1);
        for (int i = 0; i < names.length; i++) {
            fields.put(names[i], values[i]);
        }
        return fields;
    }

    /** The same search with another value in one field; an empty one takes it away. */
    public String with(String name, String value) {
        return link(PATH, name, value);
    }

    /** The preview of an act on everything that is found. */
    public String bulk(String act) {
        return link(PATH + "/bulk/preview", "act", act);
    }

    private String link(String path, String name, String value) {
        Map<String, String> fields = all();
        fields.put(name, value);
        UriComponentsBuilder link = UriComponentsBuilder.fromPath(path);
        fields.forEach((field, set) -> {
            if (!set.isEmpty()) {
                link.queryParam(field, "{" + field + "}");
            }
        });
        return link.encode().buildAndExpand(fields).toUriString();
    }

    private Set<DeliveryState> states() {
        if (state.equals(STOPPED)) {
            return Set.of(DeliveryState.HELD, DeliveryState.WITHHELD);
        }
        return read(state, DeliveryState::valueOf).map(Set::of).orElse(Set.of());
    }

    private static String reasonOf(String code) {
        if (PublicReason.names(code).isEmpty()) {
            throw new IllegalArgumentException("no reason");
        }
        return code;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("not a day", e);
        }
    }

    private static Optional<String> filled(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static <T> Optional<T> read(String text, Function<String, T> reader) {
        try {
            return filled(text).map(reader);
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean isUnreadable(String text, Function<String, ?> reader) {
        return !text.isEmpty() && read(text, reader).isEmpty();
    }
}
