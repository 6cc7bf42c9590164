package uk.gov.warwickshire.gateway.common;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A room that keeps something about persons. The rights room asks each before a person is erased, has each take away what
 * it keeps, in one transaction for all, and waits until what no transaction can take away has gone too.
 */
public interface PersonalTraces {

    /** As the certificate names the room. */
    String room();

    /** Those of the children whom a duty of this room forbids to erase now: an open status at CP-IS, say. */
    default Set<String> neededBy(Collection<String> childIds) {
        return Set.of();
    }

    /** NHS numbers, as digits, under which the room knows or has known the child: also those it had before. */
    default Set<String> numbersOf(String childId) {
        return Set.of();
    }

    /**
     * Takes away what the room keeps of the person, and puts the pseudonym where a row must stay to prove that something
     * lawful was done. Joins the caller's transaction.
     *
     * @return what was taken away, by place; nothing of a place where nothing was
     */
    List<Removed> erase(ErasedPerson person);

    /**
     * Goes on with what cannot be done in the transaction (an index, files). Called again until it says yes.
     *
     * @return whether nothing of the person is left
     */
    default boolean isGone(ErasedPerson person) {
        return true;
    }

    /**
     * What the room keeps of the child, for an export under a legal hold. In the caller's transaction if there is one.
     *
     * @param numbers NHS numbers under which any room knows or has known the child
     */
    default Stream<Copy> copies(String childId, Set<String> numbers) {
        return Stream.empty();
    }

    /** @param name a path below the child's folder */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Copy(String name, byte[] content) {}

    /**
     * @param place table, index or folder
     * @param kept rows that stay under the pseudonym; otherwise they were deleted
     */
    record Removed(String place, long count, boolean kept) {
        public static Removed deleted(String place, long count) {
            return new Removed(place, count, false);
        }

        public static Removed pseudonymised(String place, long count) {
            return new Removed(place, count, true);
        }
    }
}
