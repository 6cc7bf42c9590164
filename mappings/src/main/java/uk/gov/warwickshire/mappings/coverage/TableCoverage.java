package uk.gov.warwickshire.mappings.coverage;

import java.util.List;

/**
 * One table of the extract.
 *
 * @param rows lines below the header
 * @param ragged lines with more or fewer fields than the header
 * @param ownerless rows that do not say whom they are about
 * @param missingColumns columns the gateway would read and the file lacks
 */
public record TableCoverage(
        String table,
        long rows,
        long ragged,
        long ownerless,
        List<String> missingColumns,
        List<ColumnCoverage> columns) {
    public TableCoverage {
        missingColumns = List.copyOf(missingColumns);
        columns = List.copyOf(columns);
    }

    public boolean hasFindings() {
        return ragged > 0 || ownerless > 0 || columns.stream().anyMatch(ColumnCoverage::hasFindings);
    }
}
