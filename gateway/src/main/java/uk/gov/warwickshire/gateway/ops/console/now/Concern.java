package uk.gov.warwickshire.gateway.ops.console.now;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import uk.gov.warwickshire.gateway.cpis.ChildrenAtRisk;

/**
 * Something that needs a person.
 *
 * @param title what is wrong, and where
 * @param detail what is known of the cause, and what follows if nobody acts
 * @param since when it began
 * @param affected whom or what it keeps waiting
 * @param link page on which it is mended
 * @param act what can be done there
 */
public record Concern(
        Urgency urgency,
        String title,
        String detail,
        Optional<Instant> since,
        Affected affected,
        String link,
        String act) {

    /** Worst first. */
    public enum Urgency {
        /** A child at risk may not be seen by a hospital. */
        CP_IS("CP-IS"),
        STOPPED("Stopped"),
        WAITS("Waits"),
        LOOK("Look into it");

        private final String words;

        Urgency(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /**
     * @param things how many of what waits; zero where nothing is counted
     * @param word what they are, as a noun in the singular
     * @param children how many children; zero where it is not about children
     * @param atRisk how many of them are on a child protection plan or looked after
     */
    public record Affected(long things, String word, long children, long atRisk) {
        public static final Affected NONE = new Affected(0, "", 0, 0);

        static Affected messages(long messages, Set<String> children, ChildrenAtRisk atRisk) {
            return new Affected(
                    messages, "message", children.size(), atRisk.among(children).size());
        }

        /** `400 messages wait`. */
        public String waiting() {
            return "%,d %s".formatted(things, things == 1 ? word + " waits" : word + "s wait");
        }
    }

    private static final Comparator<Concern> MOST_CONCERNED_FIRST = Comparator.comparing(
                    (Concern concern) -> -concern.affected().atRisk())
            .thenComparing(concern -> -concern.affected().children())
            .thenComparing(concern -> concern.since().orElse(Instant.MAX))
            .thenComparing(Concern::title);

    /** The order in which a person should take them up. Those of CP-IS come loudest first already, and stay so. */
    static final Comparator<Concern> WORST_FIRST = Comparator.comparing(Concern::urgency)
            .thenComparing(
                    (one, other) -> one.urgency() == Urgency.CP_IS ? 0 : MOST_CONCERNED_FIRST.compare(one, other));

    /** One kind of concern could not be looked at. */
    static Concern unreadable(String what) {
        return new Concern(
                Urgency.STOPPED,
                "This page could not look at everything",
                what + " failed: the log says why. Something that needs a person may be missing here.",
                Optional.empty(),
                Affected.NONE,
                "/console",
                "Refresh");
    }
}
