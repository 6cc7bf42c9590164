package uk.gov.warwickshire.gateway.ops.console.intake;

import java.util.List;
import java.util.OptionalInt;
import uk.gov.warwickshire.gateway.intake.Batch;
import uk.gov.warwickshire.gateway.intake.BatchState;

/**
 * A batch and how far it is.
 *
 * @param percent of the rows that the last file of this format had; empty if it is not being read or there was none
 */
record BatchLine(Batch batch, OptionalInt percent) {

    private static final int ALMOST = 99;

    static BatchLine of(Batch batch, List<Batch> latest) {
        if (batch.state() != BatchState.READING) {
            return new BatchLine(batch, OptionalInt.empty());
        }
        return latest.stream()
                .filter(earlier -> earlier.format() == batch.format()
                        && earlier.state().isFinal()
                        && earlier.counters().rows() > 0)
                .mapToInt(earlier -> (int) Math.min(
                        ALMOST,
                        100 * batch.counters().rows() / earlier.counters().rows()))
                .boxed()
                .findFirst()
                .map(percent -> new BatchLine(batch, OptionalInt.of(percent)))
                .orElseGet(() -> new BatchLine(batch, OptionalInt.empty()));
    }

    public boolean isBeingRead() {
        return batch.state() == BatchState.READING;
    }

    public String state() {
        return batch.state().name().replace('_', ' ');
    }

    /** Colour of the tag; the word beside it says the same. */
    public String tag() {
        return switch (batch.state()) {
            case FAILED -> "govuk-tag--red";
            case COMPLETED -> "govuk-tag--green";
            default -> "govuk-tag--yellow";
        };
    }
}
