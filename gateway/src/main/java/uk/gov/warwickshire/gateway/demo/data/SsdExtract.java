package uk.gov.warwickshire.gateway.demo.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The extract of one case system: rows go straight to one file per table, however many children there are, and the zip
 * is made of the files at the end.
 */
final class SsdExtract implements AutoCloseable {

    private final CaseSystem system;
    private final Path folder;
    private final Map<ExtractTable, CsvOut> files = new EnumMap<>(ExtractTable.class);

    /** @param folder empty, for the files of the tables; the caller removes it */
    SsdExtract(CaseSystem system, Path folder) {
        this.system = system;
        this.folder = folder;
    }

    CaseSystem system() {
        return system;
    }

    ExtractRow row(ExtractTable table) {
        return new ExtractRow(this, table);
    }

    /** A row as it is, also one that does not fit its header. Nothing is written if the system has no such table. */
    void raw(ExtractTable table, List<String> fields) {
        if (system.has(table)) {
            files.computeIfAbsent(table, this::open).write(fields);
        }
    }

    void zipTo(Path zip) throws IOException {
        List<ExtractTable> tables = List.copyOf(files.keySet());
        close();
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (ExtractTable table : tables) {
                ZipEntry entry = new ZipEntry(table.fileName());
                // A fixed time: the same rows give the same bytes.
                entry.setTime(0);
                out.putNextEntry(entry);
                Files.copy(folder.resolve(table.fileName()), out);
                out.closeEntry();
            }
        }
    }

    @Override
    public void close() {
        files.values().forEach(CsvOut::close);
        files.clear();
    }

    private CsvOut open(ExtractTable table) {
        List<String> header =
                table.columns().stream().filter(system::has).map(system::header).toList();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CsvOut(folder.resolve(table.fileName()), system.charset(), system.lineEnd(), header);
    }
}
