package uk.gov.warwickshire.mappings.trace;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import uk.gov.warwickshire.mappings.source.ByteSource;
import uk.gov.warwickshire.mappings.source.DamagedFileException;
import uk.gov.warwickshire.mappings.source.ReadProgress;
import uk.gov.warwickshire.mappings.source.csv.CsvFile;
import uk.gov.warwickshire.mappings.source.csv.CsvLimits;
import uk.gov.warwickshire.mappings.source.csv.CsvLine;
import uk.gov.warwickshire.mappings.source.ssd.References;
import uk.gov.warwickshire.mappings.source.ssd.RowLink;
import uk.gov.warwickshire.mappings.source.ssd.SsdArchive;
import uk.gov.warwickshire.mappings.source.ssd.SsdChildRows;
import uk.gov.warwickshire.mappings.source.ssd.SsdRow;
import uk.gov.warwickshire.mappings.source.ssd.SsdTable;
import uk.gov.warwickshire.mappings.source.ssd.SsdTableFile;
import uk.gov.warwickshire.mappings.source.ssd.StagedRow;

/**
 * Picks one child's rows out of an extract, reading every table once and keeping nothing else: first the tables whose
 * rows others may hang on, at the end those that the child's rows name.
 */
public final class ChildExtract {

    private static final int PROGRESS_ROWS = 20_000;

    private final SsdArchive archive;
    private final String archiveName;
    private final String childId;
    private final ReadProgress progress;
    private final List<DeliveredRow> rows = new ArrayList<>();
    private final List<SsdRow> own = new ArrayList<>();
    private final Set<RowLink> keys = new HashSet<>();

    /** @param archiveName how the rows call what they were delivered in */
    public ChildExtract(SsdArchive archive, String archiveName, String childId, ReadProgress progress) {
        this.archive = archive;
        this.archiveName = archiveName;
        this.childId = childId;
        this.progress = progress;
        keys.add(new RowLink(RowLink.Kind.CHILD, childId));
    }

    /**
     * @param identity the identity file, if there is one
     * @param directory the directory file, if there is one
     */
    public ChildSource read(Optional<ByteSource> identity, Optional<ByteSource> directory) throws DamagedFileException {
        for (SsdTable table : inOrderOfHanging()) {
            table(table, row -> keys.contains(row.owner()));
        }
        References named = own.isEmpty()
                ? new References(Set.of(), Set.of(), Set.of())
                : new SsdChildRows(childId, own).references();
        table(
                SsdTable.PERSON,
                row -> keys.contains(row.owner())
                        || named.motherIds().contains(row.owner().key()));
        table(SsdTable.PROFESSIONALS, row -> named.professionalIds()
                .contains(row.owner().key()));
        table(SsdTable.DEPARTMENT, row -> named.teamIds().contains(row.owner().key()));
        if (identity.isPresent()) {
            flat(DeliveredRow.IDENTITY, identity.get(), "child_id", Set.of(childId));
        }
        if (directory.isPresent()) {
            flat(DeliveredRow.DIRECTORY, directory.get(), "team_id", named.teamIds());
        }
        return new ChildSource(childId, rows);
    }

    private static Set<SsdTable> inOrderOfHanging() {
        Set<SsdTable> order = new LinkedHashSet<>(
                List.of(SsdTable.CIN_EPISODES, SsdTable.CIN_ASSESSMENTS, SsdTable.CP_PLANS, SsdTable.CLA_EPISODES));
        order.addAll(EnumSet.allOf(SsdTable.class));
        order.removeIf(table -> table.isReference() || table == SsdTable.PERSON);
        return order;
    }

    private void table(SsdTable table, Predicate<StagedRow> wanted) throws DamagedFileException {
        if (!archive.tables().contains(table)) {
            return;
        }
        try (SsdTableFile file = archive.open(table)) {
            long count = 0;
            for (Optional<SsdTableFile.Line> line = file.next(); line.isPresent(); line = file.next()) {
                Optional<StagedRow> staged = line.get().staged().filter(wanted);
                if (staged.isPresent()) {
                    take(file, line.get(), staged.get());
                }
                if (++count % PROGRESS_ROWS == 0) {
                    progress.read(table.tableName(), count);
                }
            }
            progress.read(table.tableName(), count);
        }
    }

    private void take(SsdTableFile file, SsdTableFile.Line line, StagedRow staged) {
        List<String> names = file.header().names();
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < names.size() && !line.isRagged(); i++) {
            cells.put(names.get(i), line.cell(i));
        }
        Optional<StagedRow> ragged = line.isRagged() ? Optional.of(staged) : Optional.empty();
        rows.add(new DeliveredRow(staged.table().tableName(), archiveName, staged.line(), cells, ragged));
        if (keys.contains(staged.owner())) {
            own.add(staged.in(archiveName));
            staged.provides().ifPresent(keys::add);
        }
    }

    private void flat(String kind, ByteSource bytes, String idColumn, Set<String> wanted) throws DamagedFileException {
        try (CsvFile csv = CsvFile.open(kind, bytes, CsvLimits.DEFAULT)) {
            List<String> names = csv.header().names();
            for (Optional<CsvLine> line = csv.next(); line.isPresent(); line = csv.next()) {
                if (line.get() instanceof CsvLine.Row row) {
                    Map<String, String> cells = new LinkedHashMap<>();
                    for (int i = 0; i < names.size(); i++) {
                        cells.put(names.get(i), row.value(i));
                    }
                    if (wanted.contains(cells.getOrDefault(idColumn, ""))) {
                        rows.add(new DeliveredRow(kind, kind + ".csv", row.line(), cells, Optional.empty()));
                    }
                }
            }
        }
    }
}
