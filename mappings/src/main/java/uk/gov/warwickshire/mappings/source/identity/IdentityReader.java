package uk.gov.warwickshire.mappings.source.identity;

import java.util.Map;
import uk.gov.warwickshire.mappings.source.ByteSource;
import uk.gov.warwickshire.mappings.source.DamagedFileException;
import uk.gov.warwickshire.mappings.source.RowSink;

/** Reads `child_id,nhs_number,verification_status,restricted`. */
public final class IdentityReader {

    /** @param columns the council's names for columns of ours, canonical name to actual name */
    public IdentityReader(Map<String, String> columns, boolean allowTestNumbers) {}

    /** Reads the file once; every row arrives as a row or in a finding. */
    public <E extends Exception> void read(String file, ByteSource bytes, RowSink<IdentityRow, E> sink)
            throws DamagedFileException, E {
        throw new UnsupportedOperationException();
    }
}
