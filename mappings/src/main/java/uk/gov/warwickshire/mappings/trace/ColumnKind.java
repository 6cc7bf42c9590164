package uk.gov.warwickshire.mappings.trace;

import java.util.Locale;

/** What stands in a column; by it the engine knows what else could stand there. */
public enum ColumnKind {
    /** The id of the row, which other rows refer to. */
    KEY,
    /** Whose row it is. */
    OWNER,
    /** The id of another row. */
    LINK,
    DATE,
    FLAG,
    /** A value of a {@link uk.gov.warwickshire.mappings.source.code.CodeList}. */
    CODE,
    TEXT,
    /** A role or job title in words. */
    ROLE,
    POSTCODE,
    NHS_NUMBER,
    VERIFICATION_STATUS,
    PHONE,
    EMAIL,
    ADDRESS_JSON,
    FACTORS_JSON,
    OUTCOMES_JSON,
    /** Free text, or anything else whose content is nobody's business here. */
    NARRATIVE;

    /** As the register writes it. */
    static ColumnKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether its values are names of rows, which are renamed in all places at once. */
    boolean isName() {
        return this == KEY || this == OWNER || this == LINK;
    }
}
