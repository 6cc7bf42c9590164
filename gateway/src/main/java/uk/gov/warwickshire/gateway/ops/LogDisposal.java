package uk.gov.warwickshire.gateway.ops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.HeldPersons;
import uk.gov.warwickshire.gateway.common.WorkTrace;
import uk.gov.warwickshire.gateway.common.WorkTraces;

/**
 * Disposes of log files that were rolled away, where the gateway writes files (`logging.file.name`). What it writes to its
 * standard output is kept by whoever runs it. Logs name nobody, so no hold concerns them.
 */
@Component
class LogDisposal implements WorkTraces {

    private final Optional<Path> log;

    LogDisposal(Environment environment) {
        this.log = Optional.ofNullable(environment.getProperty("logging.file.name"))
                .map(name -> Path.of(name).toAbsolutePath());
    }

    @Override
    public WorkTrace trace() {
        return WorkTrace.LOGS;
    }

    @Override
    public List<Disposed> disposeBefore(Instant cutoff, HeldPersons held) {
        if (log.isEmpty()) {
            return List.of(Disposed.left("standard output", 1, "kept by whoever runs the gateway"));
        }
        List<Path> old = rolled().filter(file -> modified(file).isBefore(cutoff)).toList();
        old.forEach(LogDisposal::delete);
        return List.of(Disposed.removed("log files", old.size()));
    }

    @Override
    public Optional<Instant> oldest() {
        return rolled().map(LogDisposal::modified).min(Instant::compareTo);
    }

    /** All but the one that is being written. */
    private Stream<Path> rolled() {
        if (log.isEmpty()) {
            return Stream.empty();
        }
        Path current = log.get();
        String name = String.valueOf(current.getFileName());
        try (Stream<Path> files = Files.list(Optional.ofNullable(current.getParent()).orElse(Path.of(".")))) {
            return files
                    .filter(file -> String.valueOf(file.getFileName()).startsWith(name) && !file.equals(current))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instant modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
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
}
