package uk.gov.warwickshire.gateway.api.access;

import java.time.Instant;
import java.util.UUID;

/** What a second person, one of the council, found when looking at an emergency override. */
public record BreakGlassReview(UUID grant, Verdict verdict, String by, String why, Instant at) {

    /** Whether the objection was rightly set aside. */
    public enum Verdict {
        JUSTIFIED("It was an emergency"),
        NOT_JUSTIFIED("It was not: followed up as a breach");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public BreakGlassReview {
        if (by.isBlank() || why.isBlank()) {
            throw new IllegalArgumentException("Say why: it is recorded with your name.");
        }
    }

    /** Keeps what was written out of logs. */
    @Override
    public String toString() {
        return "BreakGlassReview[" + grant + ", " + verdict + "]";
    }
}
