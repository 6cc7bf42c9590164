package uk.gov.warwickshire.gateway.ops.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import uk.gov.warwickshire.gateway.rights.erasure.DatabaseSearch;
import uk.gov.warwickshire.gateway.testing.IndexSearch;

/**
 * Looks for a child in everything that the demo keeps: each column of each table, each term and stored value of each index,
 * every file below the data directory (archives opened; PostgreSQL's own files are asked through its tables), the log, and
 * what the simulated counterparts show.
 */
final class ErasedEverywhere {

    private static final List<String> REGIONS =
            List.of("coventry-warwickshire", "birmingham-solihull", "herefordshire-worcestershire");
    private static final List<String> MAILBOXES = List.of("X26HC065", "X26DEMO01", "X26CPIS01", "X26DEMO02");
    /** The counterparts forget what they were asked after half a minute. */
    private static final int LOOKS = 60;

    private final ConsoleTrial trial;
    private final String child;
    private final HttpClient http = HttpClient.newHttpClient();
    private String number = "";
    private String patient = "";

    ErasedEverywhere(ConsoleTrial trial, String child) {
        this.trial = trial;
        this.child = child;
    }

    /** Until the child's record is held by its region and is found by the indexes. */
    void awaitSent() throws IOException, InterruptedException {
        for (int looks = 0; looks < LOOKS && !isSent(); looks++) {
            Thread.sleep(1000);
        }
        number = one("select nhs_number from child where child_id = ?");
        patient = one("select id from resource where child_id = ? and type = 'Patient'");
        for (int looks = 0; looks < LOOKS && !places().contains("index"); looks++) {
            Thread.sleep(1000);
        }
    }

    private boolean isSent() {
        return Boolean.TRUE.equals(trial.jdbc().queryForObject("""
                        select exists (select from recipient_copy where child_id = ?)
                           and not exists (select from intake_batch
                                            where finished_at is null or (from_inbox and settled_at is null))
                        """, Boolean.class, child));
    }

    private String one(String sql) {
        return trial.jdbc().queryForList(sql, String.class, child).get(0);
    }

    String number() {
        return number;
    }

    /** Words that tell the child. Its surname is that of two others too, so the forename stands for the name. */
    private List<String> words() {
        return List.of(child, number, patient, "Isolde");
    }

    /** Tables by name, `index`, `region`, `mailbox`, `log` and `files`. */
    Set<String> places() throws IOException, InterruptedException {
        Set<String> places = new TreeSet<>();
        DatabaseSearch.of(trial.jdbc(), words().toArray(String[]::new))
                .forEach(table -> places.add(table.replaceFirst("^public\\.", "")));
        if (!IndexSearch.of(trial.data(), words()).isEmpty()) {
            places.add("index");
        }
        for (String region : REGIONS) {
            note(get("/icr/" + region + "/received"), "region", places);
        }
        for (String mailbox : MAILBOXES) {
            note(get("/mesh/" + mailbox + "/received"), "mailbox " + mailbox, places);
        }
        note(Files.readString(trial.log(), StandardCharsets.ISO_8859_1), "log", places);
        try (Stream<Path> files = Files.walk(trial.data())) {
            files.filter(Files::isRegularFile)
                    .filter(file -> !isOfAServer(file))
                    .forEach(file -> note(text(file), "files", places));
        }
        return places;
    }

    Set<String> placesOnceAllHaveForgotten() throws IOException, InterruptedException {
        Set<String> places = places();
        for (int looks = 0; looks < LOOKS && !places.isEmpty(); looks++) {
            Thread.sleep(1000);
            places = places();
        }
        return places;
    }

    private void note(String text, String place, Set<String> places) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (words().stream().anyMatch(word -> lower.contains(word.toLowerCase(Locale.ROOT)))) {
            places.add(place);
        }
    }

    /** PostgreSQL's tables are asked, and an index is opened. */
    private boolean isOfAServer(Path file) {
        String top = trial.data().relativize(file).getName(0).toString();
        return top.startsWith("search-index") || top.equals("postgresql");
    }

    private String get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + trial.simulatorPort() + path))
                .build();
        return http.send(request, BodyHandlers.ofString()).body();
    }

    private static String text(Path file) {
        try {
            return file.toString().endsWith(".zip")
                    ? unzipped(file)
                    : Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unzipped(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                text.append(new String(zip.readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        }
        return text.toString();
    }
}
