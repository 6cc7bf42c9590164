package uk.gov.warwickshire.mappings.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import uk.gov.warwickshire.mappings.source.DamagedFileException;
import uk.gov.warwickshire.mappings.source.ReadProgress;
import uk.gov.warwickshire.mappings.source.ssd.SsdArchive;
import uk.gov.warwickshire.mappings.source.ssd.SsdTable;
import uk.gov.warwickshire.mappings.source.ssd.SsdTableFile;
import uk.gov.warwickshire.mappings.source.ssd.StagedRow;
import uk.gov.warwickshire.mappings.trace.MappedColumn;
import uk.gov.warwickshire.profiles.Translation;

/** Counts the rows of one table. */
final class TableTally {

    private static final int PROGRESS_ROWS = 20_000;

    private record Column(ColumnTally tally, boolean personal, boolean staged, int position) {}

    private final SsdTable table;
    private final List<Column> columns = new ArrayList<>();
    private final List<String> missingColumns;
    private long rows;
    private long ragged;
    private long ownerless;

    private TableTally(SsdTable table, List<String> missingColumns) {
        this.table = table;
        this.missingColumns = missingColumns;
    }

    static TableTally read(
            SsdArchive archive, SsdTable table, ValueCheck check, PersonalWords personal, ReadProgress progress)
            throws DamagedFileException {
        try (SsdTableFile file = archive.open(table)) {
            TableTally tally = new TableTally(table, file.missingColumns());
            file.header().names().forEach(name -> tally.columns.add(tally.column(name, check)));
            for (Optional<SsdTableFile.Line> line = file.next(); line.isPresent(); line = file.next()) {
                tally.add(line.get(), personal);
                if (tally.rows % PROGRESS_ROWS == 0) {
                    progress.read(table.tableName(), tally.rows);
                }
            }
            progress.read(table.tableName(), tally.rows);
            return tally;
        }
    }

    private Column column(String name, ValueCheck check) {
        Optional<MappedColumn> column = CoverageReader.registered(table, name);
        List<Map.Entry<String, Translation>> translations =
                column.map(check::translations).orElse(List.of());
        Function<String, Verdict> judge =
                value -> column.map(c -> check.of(c, translations, value)).orElse(Verdict.MAPPED);
        boolean staged = column.filter(ValueCheck::isOfStagedValue).isPresent();
        return new Column(
                new ColumnTally(name, column, judge),
                PersonalWords.isIn(table, name),
                staged,
                staged ? table.position(name) : -1);
    }

    private void add(SsdTableFile.Line line, PersonalWords personal) {
        rows++;
        if (line.isRagged()) {
            ragged++;
            return;
        }
        Optional<StagedRow> staged = line.staged();
        if (staged.isEmpty()) {
            ownerless++;
        }
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            String value = line.cell(i);
            if (value.isEmpty()) {
                continue;
            }
            column.tally().filled();
            if (column.personal()) {
                personal.add(value);
            }
            if (column.tally().isMapped()) {
                String judged = column.staged()
                        ? staged.map(row -> row.in("").value(column.position())).orElse("")
                        : value;
                column.tally().judge(judged, line.source().row());
            }
        }
    }

    TableCoverage coverage(ValueDisclosure disclosure) {
        return new TableCoverage(
                table.tableName(),
                rows,
                ragged,
                ownerless,
                missingColumns,
                columns.stream().map(c -> c.tally().coverage(disclosure)).toList());
    }
}
