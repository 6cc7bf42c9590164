package uk.gov.warwickshire.gateway.ops.cli;

import java.util.Locale;
import java.util.stream.Collectors;
import uk.gov.warwickshire.mappings.coverage.ColumnCoverage;
import uk.gov.warwickshire.mappings.coverage.CoverageReport;
import uk.gov.warwickshire.mappings.coverage.Handling;
import uk.gov.warwickshire.mappings.coverage.ShownValue;
import uk.gov.warwickshire.mappings.coverage.TableCoverage;

/** A coverage report for people. */
final class CoverageText {

    private static final String COLUMN = "  %-40s %12s %12s  %s%n";

    private CoverageText() {}

    static String of(CoverageReport report) {
        StringBuilder text = new StringBuilder();
        report.tables().forEach(table -> table(text, table));
        if (!report.missingTables().isEmpty()) {
            text.append("Not in the extract: ")
                    .append(String.join(", ", report.missingTables()))
                    .append('\n');
        }
        report.leftOutTables().forEach((table, reason) -> text.append("Left out on purpose: ")
                .append(table)
                .append(". ")
                .append(reason)
                .append('\n'));
        if (!report.unreadTables().isEmpty()) {
            text.append("Delivered and not read: ")
                    .append(String.join(", ", report.unreadTables()))
                    .append('\n');
        }
        if (report.otherFiles() > 0) {
            text.append("Files that are no table of the dataset: ")
                    .append(report.otherFiles())
                    .append('\n');
        }
        return text.append(String.format(
                        Locale.ROOT,
                        "%,d rows in %d tables. %s%n",
                        report.rows(),
                        report.tables().size(),
                        report.hasFindings()
                                ? "There are findings: look for the lines with an exclamation mark."
                                : "No findings."))
                .toString();
    }

    private static void table(StringBuilder text, TableCoverage table) {
        text.append(String.format(Locale.ROOT, "%s: %,d rows", table.table(), table.rows()));
        if (table.ragged() > 0) {
            text.append(String.format(Locale.ROOT, ", ! %,d do not fit the header", table.ragged()));
        }
        if (table.ownerless() > 0) {
            text.append(String.format(Locale.ROOT, ", ! %,d do not say whom they are about", table.ownerless()));
        }
        text.append('\n')
                .append(String.format(Locale.ROOT, COLUMN, "", "filled", "mapped", "")
                        .stripTrailing());
        text.append('\n');
        table.columns().forEach(column -> column(text, column));
        if (!table.missingColumns().isEmpty()) {
            text.append("  missing: ")
                    .append(String.join(", ", table.missingColumns()))
                    .append('\n');
        }
        text.append('\n');
    }

    private static void column(StringBuilder text, ColumnCoverage column) {
        String mapped = column.handling() == Handling.MAPPED ? number(column.mapped()) : "-";
        text.append(String.format(
                                Locale.ROOT, COLUMN, column.column(), number(column.filled()), mapped, column.reason())
                        .stripTrailing())
                .append('\n');
        if (column.open() > 0) {
            text.append("      ").append(number(column.open())).append(" stand for an open or unknown date\n");
        }
        if (column.unreadable() > 0) {
            text.append("    ! ").append(number(column.unreadable())).append(" cannot be read, first on lines ");
            text.append(column.unreadableLines().stream().map(String::valueOf).collect(Collectors.joining(", ")));
            text.append('\n');
        }
        for (ShownValue value : column.values()) {
            text.append("    ! ").append(number(value.rows())).append(" × ").append(value.value());
            text.append(": no entry in ").append(value.missingIn()).append('\n');
        }
        if (column.hiddenRows() > 0) {
            text.append("    ! ").append(number(column.hiddenRows()));
            text.append(" with values without an entry that are rare or might tell of a person, not shown (");
            text.append(number(column.hiddenValues())).append(" or more different ones)\n");
        }
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
