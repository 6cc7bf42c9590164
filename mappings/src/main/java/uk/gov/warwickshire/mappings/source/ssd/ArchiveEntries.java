package uk.gov.warwickshire.mappings.source.ssd;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import uk.gov.warwickshire.mappings.source.ByteSource;
import uk.gov.warwickshire.mappings.source.DamagedFileException;
import uk.gov.warwickshire.mappings.source.csv.CsvFile;
import uk.gov.warwickshire.mappings.source.csv.CsvHeader;
import uk.gov.warwickshire.mappings.source.csv.CsvLimits;

/** Which entry of an archive holds which table, and whether the archive keeps within its limits. */
final class ArchiveEntries {

    private static final long SMALL = 1L << 20;

    private ArchiveEntries() {}

    /** Checked before a byte is unpacked; {@link #bytesOf} then holds each entry to the size it declared. */
    static List<ZipEntry> within(ZipFile zip, String archive, ArchiveLimits limits) throws DamagedFileException {
        List<? extends ZipEntry> files =
                zip.stream().filter(e -> !e.isDirectory()).toList();
        long total = 0;
        for (ZipEntry file : files) {
            long size = file.getSize();
            total += Math.max(0, size);
            boolean bomb = size > SMALL && size / limits.ratio() > Math.max(1, file.getCompressedSize());
            if (size < 0 || bomb || total > limits.bytes()) {
                throw tooLarge(archive);
            }
        }
        if (files.size() > limits.entries()) {
            throw tooLarge(archive);
        }
        return files.stream().map(f -> (ZipEntry) f).toList();
    }

    /** By the table's name in the entry's; longer names first, since none is to be taken for a shorter one. */
    static Optional<SsdTable> tableByName(String entry) {
        String file = fileName(entry);
        return Arrays.stream(SsdTable.values())
                .sorted(Comparator.comparingInt((SsdTable t) -> -t.tableName().length()))
                .filter(t -> Pattern.compile("(^|[^a-z0-9])" + t.tableName() + "(?![a-z0-9])")
                        .matcher(file)
                        .find())
                .findFirst();
    }

    /** By the one table whose own id and owner the header names. */
    static Optional<SsdTable> tableByHeader(String entry, ByteSource bytes, CsvLimits limits) {
        try (CsvFile csv = CsvFile.open(entry, bytes, limits)) {
            CsvHeader header = csv.header();
            List<SsdTable> fitting = Arrays.stream(SsdTable.values())
                    .filter(t -> header.has(t.id().name()))
                    .filter(t -> t.owners().stream().anyMatch(o -> header.has(o.column())))
                    .toList();
            return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
        } catch (DamagedFileException notCsv) {
            return Optional.empty();
        }
    }

    static ByteSource bytesOf(ZipFile zip, ZipEntry entry) {
        return () -> {
            java.io.InputStream in = zip.getInputStream(entry);
            if (in == null) {
                throw new IOException("no such entry");
            }
            return new SizedStream(in, entry.getSize());
        };
    }

    /** In lower case, without folders. */
    static String fileName(String entry) {
        return entry.substring(Math.max(entry.lastIndexOf('/'), entry.lastIndexOf('\\')) + 1)
                .toLowerCase(Locale.ROOT);
    }

    private static DamagedFileException tooLarge(String archive) {
        return new DamagedFileException(
                archive,
                "the archive holds more files or bytes than allowed, or is packed suspiciously tight",
                "Check what made it; raise the limits in the settings if it is right");
    }
}
