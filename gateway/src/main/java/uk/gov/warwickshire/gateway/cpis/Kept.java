package uk.gov.warwickshire.gateway.cpis;

import java.util.List;
import java.util.Optional;
import uk.gov.warwickshire.mappings.cpis.inbound.Acknowledgement;
import uk.gov.warwickshire.mappings.cpis.inbound.ResponseDetail;

/**
 * Of an acknowledgement, what is kept and shown as it came: counts, codes, details, places; of returned records the
 * council's id of the subject and no number.
 */
record Kept(
        long sequence,
        long processed,
        long failedReturned,
        ResponseDetail file,
        List<ResponseDetail> records,
        List<Returned> returned) {

    record Returned(Optional<String> localId, boolean hasNumber, List<ResponseDetail> details) {}

    static Kept of(Acknowledgement answer) {
        return new Kept(
                answer.sequence().value(),
                answer.processed().value(),
                answer.failedReturned().value(),
                answer.file(),
                answer.records(),
                answer.failed().stream()
                        .map(failed -> new Returned(
                                failed.localId(), failed.nhsNumber().isPresent(), failed.details()))
                        .toList());
    }
}
