package uk.gov.warwickshire.gateway.demo.data;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A CSV file under construction. */
final class CsvOut implements AutoCloseable {

    private final CsvWriter csv;

    CsvOut(Path file, Charset charset, String lineEnd, List<String> header) {
        try {
            LineDelimiter delimiter = LineDelimiter.of(lineEnd);
            csv = CsvWriter.builder().lineDelimiter(delimiter).build(Files.newBufferedWriter(file, charset));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        csv.writeRecord(header);
    }

    void write(List<String> fields) {
        csv.writeRecord(fields);
    }

    @Override
    public void close() {
        try {
            csv.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
