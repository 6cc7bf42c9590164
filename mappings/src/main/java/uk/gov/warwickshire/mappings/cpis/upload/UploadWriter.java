package uk.gov.warwickshire.mappings.cpis.upload;

import java.io.OutputStream;
import java.util.stream.Stream;
import uk.gov.warwickshire.mappings.cpis.CpIsRecord;

/** Writes an upload file. An interface, so that the serialisation can be exchanged when the schemas are in hand. */
public interface UploadWriter {

    /**
     * Writes one file, record by record, without holding them; leaves both streams open.
     *
     * @throws UploadFailedException if it could not be written, or the records are not as many as the header says: what
     *     was written until then must not be sent
     */
    void write(UploadHeader header, Stream<CpIsRecord> records, OutputStream target);
}
