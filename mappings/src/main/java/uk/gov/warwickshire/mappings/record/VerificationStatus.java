package uk.gov.warwickshire.mappings.record;

import java.util.Arrays;
import java.util.Optional;

/** NHS number verification status, UK Core code system UKCore-NHSNumberVerificationStatusEngland (uk-core.md 4). */
public enum VerificationStatus {
    VERIFIED("01", "Number present and verified"),
    NOT_TRACED("02", "Number present but not traced"),
    TRACE_REQUIRED("03", "Trace required"),
    NO_OR_MULTIPLE_MATCH("04", "Trace attempted - No match or multiple match found"),
    TRACE_TO_RESOLVE("05", "Trace needs to be resolved - (NHS number or patient detail conflict)"),
    TRACE_IN_PROGRESS("06", "Trace in progress"),
    NOT_REQUIRED("07", "Number not present and trace not required"),
    POSTPONED("08", "Trace postponed (baby under six weeks old)");

    private final String code;
    private final String display;

    VerificationStatus(String code, String display) {
        this.code = code;
        this.display = display;
    }

    public String code() {
        return code;
    }

    public String display() {
        return display;
    }

    /** Reads `01` or `1`; empty for anything else. */
    public static Optional<VerificationStatus> ofCode(String text) {
        String padded = text.strip().length() == 1 ? "0" + text.strip() : text.strip();
        return Arrays.stream(values()).filter(s -> s.code.equals(padded)).findFirst();
    }
}
