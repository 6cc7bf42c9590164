package uk.gov.warwickshire.gateway.ops.console.now;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.intake.Batch;
import uk.gov.warwickshire.gateway.intake.BatchState;
import uk.gov.warwickshire.gateway.intake.Batches;
import uk.gov.warwickshire.gateway.intake.Format;
import uk.gov.warwickshire.gateway.ops.console.now.Concern.Affected;
import uk.gov.warwickshire.gateway.ops.console.now.Concern.Urgency;

/** Delivered files of which nothing was taken, until a later file of the same format has been. */
@Component
class BatchConcerns implements ConcernSource {

    private static final int LOOKED_AT = 100;

    private final Batches batches;

    BatchConcerns(Batches batches) {
        this.batches = batches;
    }

    @Override
    public List<Concern> current() {
        Set<Format> mended = EnumSet.noneOf(Format.class);
        return batches.latest(LOOKED_AT).stream()
                .filter(batch -> {
                    if (batch.state().isFinal() && batch.state() != BatchState.FAILED) {
                        mended.add(batch.format());
                    }
                    return batch.state() == BatchState.FAILED && !mended.contains(batch.format());
                })
                .map(BatchConcerns::concern)
                .toList();
    }

    private static Concern concern(Batch batch) {
        return new Concern(
                Urgency.STOPPED,
                "A file could not be taken in: " + batch.name(),
                batch.failure().orElse("see its report") + ". Nothing of it was applied.",
                batch.finishedAt().or(batch::startedAt),
                Affected.NONE,
                "/console/intake/" + batch.id(),
                "See the batch and its report");
    }
}
