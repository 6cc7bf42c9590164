package uk.gov.warwickshire.gateway.cpis;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Arrays;

/** A CSV for people who open it in a spreadsheet. */
final class CsvLines {

    private final CsvWriter csv;

    CsvLines(Writer writer, String... header) {
        this.csv = CsvWriter.builder().build(writer);
        csv.writeRecord(header);
    }

    void line(String... cells) {
        csv.writeRecord(Arrays.stream(cells).map(CsvLines::safe).toList());
    }

    /** The writer is flushed, not closed. */
    void end() {
        try {
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A spreadsheet must not take a value for a formula. */
    private static String safe(String value) {
        boolean formula = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0;
        return formula ? "'" + value : value;
    }
}
