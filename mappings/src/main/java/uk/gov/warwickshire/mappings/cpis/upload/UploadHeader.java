package uk.gov.warwickshire.mappings.cpis.upload;

import java.time.OffsetDateTime;
import java.util.Objects;

/**
 * Head of an upload file (cp-is.md 5).
 *
 * @param sequence file sequence number, from 1; the acknowledgement echoes it
 * @param recordCount how many records follow, at least one
 */
public record UploadHeader(long sequence, OffsetDateTime created, Sender sender, long recordCount) {

    public UploadHeader {
        Objects.requireNonNull(created, "created");
        Objects.requireNonNull(sender, "sender");
        if (sequence < 1 || recordCount < 1) {
            throw new IllegalArgumentException("sequence and recordCount must be positive");
        }
    }
}
