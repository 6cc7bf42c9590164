package uk.gov.warwickshire.mappings.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.gov.warwickshire.mappings.source.DamagedFileException;
import uk.gov.warwickshire.mappings.source.ReadProgress;
import uk.gov.warwickshire.mappings.source.ssd.ReadOptions;
import uk.gov.warwickshire.mappings.source.ssd.SsdArchive;
import uk.gov.warwickshire.mappings.source.ssd.SsdTable;
import uk.gov.warwickshire.mappings.trace.MappedColumn;
import uk.gov.warwickshire.mappings.trace.MappingExamples;
import uk.gov.warwickshire.mappings.trace.MappingRegister;
import uk.gov.warwickshire.profiles.ProfilePackage;

/**
 * Reads an extract once, row by row, and counts. Values are judged one by one with the readers that intake uses, without
 * bringing the rows of a child together, so that any size of extract takes the same memory.
 */
public final class CoverageReader {

    private static final String OF_DATASET = "ssd_[a-z0-9_]+";

    private final ValueCheck check;
    private final MappingRegister register = MappingRegister.STANDARD;

    /** @param options the council's own spellings and the dates that stand for "open" */
    public CoverageReader(ReadOptions options, ProfilePackage profiles) {
        this.check = new ValueCheck(options, profiles, MappingExamples.load());
    }

    public CoverageReport read(SsdArchive archive, ReadProgress progress) throws DamagedFileException {
        PersonalWords personal = new PersonalWords();
        List<TableTally> tallies = new ArrayList<>();
        for (SsdTable table : SsdTable.values()) {
            if (archive.tables().contains(table)) {
                tallies.add(TableTally.read(archive, table, check, personal, progress));
            }
        }
        // Only now every name is known that a shown value must not hold.
        ValueDisclosure disclosure = new ValueDisclosure(personal);
        Map<String, String> leftOut = leftOutTables();
        List<String> unread = unreadTables(archive);
        return new CoverageReport(
                tallies.stream().map(tally -> tally.coverage(disclosure)).toList(),
                Arrays.stream(SsdTable.values())
                        .filter(table -> !archive.tables().contains(table))
                        .map(SsdTable::tableName)
                        .toList(),
                leftOut,
                unread.stream().filter(table -> !leftOut.containsKey(table)).toList(),
                archive.unreadFiles().size() - unread.size());
    }

    private Map<String, String> leftOutTables() {
        Map<String, String> tables = new LinkedHashMap<>();
        for (MappedColumn column : register.columns()) {
            if (column.table().startsWith("ssd_")
                    && SsdTable.ofName(column.table()).isEmpty()) {
                tables.merge(column.table(), column.remark(), (first, next) -> next);
            }
        }
        return tables;
    }

    private static List<String> unreadTables(SsdArchive archive) {
        return archive.unreadFiles().stream()
                .map(file -> file.replaceAll("\\.(csv|txt)$", ""))
                .filter(table -> table.matches(OF_DATASET))
                .sorted()
                .toList();
    }

    /** The line of the register for a column of a file, if there is one. */
    static Optional<MappedColumn> registered(SsdTable table, String column) {
        return MappingRegister.STANDARD.column(table.tableName(), column);
    }
}
