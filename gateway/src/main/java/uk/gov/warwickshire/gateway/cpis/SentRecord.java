package uk.gov.warwickshire.gateway.cpis;

import java.util.UUID;
import uk.gov.warwickshire.mappings.cpis.CpIsRecord;

/**
 * A record as it stands in a file.
 *
 * @param position from 1
 */
record SentRecord(long file, int position, UUID uploadId, String personId, CpIsRecord record) {}
