package uk.gov.warwickshire.mappings.source.ssd;

import java.util.List;
import java.util.Optional;
import uk.gov.warwickshire.mappings.record.Rejection;
import uk.gov.warwickshire.mappings.record.SourceRow;
import uk.gov.warwickshire.mappings.source.ByteSource;
import uk.gov.warwickshire.mappings.source.DamagedFileException;
import uk.gov.warwickshire.mappings.source.csv.CsvFile;
import uk.gov.warwickshire.mappings.source.csv.CsvHeader;
import uk.gov.warwickshire.mappings.source.csv.CsvLimits;
import uk.gov.warwickshire.mappings.source.csv.CsvLine;

/** The file of one table, line by line: its own cells beside the row that is staged of them. Not for several threads. */
public final class SsdTableFile implements AutoCloseable {

    private final SsdTable table;
    private final String archive;
    private final CsvFile csv;
    private final TableStager stager;

    private SsdTableFile(SsdTable table, String archive, CsvFile csv, TableStager stager) {
        this.table = table;
        this.archive = archive;
        this.csv = csv;
        this.stager = stager;
    }

    /**
     * @param archive how findings and rows call what was delivered
     * @param file how exceptions call this file in it
     */
    public static SsdTableFile open(SsdTable table, String archive, String file, ByteSource bytes, CsvLimits limits)
            throws DamagedFileException {
        CsvFile csv = CsvFile.open(file, bytes, limits);
        try {
            return new SsdTableFile(table, archive, csv, new TableStager(table, csv.header(), file));
        } catch (DamagedFileException e) {
            csv.close();
            throw e;
        }
    }

    public SsdTable table() {
        return table;
    }

    /** The columns of the file, whether or not the gateway reads them. */
    public CsvHeader header() {
        return csv.header();
    }

    /** Columns the gateway would read and the file does not have. */
    public List<String> missingColumns() {
        return stager.missingColumns();
    }

    /** The next line; empty after the last. */
    public Optional<Line> next() throws DamagedFileException {
        return csv.next().map(Line::new);
    }

    @Override
    public void close() {
        csv.close();
    }

    /** A line below the header. */
    public final class Line {

        private final CsvLine csvLine;

        private Line(CsvLine csvLine) {
            this.csvLine = csvLine;
        }

        /** Whether it has more or fewer fields than the header, so that no cell can be trusted. */
        public boolean isRagged() {
            return csvLine instanceof CsvLine.Ragged;
        }

        public SourceRow source() {
            return new SourceRow(archive, table.tableName(), csvLine.line());
        }

        /** The cell as delivered, without surrounding space; empty text if it is blank or the line is ragged. */
        public String cell(int position) {
            return csvLine instanceof CsvLine.Row row ? row.value(position) : "";
        }

        /** As intake takes it; empty if it does not say whom it is about. */
        public Optional<StagedRow> staged() {
            if (csvLine instanceof CsvLine.Row row) {
                return stager.stage(row);
            }
            return csvLine instanceof CsvLine.Ragged ragged ? stager.stageDamaged(ragged) : Optional.empty();
        }

        /** Why it could not be staged. */
        Rejection unusable() {
            return isRagged() ? SsdFindings.ragged(source()) : SsdFindings.ownerless(source(), table);
        }
    }
}
