package uk.gov.warwickshire.mappings.source.ssd;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.gov.warwickshire.mappings.record.Identity;
import uk.gov.warwickshire.mappings.source.SourceDates;

/** All rows of one person, by table. Immutable. */
public final class SsdChildRows {

    private final String childId;
    private final Map<SsdTable, List<SsdRow>> rows = new EnumMap<>(SsdTable.class);

    /** @throws IllegalArgumentException if a row belongs to no child (professionals, teams) */
    public SsdChildRows(String childId, List<SsdRow> rows) {
        if (childId.isBlank()) {
            throw new IllegalArgumentException("childId must not be blank");
        }
        this.childId = childId;
        for (SsdRow row : rows) {
            if (row.table().isReference()) {
                throw new IllegalArgumentException(row.table().tableName() + " belongs to no child");
            }
            this.rows.computeIfAbsent(row.table(), t -> new ArrayList<>()).add(row);
        }
    }

    public String childId() {
        return childId;
    }

    /** In the order they were given. */
    public List<SsdRow> of(SsdTable table) {
        return List.copyOf(rows.getOrDefault(table, List.of()));
    }

    /** All rows, table by table. */
    public List<SsdRow> all() {
        return rows.values().stream().flatMap(List::stream).toList();
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /**
     * This child after a new extract: a table that was in the extract is replaced whole, whether or not it held rows of
     * this child; a table that was not keeps its rows.
     *
     * @param newRows the child's rows in the extract
     * @param tablesInExtract the tables the extract had
     */
    public SsdChildRows mergedWith(SsdChildRows newRows, Set<SsdTable> tablesInExtract) {
        if (!newRows.childId.equals(childId)) {
            throw new IllegalArgumentException("rows of two children are never merged");
        }
        List<SsdRow> merged = new ArrayList<>(newRows.all());
        all().stream().filter(r -> !tablesInExtract.contains(r.table())).forEach(merged::add);
        return new SsdChildRows(childId, merged);
    }

    /** What the rows name outside themselves. */
    public References references() {
        Set<String> professionals = new HashSet<>();
        Set<String> teams = new HashSet<>();
        Set<String> mothers = new HashSet<>();
        rows.forEach((table, ofTable) -> {
            for (SsdTable.Pointer pointer : table.pointers()) {
                Set<String> target =
                        switch (pointer.to()) {
                            case PROFESSIONAL -> professionals;
                            case TEAM -> teams;
                            case MOTHER -> mothers;
                        };
                ofTable.stream()
                        .map(r -> r.value(pointer.position()))
                        .filter(v -> !v.isEmpty())
                        .forEach(target::add);
            }
        });
        return new References(professionals, teams, mothers);
    }

    /**
     * SHA-256 of everything a record of this child depends on: the values of the rows, whatever their order, line or
     * file, the identity, and the professionals, teams and mothers the rows name. The same hash means that reading
     * again would change nothing; a new version of the reading rules changes all hashes.
     */
    public String contentHash(Identity identity, ReferenceData reference) {
        return ContentHash.of(this, identity, reference);
    }

    /**
     * How many rows have a last day after this one, and so read as open. It falls when such a day has passed: then the
     * same rows read otherwise than before.
     */
    public long endsAhead(LocalDate today) {
        long ahead = 0;
        for (Map.Entry<SsdTable, List<SsdRow>> ofTable : rows.entrySet()) {
            for (int position : ofTable.getKey().ends()) {
                ahead += ofTable.getValue().stream()
                        .map(row -> row.value(position))
                        .filter(value -> !value.isEmpty())
                        .filter(value ->
                                SourceDates.parse(value).filter(today::isBefore).isPresent())
                        .count();
            }
        }
        return ahead;
    }

    /** Compact, for keeping the last accepted rows; {@link #fromJson} reads it back. */
    public String toJson() {
        return SsdChildRowsJson.write(this);
    }

    /** @throws IllegalArgumentException if the text was not written by {@link #toJson} */
    public static SsdChildRows fromJson(String json) {
        return SsdChildRowsJson.read(json);
    }

    /** Equal if the same rows of the same files stand in the same order. */
    @Override
    public boolean equals(Object other) {
        return other instanceof SsdChildRows that && childId.equals(that.childId) && rows.equals(that.rows);
    }

    @Override
    public int hashCode() {
        return rows.hashCode();
    }

    /** Names no value. */
    @Override
    public String toString() {
        return "SsdChildRows[" + all().size() + " rows]";
    }
}
