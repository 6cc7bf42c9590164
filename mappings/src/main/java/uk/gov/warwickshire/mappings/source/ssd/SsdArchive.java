package uk.gov.warwickshire.mappings.source.ssd;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import uk.gov.warwickshire.mappings.record.Rejection;
import uk.gov.warwickshire.mappings.source.DamagedFileException;
import uk.gov.warwickshire.mappings.source.RowSink;

/**
 * A zip of CSV files, one per SSD table. Entries are matched to tables by name ({@code ssd_person.csv}, in folders, with
 * schema before or date behind), else by their header; columns by header name.
 */
public final class SsdArchive implements AutoCloseable {

    /** @param name how findings and exceptions call the archive */
    public static SsdArchive open(Path zip, String name, ArchiveLimits limits) throws DamagedFileException {
        throw new UnsupportedOperationException();
    }

    /** The tables found; a partial extract lacks some. */
    public Set<SsdTable> tables() {
        throw new UnsupportedOperationException();
    }

    /** What of the archive is not read: unknown entries, tables outside the gateway's list, missing columns. */
    public List<Rejection> warnings() {
        throw new UnsupportedOperationException();
    }

    /**
     * Reads every table once, row by row. A row that cannot be staged arrives as a finding.
     *
     * @return rows read of each table, staged or not
     */
    public <E extends Exception> java.util.Map<SsdTable, Long> read(RowSink<StagedRow, E> sink)
            throws DamagedFileException, E {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
