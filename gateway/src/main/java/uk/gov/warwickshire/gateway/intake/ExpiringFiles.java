package uk.gov.warwickshire.gateway.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.gov.warwickshire.gateway.common.ExpiringTraces;
import uk.gov.warwickshire.gateway.common.TraceKind;

/** Files of one folder beside each inbox. A file that names a person of whom nothing goes, stays whole. */
final class ExpiringFiles implements ExpiringTraces {

    private final JdbcTemplate jdbc;
    private final TraceKind kind;
    private final Path inbox;
    private final String folder;

    ExpiringFiles(JdbcTemplate jdbc, TraceKind kind, Path inbox, String folder) {
        this.jdbc = jdbc;
        this.kind = kind;
        this.inbox = inbox.toAbsolutePath().normalize();
        this.folder = folder;
    }

    @Override
    public String place() {
        return folder + "/";
    }

    @Override
    public TraceKind kind() {
        return kind;
    }

    @Override
    public String unit() {
        return "files";
    }

    @Override
    public Expired count(Instant before) {
        List<Path> over = over(before);
        Set<String> kept = over.isEmpty() ? Set.of() : kept();
        long keptBack = over.stream().filter(file -> names(file, kept)).count();
        return new Expired(over.size() - keptBack, keptBack);
    }

    /** One file: a crash leaves at most one that went and is not in the report. */
    @Override
    public OptionalLong dispose(Instant before) {
        List<Path> over = over(before);
        Set<String> kept = over.isEmpty() ? Set.of() : kept();
        for (Path file : over) {
            if (!names(file, kept)) {
                delete(file);
                return OptionalLong.of(1);
            }
        }
        return OptionalLong.empty();
    }

    private Set<String> kept() {
        return new HashSet<>(jdbc.queryForList(
                "select person_id from kept_person union select nhs_number from kept_number", String.class));
    }

    private static boolean names(Path file, Set<String> words) {
        try {
            return !words.isEmpty() && FileSearch.names(file, words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> over(Instant before) {
        return Stream.of(Format.values())
                .map(format -> inbox.resolve(format.code()).resolve(folder))
                .filter(Files::isDirectory)
                .flatMap(place -> files(place).stream())
                .filter(file -> since(file).isBefore(before))
                .sorted()
                .toList();
    }

    private static List<Path> files(Path place) {
        try (Stream<Path> found = Files.list(place)) {
            return found.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Since when it lies there: a file keeps the day on which the source wrote it when it is moved, so the day on which its
     * entry changed counts too, where the file system has it.
     */
    private static Instant since(Path file) {
        try {
            Instant written = Files.getLastModifiedTime(file).toInstant();
            Instant moved = file.getFileSystem().supportedFileAttributeViews().contains("unix")
                    ? ((FileTime) Files.getAttribute(file, "unix:ctime")).toInstant()
                    : written;
            return moved.isAfter(written) ? moved : written;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
