package uk.gov.warwickshire.mappings.source.directory;

import java.util.Map;
import uk.gov.warwickshire.mappings.source.ByteSource;
import uk.gov.warwickshire.mappings.source.DamagedFileException;
import uk.gov.warwickshire.mappings.source.RowSink;

/** Reads `team_id,team_name,office_hours_phone,emergency_phone,email`. */
public final class DirectoryReader {

    /** @param columns the council's names for columns of ours, canonical name to actual name */
    public DirectoryReader(Map<String, String> columns) {}

    /** Reads the file once; every row arrives as a row or in a finding. */
    public <E extends Exception> void read(String file, ByteSource bytes, RowSink<DirectoryRow, E> sink)
            throws DamagedFileException, E {
        throw new UnsupportedOperationException();
    }
}
