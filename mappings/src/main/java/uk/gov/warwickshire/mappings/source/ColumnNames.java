package uk.gov.warwickshire.mappings.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import uk.gov.warwickshire.mappings.source.csv.CsvHeader;
import uk.gov.warwickshire.mappings.source.csv.CsvLine;

/** The columns of one of our own file kinds under the names the council gives them. */
public final class ColumnNames {

    private final List<String> canonical;
    private final Map<String, String> actual;

    /**
     * @param canonical our names
     * @param actual the council's name for some of them
     * @throws IllegalArgumentException if a name is mapped that is none of ours
     */
    public ColumnNames(List<String> canonical, Map<String, String> actual) {
        this.canonical = List.copyOf(canonical);
        this.actual = Map.copyOf(actual);
        actual.keySet().stream().filter(n -> !canonical.contains(n)).findFirst().ifPresent(unknown -> {
            throw new IllegalArgumentException("no such column: " + unknown + "; there are " + canonical);
        });
    }

    /** What the file calls our column. */
    public String nameOf(String column) {
        return actual.getOrDefault(column, column);
    }

    /** @throws DamagedFileException if a required column is not in the file */
    Columns in(CsvHeader header, String file, List<String> required) throws DamagedFileException {
        for (String column : required) {
            if (!header.has(nameOf(column))) {
                throw new DamagedFileException(
                        file,
                        "the column " + nameOf(column) + " is missing",
                        "Add it, or map the file's own column name in the settings");
            }
        }
        Map<String, Integer> positions = new HashMap<>();
        for (String column : canonical) {
            OptionalInt position = header.position(nameOf(column));
            position.ifPresent(p -> positions.put(column, p));
        }
        return new Columns(positions);
    }

    /** Where our columns stand in one file. */
    record Columns(Map<String, Integer> positions) {
        /** The value under our name; empty text if it is blank or the file lacks the column. */
        String value(CsvLine.Row row, String column) {
            Integer position = positions.get(column);
            return position == null ? "" : row.value(position);
        }
    }
}
