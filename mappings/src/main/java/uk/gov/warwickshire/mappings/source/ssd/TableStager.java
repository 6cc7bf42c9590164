package uk.gov.warwickshire.mappings.source.ssd;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import uk.gov.warwickshire.mappings.source.DamagedFileException;
import uk.gov.warwickshire.mappings.source.csv.CsvHeader;
import uk.gov.warwickshire.mappings.source.csv.CsvLine;

/** Turns the lines of one table's file into staged rows: columns found by header name, once. */
final class TableStager {

    private static final int LONGEST_KEY = 64;

    private final SsdTable table;
    /** For each column of the table, where it and its aliases stand in the file. */
    private final int[][] positions;

    private final List<String> missing;

    TableStager(SsdTable table, CsvHeader header, String file) throws DamagedFileException {
        this.table = table;
        this.positions = table.columns().stream()
                .map(c -> Stream.concat(Stream.of(c.name()), c.aliases().stream())
                        .flatMapToInt(n -> header.position(n).stream())
                        .toArray())
                .toArray(int[][]::new);
        this.missing = table.columns().stream()
                .filter(c -> positions[table.position(c.name())].length == 0)
                .map(SsdColumn::name)
                .toList();
        if (missing.contains(table.id().name())
                || table.owners().stream().allMatch(o -> missing.contains(o.column()))) {
            throw new DamagedFileException(
                    file,
                    "the columns that identify a row of " + table.tableName() + " are missing",
                    "Export the table with " + table.id().name() + " and "
                            + table.owners().get(0).column());
        }
    }

    /** Columns the gateway would read and the file does not have; systems differ in these. */
    List<String> missingColumns() {
        return missing;
    }

    Optional<StagedRow> stage(CsvLine.Row line) {
        List<String> values = new ArrayList<>(positions.length);
        for (int column = 0; column < positions.length; column++) {
            values.add(reduced(table.columns().get(column), value(line, positions[column])));
        }
        hidePlacementAddress(values);
        Optional<RowLink> provides = table.provides().flatMap(p -> link(p, values));
        return table.owners().stream()
                .flatMap(o -> link(o, values).stream())
                .findFirst()
                .map(owner -> new StagedRow(table, line.line(), owner, provides, RowText.encode(values)));
    }

    /**
     * A row that does not fit its header, staged without values for the child it seems to be about: so that this child
     * is known to lack a row, and is left as it was if the row might have told of its safety.
     */
    Optional<StagedRow> stageDamaged(CsvLine.Ragged line) {
        for (SsdTable.Link owner : table.owners()) {
            for (int position : positions[table.position(owner.column())]) {
                String key = line.value(position);
                if (!key.isEmpty() && key.length() <= LONGEST_KEY) {
                    return Optional.of(
                            new StagedRow(table, line.line(), new RowLink(owner.kind(), key), Optional.empty(), ""));
                }
            }
        }
        return Optional.empty();
    }

    private static String value(CsvLine.Row line, int[] candidates) {
        String value = "";
        for (int i = 0; i < candidates.length && value.isEmpty(); i++) {
            value = line.value(candidates[i]);
        }
        return value;
    }

    private static String reduced(SsdColumn column, String value) {
        if (value.isEmpty()) {
            return value;
        }
        return switch (column.name()) {
            case "addr_address_json" -> AddressText.reduce(value);
            case "s47e_s47_outcome_json" -> Section47Outcomes.reduce(value);
            case "cinf_assessment_factors_json" -> AssessmentFactors.reduce(value);
            default -> onOneLine(value);
        };
    }

    private static String onOneLine(String value) {
        return value.indexOf('\n') < 0 && value.indexOf('\r') < 0 ? value : value.replaceAll("\\s*[\\r\\n]+\\s*", " ");
    }

    /** Some systems keep placements among the addresses: where a child is placed never gets into the gateway. */
    private void hidePlacementAddress(List<String> values) {
        if (table == SsdTable.ADDRESS
                && values.get(table.position("addr_address_type"))
                        .toLowerCase(Locale.ROOT)
                        .contains("placement")) {
            values.set(table.position("addr_address_postcode"), "");
            values.set(table.position("addr_address_json"), "");
        }
    }

    private Optional<RowLink> link(SsdTable.Link link, List<String> values) {
        String key = values.get(table.position(link.column()));
        return key.isEmpty() || key.length() > LONGEST_KEY
                ? Optional.empty()
                : Optional.of(new RowLink(link.kind(), key));
    }
}
