package uk.gov.warwickshire.gateway.ops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.ExpiringTraces;
import uk.gov.warwickshire.gateway.common.TraceKind;

/**
 * Log files that were rolled away, where the gateway writes files (`logging.file.name`). On each machine the log system
 * removes them itself; this counts, and takes, what it has left on the machine of the run. A log names nobody, so nothing of
 * it has to stay. Standard output is kept by whoever runs the gateway.
 */
@Component
class ExpiringLogs implements ExpiringTraces {

    private final Optional<Path> log;

    ExpiringLogs(Environment environment) {
        this.log = Optional.ofNullable(environment.getProperty("logging.file.name"))
                .map(name -> Path.of(name).toAbsolutePath());
    }

    @Override
    public String place() {
        return "log files";
    }

    @Override
    public TraceKind kind() {
        return TraceKind.LOGS;
    }

    @Override
    public String unit() {
        return "files";
    }

    @Override
    public Expired count(Instant before) {
        return new Expired(over(before).size(), 0);
    }

    @Override
    public OptionalLong dispose(Instant before) {
        List<Path> old = over(before);
        old.forEach(ExpiringLogs::delete);
        return old.isEmpty() ? OptionalLong.empty() : OptionalLong.of(old.size());
    }

    /** Rolled away: named after the one that is being written, and not it. */
    private List<Path> over(Instant before) {
        Optional<Path> folder = log.map(Path::getParent);
        if (folder.filter(Files::isDirectory).isEmpty()) {
            return List.of();
        }
        Path current = log.orElseThrow();
        String name = current.getFileName() + ".";
        try (Stream<Path> files = Files.list(folder.orElseThrow())) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> String.valueOf(file.getFileName()).startsWith(name))
                    .filter(file -> modified(file).isBefore(before))
                    .toList();
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
