package uk.gov.warwickshire.mappings.coverage;

import java.util.Optional;

/**
 * What is made of one value.
 *
 * @param missingIn the list or map that has no entry for it
 * @param shownAs what to call it among the values without an entry: itself, or the national code it was read as
 * @param national whether that is a code of a national list, which tells of nobody
 */
record Verdict(Kind kind, Optional<String> missingIn, String shownAs, boolean national) {

    enum Kind {
        MAPPED,
        OPEN,
        UNREADABLE,
        /** Not in the list by which the column is read; it goes on in the council's words if they are short. */
        UNLISTED
    }

    static final Verdict MAPPED = new Verdict(Kind.MAPPED, Optional.empty(), "", false);
    static final Verdict OPEN = new Verdict(Kind.OPEN, Optional.empty(), "", false);
    static final Verdict UNREADABLE = new Verdict(Kind.UNREADABLE, Optional.empty(), "", false);

    static Verdict unlisted(String list, String value) {
        return new Verdict(Kind.UNLISTED, Optional.of(list), value, false);
    }

    /** Read, but a ConceptMap has nothing for it. */
    static Verdict untranslated(String map, String code, boolean national) {
        return new Verdict(Kind.MAPPED, Optional.of(map), code, national);
    }
}
