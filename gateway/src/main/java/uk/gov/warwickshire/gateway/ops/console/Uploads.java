package uk.gov.warwickshire.gateway.ops.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.web.multipart.MultipartFile;

/** Files that a person hands to a page, kept only while they are read. */
public final class Uploads implements AutoCloseable {

    private final Path folder;

    public Uploads() {
        try {
            folder = Files.createTempDirectory("console-upload");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty if none was chosen. */
    public Optional<Path> keep(String as, MultipartFile file) {
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            Path kept = folder.resolve(as);
            file.transferTo(kept);
            return Optional.of(kept);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
