package uk.gov.warwickshire.mappings.source.cin;

import java.util.Objects;

/**
 * Something in the make of a file that was read in spite of it, or was left out.
 *
 * @param module where it stands
 * @param field the element; empty if it is the module itself
 * @param critical a value the child's status hangs on is not certain, so the child must be left out
 */
record ShapeNote(CensusModule module, long line, String field, String code, String message, boolean critical) {

    static final String STRAY_TEXT = "STRAY_TEXT";
    static final String REPEATED_ELEMENT = "REPEATED_ELEMENT";
    static final String VALUE_TOO_LONG = "VALUE_TOO_LONG";

    ShapeNote {
        Objects.requireNonNull(module, "module");
    }

    static ShapeNote strayText(CensusModule module, long line) {
        return new ShapeNote(
                module,
                line,
                "",
                STRAY_TEXT,
                "There is text between the elements, which was not read. Mend the export.",
                false);
    }

    static ShapeNote repeated(CensusModule module, long line, String field) {
        return new ShapeNote(
                module,
                line,
                field,
                REPEATED_ELEMENT,
                "The element stands more than once with different values. Leave the right one.",
                module.isSafetyCritical());
    }

    static ShapeNote tooLong(CensusModule module, long line, String field) {
        return new ShapeNote(
                module,
                line,
                field,
                VALUE_TOO_LONG,
                "The value is longer than any of the census and was read as empty. Correct it at the source.",
                module.isSafetyCritical());
    }
}
