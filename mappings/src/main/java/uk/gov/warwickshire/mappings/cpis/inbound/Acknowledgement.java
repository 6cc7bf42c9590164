package uk.gov.warwickshire.mappings.cpis.inbound;

import java.util.List;
import java.util.Objects;

/**
 * The answer to an upload (message 02). Partial success is normal.
 *
 * @param sequence of the file it answers; undetermined if CP-IS could not read it
 * @param processed records CP-IS has processed
 * @param file the answer for the file
 * @param records the answer for records as a whole, where one is given
 * @param failedReturned how many records CP-IS says it has returned
 * @param failed the returned records
 */
public record Acknowledgement(
        Count sequence,
        Count processed,
        ResponseDetail file,
        List<ResponseDetail> records,
        Count failedReturned,
        List<FailedRecord> failed)
        implements CpIsInbound {

    public Acknowledgement {
        Objects.requireNonNull(sequence, "sequence");
        Objects.requireNonNull(processed, "processed");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(failedReturned, "failedReturned");
        records = List.copyOf(records);
        failed = List.copyOf(failed);
    }

    /** Every record of the file is held now. Anything doubtful, an unknown code among them, is not that. */
    public boolean isEverythingUploaded() {
        return file.fileCode().filter(code -> code == FileResponseCode.CPF02).isPresent()
                && sequence.isDetermined()
                && failedReturned.value() == 0
                && failed.isEmpty();
    }
}
