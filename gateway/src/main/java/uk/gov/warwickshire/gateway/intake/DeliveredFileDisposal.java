package uk.gov.warwickshire.gateway.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.HeldPersons;
import uk.gov.warwickshire.gateway.common.WorkTrace;
import uk.gov.warwickshire.gateway.common.WorkTraces;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/** Disposes of delivered files: what was in them has taken effect, and the case system has the original. */
@Component
class DeliveredFileDisposal implements WorkTraces {

    private final OldFiles files;

    DeliveredFileDisposal(GatewaySettings settings) {
        this.files = new OldFiles(settings.inbox(), "done", "failed");
    }

    @Override
    public WorkTrace trace() {
        return WorkTrace.DELIVERED_FILES;
    }

    @Override
    public List<Disposed> disposeBefore(Instant cutoff, HeldPersons held) {
        return files.removeBefore(cutoff, held);
    }

    @Override
    public Optional<Instant> oldest() {
        return files.oldest();
    }
}
