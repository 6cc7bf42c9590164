package uk.gov.warwickshire.gateway.foreign;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * An extract with every table of a system's published list and exactly its columns. A text column that the test gives no
 * value holds {@link #MARKER}: it is none the gateway may pass on.
 */
final class ForeignExtract {

    /** Stands in every text that must never leave, and nowhere else. */
    static final String MARKER = "Markerword";

    private static final String SOME_DAY = "2021-02-03";
    private static final Set<String> NUMBERS = Set.of("int", "bit", "float", "tinyint", "numeric");

    private final CaseSystem system;
    private final String person;
    private final Map<String, List<Map<String, String>>> rows = new HashMap<>();

    /** @param person whom the rows are about that the test does not write itself */
    ForeignExtract(CaseSystem system, String person) {
        this.system = system;
        this.person = person;
    }

    /** Columns and values in turn; a column the system does not have is left out, as its own script does. */
    ForeignExtract row(String table, String... columnsAndValues) {
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < columnsAndValues.length; i += 2) {
            row.put(columnsAndValues[i], columnsAndValues[i + 1]);
        }
        rows.computeIfAbsent(table, t -> new ArrayList<>()).add(row);
        return this;
    }

    byte[] zip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, Map<String, String>> table : system.tables().entrySet()) {
                zip.putNextEntry(new ZipEntry("export/" + table.getKey() + ".csv"));
                zip.write(csv(table.getKey(), table.getValue()).getBytes(system.charset()));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private String csv(String table, Map<String, String> columns) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(columns.keySet());
            rowsOf(table, columns).forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private Stream<List<String>> rowsOf(String table, Map<String, String> columns) {
        List<Map<String, String>> written = rows.get(table);
        if (written == null) {
            return Stream.of(columns.entrySet().stream()
                    .map(column -> invented(column.getKey(), column.getValue()))
                    .toList());
        }
        return written.stream().map(row -> columns.entrySet().stream()
                .map(column -> row.getOrDefault(column.getKey(), unsaid(column.getKey(), column.getValue())))
                .toList());
    }

    /** In a row of the test. */
    private String unsaid(String column, String type) {
        return isDate(column, type) || isNumber(type) ? "" : secret(column);
    }

    /** In a table the test does not write. */
    private String invented(String column, String type) {
        if (column.endsWith("person_id")) {
            return person;
        }
        if (isDate(column, type)) {
            return system.date(SOME_DAY);
        }
        return isNumber(type) ? "1" : secret(column);
    }

    private static String secret(String column) {
        return column.endsWith("_json")
                ? "{\"COMMENTS\": \"%s of %s\"}".formatted(MARKER, column)
                : MARKER + " of " + column;
    }

    /** Eclipse has some dates in text columns. */
    private static boolean isDate(String column, String type) {
        return type.startsWith("date") || column.contains("_date");
    }

    private static boolean isNumber(String type) {
        return NUMBERS.contains(type.replaceAll("\\(.*", ""));
    }
}
