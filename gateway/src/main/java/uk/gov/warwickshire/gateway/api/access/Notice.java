package uk.gov.warwickshire.gateway.api.access;

import java.util.List;

/**
 * What a search says about what it does not show, as an entry with `search.mode=outcome`, so that nobody takes withheld
 * for "nothing held".
 *
 * @param kind how much may be said
 * @param reasons codes, only where the agreement lets the partner know
 */
public record Notice(Kind kind, List<String> reasons) {

    /** In ascending order of what is said. */
    public enum Kind {
        /** All that matched is shown: nothing is said. */
        COMPLETE("information", "All that is held is shown."),
        /** Says the same whether a child is not known or withheld. */
        MAY_BE_WITHHELD(
                "information",
                "What may not be shared with you is not shown: that nothing is found does not mean that nothing is"
                        + " held."),
        /** A child is shown, but not all of the record. */
        WITHHELD("warning", "Something is withheld: part of what is held may not be shared with you."),
        /** The agreement lets the partner know why. */
        WITHHELD_WITH_REASONS("warning", "Something is withheld; the agreement lets you know why.");

        private final String severity;
        private final String sentence;

        Kind(String severity, String sentence) {
            this.severity = severity;
            this.sentence = sentence;
        }

        /** Code of `http://hl7.org/fhir/issue-severity`. */
        public String severity() {
            return severity;
        }

        public String sentence() {
            return sentence;
        }
    }

    public static final Notice COMPLETE = new Notice(Kind.COMPLETE, List.of());
    public static final Notice MAY_BE_WITHHELD = new Notice(Kind.MAY_BE_WITHHELD, List.of());
    public static final Notice WITHHELD = new Notice(Kind.WITHHELD, List.of());

    public Notice {
        reasons = List.copyOf(reasons);
        if (!reasons.isEmpty() && kind != Kind.WITHHELD_WITH_REASONS) {
            throw new IllegalArgumentException("reasons are told only where the agreement allows");
        }
    }

    static Notice withReasons(List<String> reasons) {
        return new Notice(Kind.WITHHELD_WITH_REASONS, reasons);
    }

    /** Whether the answer carries an outcome entry. */
    public boolean isSaid() {
        return kind != Kind.COMPLETE;
    }
}
