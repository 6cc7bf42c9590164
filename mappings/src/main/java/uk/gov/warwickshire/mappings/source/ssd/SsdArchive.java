package uk.gov.warwickshire.mappings.source.ssd;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import uk.gov.warwickshire.mappings.record.Rejection;
import uk.gov.warwickshire.mappings.source.ByteSource;
import uk.gov.warwickshire.mappings.source.DamagedFileException;
import uk.gov.warwickshire.mappings.source.RowSink;

/**
 * A zip of CSV files, one per SSD table. Entries are matched to tables by name ({@code ssd_person.csv}, in folders, with
 * schema before or date behind), else by their header; columns by header name. A partial extract is allowed, one
 * without a single known table is not. Not for use by several threads.
 */
public final class SsdArchive implements AutoCloseable {

    private final ZipFile zip;
    private final String name;
    private final ArchiveLimits limits;
    private final Map<SsdTable, ZipEntry> entries = new EnumMap<>(SsdTable.class);
    private final List<Rejection> warnings = new ArrayList<>();
    private final List<String> unreadFiles = new ArrayList<>();

    private SsdArchive(ZipFile zip, String name, ArchiveLimits limits) throws DamagedFileException {
        this.zip = zip;
        this.name = name;
        this.limits = limits;
        for (ZipEntry entry : ArchiveEntries.within(zip, name, limits)) {
            take(entry);
        }
        if (entries.isEmpty()) {
            throw new DamagedFileException(
                    name,
                    "the archive holds no table of the Standard Safeguarding Dataset",
                    "Deliver one CSV file per table, named like the table (ssd_person.csv)");
        }
    }

    /** @param name how findings and exceptions call the archive */
    public static SsdArchive open(Path file, String name, ArchiveLimits limits) throws DamagedFileException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (IOException | IllegalArgumentException e) {
            throw new DamagedFileException(
                    name, "the archive cannot be opened as a zip file", "Pack and deliver it again");
        }
        try {
            return new SsdArchive(zip, name, limits);
        } catch (DamagedFileException | RuntimeException e) {
            close(zip);
            throw e;
        }
    }

    /** The tables found; a partial extract lacks some. */
    public Set<SsdTable> tables() {
        return Set.copyOf(entries.keySet());
    }

    /** Names of the files in the archive that are not read, in lower case, without folders. */
    public List<String> unreadFiles() {
        return List.copyOf(unreadFiles);
    }

    /** Entries of the archive that are not read. */
    public List<Rejection> warnings() {
        return List.copyOf(warnings);
    }

    /**
     * Reads every table once, row by row. A row that cannot be staged arrives as a finding, as do columns that a file
     * lacks.
     *
     * @return rows read of each table, staged or not
     */
    public <E extends Exception> Map<SsdTable, Long> read(RowSink<StagedRow, E> sink) throws DamagedFileException, E {
        Map<SsdTable, Long> counts = new EnumMap<>(SsdTable.class);
        for (SsdTable table : entries.keySet()) {
            counts.put(table, read(table, sink));
        }
        return counts;
    }

    /**
     * One table, to be closed by the caller.
     *
     * @throws IllegalArgumentException if the archive lacks it
     */
    public SsdTableFile open(SsdTable table) throws DamagedFileException {
        ZipEntry entry = entries.get(table);
        if (entry == null) {
            throw new IllegalArgumentException("the archive lacks " + table.tableName());
        }
        return SsdTableFile.open(table, name, name + "!" + entry.getName(), bytes(entry), limits.csv());
    }

    private <E extends Exception> long read(SsdTable table, RowSink<StagedRow, E> sink) throws DamagedFileException, E {
        try (SsdTableFile file = open(table)) {
            if (!file.missingColumns().isEmpty()) {
                sink.finding(missingColumns(table, file.missingColumns()));
            }
            long count = 0;
            for (Optional<SsdTableFile.Line> line = file.next(); line.isPresent(); line = file.next()) {
                count++;
                Optional<StagedRow> staged = line.get().staged();
                if (staged.isPresent()) {
                    sink.row(staged.get());
                } else {
                    sink.finding(line.get().unusable());
                }
            }
            return count;
        }
    }

    private void take(ZipEntry entry) throws DamagedFileException {
        String fileName = ArchiveEntries.fileName(entry.getName());
        if (fileName.startsWith(".") || entry.getName().startsWith("__MACOSX/")) {
            return;
        }
        Optional<SsdTable> table = fileName.endsWith(".csv") || fileName.endsWith(".txt")
                ? ArchiveEntries.tableByName(entry.getName())
                        .or(() -> ArchiveEntries.tableByHeader(entry.getName(), bytes(entry), limits.csv()))
                : Optional.empty();
        if (table.isEmpty()) {
            unreadFiles.add(fileName);
            warnings.add(unread(fileName));
        } else if (entries.put(table.get(), entry) != null) {
            throw new DamagedFileException(
                    name,
                    "the archive holds " + table.get().tableName() + " twice",
                    "Deliver each table once, in one file");
        }
    }

    private ByteSource bytes(ZipEntry entry) {
        return ArchiveEntries.bytesOf(zip, entry);
    }

    private Rejection unread(String fileName) {
        boolean ofDataset = fileName.contains("ssd_");
        return SsdFindings.ofArchive(
                name,
                ofDataset ? "TABLE_NOT_READ" : "UNKNOWN_ENTRY",
                ofDataset
                        ? "The gateway does not read " + fileName
                                + ". Leave it out of the extract, or correct its name."
                        : "The file " + fileName + " is no table of the dataset and was not read. Leave it out.");
    }

    private Rejection missingColumns(SsdTable table, List<String> columns) {
        return SsdFindings.ofArchive(
                name,
                "MISSING_COLUMN",
                table.tableName() + " lacks " + String.join(", ", columns)
                        + ". Records go on without; add the columns to the extract if the system holds them.");
    }

    @Override
    public void close() {
        close(zip);
    }

    private static void close(ZipFile zip) {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
