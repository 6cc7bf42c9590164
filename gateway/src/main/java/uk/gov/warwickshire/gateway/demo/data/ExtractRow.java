package uk.gov.warwickshire.gateway.demo.data;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** One row, spelt as its case system does; columns not set are empty, columns the system lacks are left out. */
final class ExtractRow {

    private final SsdExtract extract;
    private final ExtractTable table;
    private final Map<String, String> values = new HashMap<>();

    ExtractRow(SsdExtract extract, ExtractTable table) {
        this.extract = extract;
        this.table = table;
    }

    /** @throws IllegalArgumentException if the table has no such column */
    ExtractRow set(String column, String value) {
        if (!table.columns().contains(column)) {
            throw new IllegalArgumentException(table + " has no column " + column);
        }
        values.put(column, value);
        return this;
    }

    ExtractRow date(String column, LocalDate value) {
        return set(column, extract.system().date(value));
    }

    /** Empty if the day has not come yet: nothing that lies ahead has been recorded. */
    ExtractRow dateIfPast(String column, LocalDate value, LocalDate today) {
        return value.isAfter(today) ? this : date(column, value);
    }

    ExtractRow flag(String column, boolean value) {
        return set(column, extract.system().flag(value));
    }

    ExtractRow code(String column, Codes list, String code) {
        return set(column, extract.system().code(list, code));
    }

    void write() {
        extract.raw(
                table,
                table.columns().stream()
                        .filter(extract.system()::has)
                        .map(c -> values.getOrDefault(c, ""))
                        .toList());
    }
}
