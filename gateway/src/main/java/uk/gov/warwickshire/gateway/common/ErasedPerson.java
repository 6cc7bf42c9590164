package uk.gov.warwickshire.gateway.common;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whom to erase. Never logged.
 *
 * @param childId the council's id
 * @param nhsNumbers every number that is or was known of the child, as digits
 * @param references ids of its Patient, by which partners may have named it
 * @param others council's ids of persons who are held on this child's account alone (its mother), with no record of theirs
 * @param otherNumbers the NHS numbers of those others
 * @param pseudonym keyed hash that stands for the child from now on
 */
public record ErasedPerson(
        String childId,
        Set<String> nhsNumbers,
        Set<String> references,
        Set<String> others,
        Set<String> otherNumbers,
        String pseudonym) {

    /** What every pseudonym begins with. */
    public static final String PREFIX = "erased-";

    public ErasedPerson {
        if (childId.isBlank() || !pseudonym.startsWith(PREFIX)) {
            throw new IllegalArgumentException("a person to erase needs an id and a pseudonym");
        }
        nhsNumbers = Set.copyOf(nhsNumbers);
        references = Set.copyOf(references);
        others = Set.copyOf(others);
        otherNumbers = Set.copyOf(otherNumbers);
    }

    /** The same, known by further NHS numbers. */
    public ErasedPerson with(Set<String> further) {
        Set<String> all = new HashSet<>(nhsNumbers);
        all.addAll(further);
        return new ErasedPerson(childId, all, references, others, otherNumbers, pseudonym);
    }

    /** All persons whose rows go: the child, and those held on its account alone. */
    public String[] personIds() {
        return Stream.concat(Stream.of(childId), others.stream()).toArray(String[]::new);
    }

    /** All numbers whose rows go. */
    public String[] numbers() {
        return Stream.concat(nhsNumbers.stream(), otherNumbers.stream()).toArray(String[]::new);
    }

    /** Whatever would tell the child in a text. */
    public String[] identifiers() {
        return Stream.of(Stream.of(personIds()), Stream.of(numbers()), references.stream())
                .flatMap(words -> words)
                .toArray(String[]::new);
    }

    /**
     * A regular expression of PostgreSQL and of Java that finds any of the {@link #identifiers} as a word: no letter, digit,
     * hyphen or underscore adjoins it, so that `c1` is not found in `c12`.
     */
    public String pattern() {
        return Stream.of(identifiers())
                .map(word -> word.replaceAll("([^A-Za-z0-9])", "\\\\$1"))
                .collect(Collectors.joining("|", "(^|[^A-Za-z0-9_-])(", ")([^A-Za-z0-9_-]|$)"));
    }

    @Override
    public String toString() {
        return pseudonym;
    }
}
