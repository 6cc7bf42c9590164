package uk.gov.warwickshire.gateway.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Looks for words in delivered files, inside archives too. */
final class FileSearch {

    private static final Pattern NO_WORD = Pattern.compile("[^A-Za-z0-9_-]+");

    private FileSearch() {}

    static boolean names(Path file, Pattern pattern) throws IOException {
        return names(file, line -> pattern.matcher(line).find());
    }

    /** Whether any of the words stands in it, with no letter, digit, hyphen or underscore beside it. */
    static boolean names(Path file, Set<String> words) throws IOException {
        return names(file, line -> NO_WORD.splitAsStream(line).anyMatch(words::contains));
    }

    private static boolean names(Path file, Predicate<String> wanted) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            if (!file.getFileName().toString().endsWith(".zip")) {
                return has(in, wanted);
            }
            ZipInputStream zip = new ZipInputStream(in);
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (has(zip, wanted)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Writes a report again without the lines that match. */
    static void dropLines(Path report, Pattern pattern) {
        try {
            List<String> lines = Files.readAllLines(report, StandardCharsets.UTF_8);
            List<String> kept =
                    lines.stream().filter(line -> !pattern.matcher(line).find()).toList();
            if (kept.size() < lines.size()) {
                Path unfinished = report.resolveSibling("." + report.getFileName() + ".tmp");
                Files.write(unfinished, kept);
                Files.move(unfinished, report, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean has(InputStream in, Predicate<String> wanted) throws IOException {
        // Identifiers are ASCII: as Latin-1 every byte is a letter and no file is malformed.
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (wanted.test(line)) {
                return true;
            }
        }
        return false;
    }
}
