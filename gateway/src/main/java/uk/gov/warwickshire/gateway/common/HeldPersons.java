package uk.gov.warwickshire.gateway.common;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who is under a legal hold now. Never logged.
 *
 * @param childIds the council's ids
 * @param numbers their NHS numbers, as digits
 */
public record HeldPersons(Set<String> childIds, Set<String> numbers) {

    /** Why something that is too old is left. */
    public static final String WORDS = "a legal hold covers somebody in it";

    public HeldPersons {
        childIds = Set.copyOf(childIds);
        numbers = Set.copyOf(numbers);
    }

    public boolean isNobody() {
        return childIds.isEmpty();
    }

    public String[] ids() {
        return childIds.toArray(String[]::new);
    }

    /** A regular expression of PostgreSQL and of Java that finds any of them as a word; of nobody one that finds nothing. */
    public String pattern() {
        return isNobody()
                ? "(?!)"
                : Stream.concat(childIds.stream(), numbers.stream())
                        .map(word -> word.replaceAll("([^A-Za-z0-9])", "\\\\$1"))
                        .collect(Collectors.joining("|", "(^|[^A-Za-z0-9_-])(", ")([^A-Za-z0-9_-]|$)"));
    }

    public Pattern inText() {
        return Pattern.compile(pattern());
    }

    @Override
    public String toString() {
        return "HeldPersons[" + childIds.size() + "]";
    }
}
