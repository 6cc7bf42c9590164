package uk.gov.warwickshire.mappings.trace;

import java.util.List;
import java.util.function.BiFunction;

/**
 * Everything delivered that one child's record depends on: its own rows, its mothers', the professionals and teams they
 * name, its row of the identity file and the teams' of the directory.
 */
public record ChildSource(String childId, List<DeliveredRow> rows) {
    public ChildSource {
        if (childId.isBlank()) {
            throw new IllegalArgumentException("childId must not be blank");
        }
        rows = List.copyOf(rows);
    }

    /** The filled cells, row by row. */
    public List<Cell> cells() {
        return rows.stream()
                .flatMap(row -> row.cells().entrySet().stream()
                        .filter(cell -> !cell.getValue().isEmpty())
                        .map(cell -> new Cell(row.table(), row.line(), cell.getKey(), cell.getValue())))
                .toList();
    }

    ChildSource with(Cell cell, String value) {
        List<DeliveredRow> changed = rows.stream()
                .map(row -> row.table().equals(cell.table()) && row.line() == cell.line()
                        ? row.with(cell.column(), value)
                        : row)
                .toList();
        return new ChildSource(childId, changed);
    }

    /** With another name for a thing wherever its name stands: in the columns chosen by table and column. */
    ChildSource renamed(String from, String to, BiFunction<String, String, Boolean> naming) {
        List<DeliveredRow> changed =
                rows.stream().map(row -> renamed(row, from, to, naming)).toList();
        return new ChildSource(childId.equals(from) ? to : childId, changed);
    }

    private static DeliveredRow renamed(
            DeliveredRow row, String from, String to, BiFunction<String, String, Boolean> naming) {
        DeliveredRow changed = row;
        for (String column : row.cells().keySet()) {
            if (row.value(column).equals(from) && naming.apply(row.table(), column)) {
                changed = changed.with(column, to);
            }
        }
        return changed;
    }

    /** Names no value. */
    @Override
    public String toString() {
        return "ChildSource[" + rows.size() + " rows]";
    }
}
