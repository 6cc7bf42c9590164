package uk.gov.warwickshire.mappings.fhir;

import java.util.Arrays;
import java.util.Optional;

/** Categories of data, the words in which agreements say what may be shared. */
public enum Category {
    DEMOGRAPHICS("demographics"),
    FAMILY("family"),
    PROFESSIONAL_CONTACTS("professional-contacts"),
    DISABILITY("disability"),
    CHILD_IN_NEED("child-in-need"),
    ASSESSMENT("assessment"),
    CHILD_PROTECTION("child-protection"),
    LOOKED_AFTER("looked-after"),
    CARE_LEAVER("care-leaver");

    private final String code;

    Category(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<Category> ofCode(String code) {
        return Arrays.stream(values()).filter(c -> c.code.equals(code)).findFirst();
    }

    /** Says that a child is known to the council and who to ask, but nothing of why: never shared on its own. */
    public boolean isContextOnly() {
        return this == DEMOGRAPHICS || this == FAMILY || this == PROFESSIONAL_CONTACTS;
    }
}
