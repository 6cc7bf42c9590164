package uk.gov.warwickshire.gateway.cpis;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One person: what CP-IS should hold beside what it has acknowledged.
 *
 * @param desired plans as `CPP 2026-01-05` or `LAC 2025-02-01 to 2026-03-04`, in order
 * @param acknowledged the same of what CP-IS holds
 * @param words why it is as it is; empty if in step
 */
public record CpIsReconciliationLine(
        String personId,
        Standing standing,
        List<String> desired,
        List<String> acknowledged,
        String words,
        Optional<Instant> acknowledgedAt,
        Optional<String> teamName) {

    /** How a person stands. */
    public enum Standing {
        IN_STEP("CP-IS holds what it should"),
        WAITING("On its way, or in the next file"),
        DIFFERING("CP-IS holds something that the record does not explain"),
        FAILING("Not shown as it should be until a person has acted");

        private final String meaning;

        Standing(String meaning) {
            this.meaning = meaning;
        }

        public String meaning() {
            return meaning;
        }
    }

    public CpIsReconciliationLine {
        desired = List.copyOf(desired);
        acknowledged = List.copyOf(acknowledged);
    }
}
