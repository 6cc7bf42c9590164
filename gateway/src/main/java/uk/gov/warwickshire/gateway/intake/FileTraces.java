package uk.gov.warwickshire.gateway.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.ErasedPerson;
import uk.gov.warwickshire.gateway.common.PersonalTraces;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/**
 * Takes away the delivered files in `done/` and `failed/` that name the person, and the person's lines in `reports/`. A file
 * goes whole: what is in it has taken effect long ago, and a file that was cut would no longer be the one delivered.
 */
@Component
class FileTraces implements PersonalTraces {

    private final JdbcTemplate jdbc;
    private final Path inbox;

    FileTraces(JdbcTemplate jdbc, GatewaySettings settings) {
        this.jdbc = jdbc;
        this.inbox = settings.inbox().toAbsolutePath().normalize();
    }

    @Override
    public String room() {
        return "intake files";
    }

    @Override
    public List<Removed> erase(ErasedPerson person) {
        return List.of();
    }

    /** Not while a file is being read: it may name the person too, and moves to `done/` afterwards. */
    @Override
    public boolean isGone(ErasedPerson person) {
        if (isReading()) {
            return false;
        }
        Pattern pattern = Pattern.compile(person.pattern());
        for (Format format : Format.values()) {
            Path folder = inbox.resolve(format.code());
            files(folder.resolve("done")).forEach(file -> removeIfNamed(file, pattern));
            files(folder.resolve("failed")).forEach(file -> removeIfNamed(file, pattern));
            files(folder.resolve("reports")).forEach(file -> FileSearch.dropLines(file, pattern));
        }
        return true;
    }

    private boolean isReading() {
        return Boolean.TRUE.equals(jdbc.queryForObject("""
                select exists (select from intake_batch
                                where state in ('RECEIVED', 'READING') or (from_inbox and settled_at is null))
                """, Boolean.class));
    }

    private static void removeIfNamed(Path file, Pattern pattern) {
        try {
            if (FileSearch.names(file, pattern)) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
