package uk.gov.warwickshire.gateway.intake;

import uk.gov.warwickshire.mappings.source.DamagedFileException;

/** Reads batches of one format. */
public interface BatchReader {

    Format format();

    /**
     * Reads the batch to its end and says what became of its children. May be called again after a crash at any moment
     * and then ends with the same state and the same counters.
     *
     * @throws DamagedFileException if the file is not what it claims to be; nothing of it has been applied
     * @throws OvertakenException if another replica has taken the batch over; what was committed so far stands
     */
    Counters read(Reading reading) throws DamagedFileException;
}
