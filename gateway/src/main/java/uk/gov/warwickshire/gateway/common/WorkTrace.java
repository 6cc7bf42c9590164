package uk.gov.warwickshire.gateway.common;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the gateway keeps of its own work, as the retention schedule tells it apart. */
public enum WorkTrace {
    DISCLOSURE_LEDGER("Ledger of disclosure decisions"),
    AUDIT("Audit: who looked at whom"),
    DELIVERY_ATTEMPTS("Attempts of delivery"),
    MESSAGE_BODIES("Bodies of messages from MESH and of files for CP-IS"),
    INTAKE_REPORTS("Findings and reports of intake"),
    DELIVERED_FILES("Delivered files in done/ and failed/"),
    RELEASED_PACKS("Archives of released subject access packs"),
    LOGS("Logs");

    private final String title;

    WorkTrace(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** As the schedule writes it: `disclosure-ledger`. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<WorkTrace> ofCode(String code) {
        return Stream.of(values()).filter(trace -> trace.code().equals(code)).findFirst();
    }
}
