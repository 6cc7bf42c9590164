package uk.gov.warwickshire.mappings.source.choices;

import java.util.Map;
import uk.gov.warwickshire.mappings.source.ByteSource;
import uk.gov.warwickshire.mappings.source.DamagedFileException;
import uk.gov.warwickshire.mappings.source.RowSink;

/** Reads `nhs_number,choice,destination,given_by,from,until`. */
public final class ChoiceReader {

    /** @param columns the council's names for columns of ours, canonical name to actual name */
    public ChoiceReader(Map<String, String> columns, boolean allowTestNumbers) {}

    /** Reads the file once; every row arrives as a row or in a finding. */
    public <E extends Exception> void read(String file, ByteSource bytes, RowSink<ChoiceRow, E> sink)
            throws DamagedFileException, E {
        throw new UnsupportedOperationException();
    }
}
