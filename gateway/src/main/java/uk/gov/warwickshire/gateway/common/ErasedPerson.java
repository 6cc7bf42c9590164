package uk.gov.warwickshire.gateway.common;

import java.util.Set;

/**
 * Whom to erase. Never logged.
 *
 * @param childId the council's id
 * @param nhsNumbers every number that is or was known of the child, as digits
 * @param others council's ids of persons who are held on this child's account alone (its mother), with no record of theirs
 * @param otherNumbers the NHS numbers of those others
 * @param pseudonym keyed hash that stands for the child from now on
 */
public record ErasedPerson(
        String childId, Set<String> nhsNumbers, Set<String> others, Set<String> otherNumbers, String pseudonym) {

    /** What every pseudonym begins with. */
    public static final String PREFIX = "erased-";

    public ErasedPerson {
        if (childId.isBlank() || !pseudonym.startsWith(PREFIX)) {
            throw new IllegalArgumentException("a person to erase needs an id and a pseudonym");
        }
        nhsNumbers = Set.copyOf(nhsNumbers);
        others = Set.copyOf(others);
        otherNumbers = Set.copyOf(otherNumbers);
    }

    @Override
    public String toString() {
        return pseudonym;
    }
}
