package uk.gov.warwickshire.mappings.source.ssd;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.gov.warwickshire.mappings.record.Network;
import uk.gov.warwickshire.mappings.source.code.CodeLists;

/** What the readers of the tables share while one child is read. */
final class ReadContext {

    private final SsdChildRows rows;
    private final ReferenceData reference;
    private final ReadOptions options;
    private final CodeLists codes;
    private final ChildFindings findings;
    private final Map<SsdTable, Set<String>> knownIds = new EnumMap<>(SsdTable.class);
    private final Map<String, Network.Professional> professionals = new TreeMap<>();
    private final Map<String, Network.Team> teams = new TreeMap<>();

    ReadContext(SsdChildRows rows, ReferenceData reference, ReadOptions options) {
        this.rows = rows;
        this.reference = reference;
        this.options = options;
        this.codes = CodeLists.STANDARD.with(options.localCodes());
        this.findings = new ChildFindings(rows.childId());
    }

    ChildFindings findings() {
        return findings;
    }

    ReadOptions options() {
        return options;
    }

    CodeLists codes() {
        return codes;
    }

    ReferenceData reference() {
        return reference;
    }

    SsdChildRows rows() {
        return rows;
    }

    /** The usable rows of a table, in the order of their ids whatever the order of the file. */
    <T> List<T> read(SsdTable table, Function<RowReader, T> build) {
        List<T> read = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (SsdRow row : distinct(table)) {
            RowReader reader = new RowReader(row, this);
            T built = build.apply(reader);
            if (!reader.isRejected()) {
                read.add(built);
                ids.add(reader.id());
            }
        }
        knownIds.put(table, Set.copyOf(ids));
        return read;
    }

    /** Whether the child has a usable row of that id; of a table not read yet, any row. */
    boolean has(SsdTable table, String id) {
        return knownIds.computeIfAbsent(
                        table, t -> rows.of(t).stream().map(SsdRow::id).collect(Collectors.toSet()))
                .contains(id);
    }

    boolean useProfessional(String id) {
        Optional<Network.Professional> found = reference.professional(id);
        found.ifPresent(p -> professionals.put(id, p));
        return found.isPresent();
    }

    boolean useTeam(String id) {
        Optional<Network.Team> found = reference.team(id);
        found.ifPresent(t -> teams.put(id, t));
        return found.isPresent();
    }

    /** Those that the rows read so far name. */
    List<Network.Professional> professionals() {
        return List.copyOf(professionals.values());
    }

    List<Network.Team> teams() {
        return List.copyOf(teams.values());
    }

    /** One row for each id: the same row twice counts once, two different ones under one id are both unusable. */
    private List<SsdRow> distinct(SsdTable table) {
        Map<String, List<SsdRow>> byId = new LinkedHashMap<>();
        rows.of(table).stream()
                .sorted(Comparator.comparing(SsdRow::content).thenComparing(SsdRow::line))
                .forEach(r ->
                        byId.computeIfAbsent(r.id(), i -> new ArrayList<>()).add(r));
        List<SsdRow> usable = new ArrayList<>();
        byId.forEach((id, same) -> {
            if (id.isEmpty()) {
                same.forEach(r -> rejectWithoutId(table, r));
            } else if (same.stream().map(SsdRow::content).distinct().count() > 1) {
                same.stream()
                        .sorted(Comparator.comparing(SsdRow::line))
                        .forEach(r -> findings.rejectRow(
                                r,
                                Optional.of(table.id().name()),
                                "DUPLICATE_ID",
                                "Several different rows have the same id. Leave the right one in the extract."));
            } else {
                usable.add(same.get(0));
                same.stream()
                        .skip(1)
                        .forEach(r -> findings.warn(
                                r,
                                table.id().name(),
                                "DUPLICATE_ROW",
                                "The same row stands in the extract more than once."));
            }
        });
        return usable;
    }

    private void rejectWithoutId(SsdTable table, SsdRow row) {
        if (row.content().isEmpty()) {
            findings.rejectRow(
                    row,
                    Optional.empty(),
                    "RAGGED_ROW",
                    "The row has more or fewer fields than the header. Quote fields that hold commas when exporting.");
        } else {
            findings.rejectRow(
                    row, Optional.of(table.id().name()), "MISSING_ID", "The row has no id. Give it one at the source.");
        }
    }
}
