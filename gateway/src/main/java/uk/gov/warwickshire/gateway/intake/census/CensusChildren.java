package uk.gov.warwickshire.gateway.intake.census;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import uk.gov.warwickshire.gateway.intake.Counters;
import uk.gov.warwickshire.gateway.intake.Reading;
import uk.gov.warwickshire.gateway.intake.child.ChildChunk;
import uk.gov.warwickshire.gateway.intake.child.ChildOutcome;
import uk.gov.warwickshire.gateway.intake.child.Incoming;
import uk.gov.warwickshire.gateway.intake.child.Timings;
import uk.gov.warwickshire.mappings.record.Rejection;
import uk.gov.warwickshire.mappings.source.cin.DeliveredChild;

/** Takes the children of a census as they come and derives them in chunks. For one thread. */
final class CensusChildren {

    private static final int CHUNK = 50;

    private final Reading reading;
    private final ChildChunk chunks;
    private final Timings timings;
    private final Consumer<List<Rejection>> leftOutFindings;
    private final List<DeliveredChild> chunk = new ArrayList<>();
    private final List<Rejection> leftOut = new ArrayList<>();
    private Counters counters = Counters.NONE;

    /** @param leftOutFindings takes, in a transaction of its own, what is found of children that are left out whole */
    CensusChildren(Reading reading, ChildChunk chunks, Timings timings, Consumer<List<Rejection>> leftOutFindings) {
        this.reading = reading;
        this.chunks = chunks;
        this.timings = timings;
        this.leftOutFindings = leftOutFindings;
    }

    void take(DeliveredChild child) {
        counters = counters.plus(Counters.ofRows(child.modules()));
        if (child.entry().isPresent()) {
            chunk.add(child);
        } else {
            leftOut.addAll(child.findings());
            counters = counters.plus(Counters.ofChildren(0, 0, 1));
        }
        if (chunk.size() == CHUNK || leftOut.size() >= CHUNK) {
            write();
        }
    }

    Counters finish() {
        write();
        return counters;
    }

    private void write() {
        if (!leftOut.isEmpty()) {
            leftOutFindings.accept(List.copyOf(leftOut));
            leftOut.clear();
        }
        if (!chunk.isEmpty()) {
            counters = counters.plus(
                    ChildOutcome.count(chunks.write(reading, new Incoming.Census(chunk), timings, outcomes -> {})
                            .values()));
            chunk.clear();
            reading.progress(counters);
        }
    }
}
