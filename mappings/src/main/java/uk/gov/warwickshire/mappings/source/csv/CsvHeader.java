package uk.gov.warwickshire.mappings.source.csv;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/** Column names of a file, trimmed and in lower case, each once; a blank name is a column without one. */
public final class CsvHeader {

    private final List<String> names;
    private final Map<String, Integer> positions = new HashMap<>();

    /** @throws IllegalArgumentException if a name stands twice */
    CsvHeader(List<String> fields) {
        names = fields.stream()
                .map(f -> CsvText.clean(f).toLowerCase(Locale.ROOT))
                .toList();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (!name.isEmpty() && positions.put(name, i) != null) {
                throw new IllegalArgumentException("a column name stands twice");
            }
        }
    }

    public List<String> names() {
        return names;
    }

    /** Position of a column, its name in any case. */
    public OptionalInt position(String name) {
        Integer found = positions.get(name.strip().toLowerCase(Locale.ROOT));
        return found == null ? OptionalInt.empty() : OptionalInt.of(found);
    }

    public boolean has(String name) {
        return position(name).isPresent();
    }
}
