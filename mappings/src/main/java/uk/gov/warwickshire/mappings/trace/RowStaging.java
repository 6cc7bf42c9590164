package uk.gov.warwickshire.mappings.trace;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import uk.gov.warwickshire.mappings.source.ByteSource;
import uk.gov.warwickshire.mappings.source.DamagedFileException;
import uk.gov.warwickshire.mappings.source.csv.CsvLimits;
import uk.gov.warwickshire.mappings.source.ssd.SsdTable;
import uk.gov.warwickshire.mappings.source.ssd.SsdTableFile;
import uk.gov.warwickshire.mappings.source.ssd.StagedRow;

/** Delivered rows through the reader that intake uses: each as a file of one line. */
final class RowStaging {

    private final Map<DeliveredRow, Optional<StagedRow>> known = Collections.synchronizedMap(new WeakHashMap<>());

    /** Empty for a row that names no owner and for a table the gateway does not read. */
    Optional<StagedRow> stage(DeliveredRow row) {
        return known.computeIfAbsent(row, this::read);
    }

    private Optional<StagedRow> read(DeliveredRow row) {
        Optional<SsdTable> table = SsdTable.ofName(row.table());
        if (table.isEmpty() || row.ragged().isPresent()) {
            return row.ragged();
        }
        try (SsdTableFile file =
                SsdTableFile.open(table.get(), row.file(), row.table(), bytes(row), CsvLimits.DEFAULT)) {
            return file.next()
                    .flatMap(SsdTableFile.Line::staged)
                    .map(s -> new StagedRow(s.table(), row.line(), s.owner(), s.provides(), s.content()));
        } catch (DamagedFileException noSuchColumns) {
            return Optional.empty();
        }
    }

    /** A reader of one of the council's own files. */
    @FunctionalInterface
    interface FileReader {
        void read(ByteSource bytes) throws DamagedFileException;
    }

    /** The row as a file of one line; one without the columns of its kind says nothing. */
    static void read(DeliveredRow row, FileReader reader) {
        try {
            reader.read(bytes(row));
        } catch (DamagedFileException noSuchColumns) {
            // What is wrong with a file is for the report of that file.
        }
    }

    private static ByteSource bytes(DeliveredRow row) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(array(row.cells().keySet()));
            csv.writeRecord(array(row.cells().values()));
        } catch (IOException cannotHappen) {
            throw new UncheckedIOException(cannotHappen);
        }
        return ByteSource.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String[] array(Collection<String> fields) {
        return fields.toArray(String[]::new);
    }
}
