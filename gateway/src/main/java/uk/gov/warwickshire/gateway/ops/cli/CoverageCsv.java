package uk.gov.warwickshire.gateway.ops.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;
import uk.gov.warwickshire.mappings.coverage.ColumnCoverage;
import uk.gov.warwickshire.mappings.coverage.CoverageReport;
import uk.gov.warwickshire.mappings.coverage.TableCoverage;

/** A coverage report for a spreadsheet. */
final class CoverageCsv {

    private CoverageCsv() {}

    static String of(CoverageReport report) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(
                    "table",
                    "column",
                    "handling",
                    "rows",
                    "filled",
                    "mapped",
                    "open",
                    "unreadable",
                    "unreadable_lines",
                    "without_entry",
                    "values_without_entry",
                    "rows_not_shown",
                    "reason");
            for (TableCoverage table : report.tables()) {
                table.columns().forEach(column -> write(csv, table, column));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(CsvWriter csv, TableCoverage table, ColumnCoverage column) {
        csv.writeRecord(
                table.table(),
                column.column(),
                column.handling().name(),
                String.valueOf(table.rows()),
                String.valueOf(column.filled()),
                String.valueOf(column.mapped()),
                String.valueOf(column.open()),
                String.valueOf(column.unreadable()),
                column.unreadableLines().stream().map(String::valueOf).collect(Collectors.joining(" ")),
                String.valueOf(column.unlisted()),
                column.values().stream()
                        .map(value -> value.value() + " (" + value.rows() + ", not in " + value.missingIn() + ")")
                        .collect(Collectors.joining("; ")),
                String.valueOf(column.hiddenRows()),
                column.reason());
    }
}
