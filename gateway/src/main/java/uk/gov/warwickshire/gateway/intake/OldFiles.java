package uk.gov.warwickshire.gateway.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import uk.gov.warwickshire.gateway.common.HeldPersons;
import uk.gov.warwickshire.gateway.common.WorkTraces.Disposed;

/** Files in some of the folders that each format has in the inbox, by their age. */
final class OldFiles {

    private final Path inbox;
    private final List<String> folders;

    OldFiles(Path inbox, String... folders) {
        this.inbox = inbox.toAbsolutePath().normalize();
        this.folders = List.of(folders);
    }

    /** Also a file whose time its sender has set counts from the day on which it came here. */
    List<Disposed> removeBefore(Instant cutoff, HeldPersons held) {
        Pattern pattern = held.inText();
        List<Disposed> disposed = new ArrayList<>();
        folders().forEach(folder -> {
            long removed = 0;
            long left = 0;
            for (Path file : files(folder)) {
                if (cameAt(file).isBefore(cutoff)) {
                    boolean free = removeUnlessNamed(file, pattern);
                    removed += free ? 1 : 0;
                    left += free ? 0 : 1;
                }
            }
            String place = String.valueOf(inbox.relativize(folder));
            disposed.add(Disposed.removed(place, removed));
            disposed.add(Disposed.left(place, left, HeldPersons.WORDS));
        });
        return disposed;
    }

    Optional<Instant> oldest() {
        return folders().stream()
                .flatMap(folder -> files(folder).stream())
                .map(OldFiles::cameAt)
                .min(Comparator.naturalOrder());
    }

    private List<Path> folders() {
        return Arrays.stream(Format.values())
                .flatMap(format ->
                        folders.stream().map(name -> inbox.resolve(format.code()).resolve(name)))
                .toList();
    }

    private static boolean removeUnlessNamed(Path file, Pattern pattern) {
        try {
            if (FileSearch.names(file, pattern)) {
                return false;
            }
            Files.deleteIfExists(file);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instant cameAt(Path file) {
        try {
            BasicFileAttributes times = Files.readAttributes(file, BasicFileAttributes.class);
            Instant modified = times.lastModifiedTime().toInstant();
            Instant created = times.creationTime().toInstant();
            return modified.isAfter(created) ? modified : created;
        } catch (NoSuchFileException gone) {
            return Instant.MAX;
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
