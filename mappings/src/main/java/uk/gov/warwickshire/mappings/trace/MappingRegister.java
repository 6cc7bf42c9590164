package uk.gov.warwickshire.mappings.trace;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import uk.gov.warwickshire.mappings.source.code.CodeList;
import uk.gov.warwickshire.mappings.source.ssd.SsdTable;

/**
 * Every column of the core tables and of the council's own files with what becomes of it. Declared in
 * {@code mapping-register.csv}; a test alters every cell of the golden cases and holds each line true in both
 * directions: what is declared is seen, what is seen is declared.
 */
public final class MappingRegister {

    /** The register of this version. */
    public static final MappingRegister STANDARD = load();

    private final Map<String, MappedColumn> columns;

    private MappingRegister(Map<String, MappedColumn> columns) {
        this.columns = columns;
    }

    /** In the order of the tables and of their columns. */
    public Collection<MappedColumn> columns() {
        return List.copyOf(columns.values());
    }

    /**
     * The line of a column, whichever of its names a system uses; empty for one outside the register: of a table that is
     * not core, or of the council's own making.
     */
    public Optional<MappedColumn> column(String table, String column) {
        return Optional.ofNullable(columns.get(table + "." + column)).or(() -> SsdTable.ofName(table)
                .flatMap(t -> t.columns().stream()
                        .filter(c -> c.aliases().contains(column))
                        .findFirst())
                .map(c -> columns.get(table + "." + c.name())));
    }

    private static MappingRegister load() {
        Map<String, MappedColumn> columns = new LinkedHashMap<>();
        try (InputStream in = MappingRegister.class.getResourceAsStream("mapping-register.csv");
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(in)) {
            for (NamedCsvRecord row : rows) {
                MappedColumn column = column(row);
                if (columns.put(column.name(), column) != null) {
                    throw new IllegalStateException("mapping-register.csv names " + column.name() + " twice");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new MappingRegister(columns);
    }

    private static MappedColumn column(NamedCsvRecord row) {
        String[] kind = row.getField("kind").split(" ");
        return new MappedColumn(
                row.getField("table"),
                row.getField("column"),
                ColumnKind.of(kind[0]),
                kind.length > 1 ? Optional.of(CodeList.valueOf(kind[1])) : Optional.empty(),
                Stream.of(row.getField("elements").split("\\s+"))
                        .filter(element -> !element.isEmpty())
                        .toList(),
                row.getField("remark"));
    }
}
