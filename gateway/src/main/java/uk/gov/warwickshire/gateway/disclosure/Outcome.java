package uk.gov.warwickshire.gateway.disclosure;

import java.util.Locale;

/** What became of an intended disclosure. */
public enum Outcome {
    SENT,
    WITHHELD,
    HELD;

    /** The word used in metrics and on screens. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
