package uk.gov.warwickshire.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.gov.warwickshire.gateway.common.ErasedPersons.Standing;
import uk.gov.warwickshire.gateway.common.SharedRouteConfiguration;
import uk.gov.warwickshire.gateway.testing.TestDatabase;

/** The real routes over a real folder. */
class InboxTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path inbox;

    @Test
    void filesAreTakenReadMovedAndReportedByTwoReplicasOnce() throws Exception {
        Map<String, String> settings = Map.of("gateway.intake.inbox", inbox.toString(), "gateway.intake.poll", "200ms");
        byte[] zip = Extract.ofTwoChildren().zip();
        drop("ssd/whole.zip", zip);
        drop("ssd/broken.zip", new byte[] {'P', 'K', 3, 4, 0});
        drop("ssd/notes.txt", zip);
        try (TestDatabase database = new TestDatabase();
                TestIntake one = new TestIntake(database, settings);
                TestIntake two = new TestIntake(database, settings);
                CamelContext first = started(one);
                CamelContext second = started(two)) {
            await(inbox.resolve("ssd/done/whole.zip"));
            await(inbox.resolve("ssd/failed/broken.zip"));

            assertThat(Files.readString(inbox.resolve("ssd/reports/whole.zip.report.csv")))
                    .startsWith("file,table,row,child_id,field,severity,code,message");
            assertThat(Files.readString(inbox.resolve("ssd/reports/broken.zip.report.csv")))
                    .contains("FILE_FAILED");
            assertThat(inbox.resolve("ssd/notes.txt")).exists();
            assertThat(inbox.resolve("ssd/received")).isEmptyDirectory();
            assertThat(one.bean(Batches.class).latest(10)).hasSize(2);
            assertThat(one.enqueued.size() + two.enqueued.size()).isEqualTo(2);
            assertThat(first.getStatus().isStarted() && second.getStatus().isStarted())
                    .isTrue();

            one.erased.put("c1", Standing.ERASED);
            two.erased.put("c1", Standing.ERASED);
            drop(
                    "ssd/later.zip",
                    Extract.ofTwoChildren()
                            .replace("ssd_person", "Quill", "Quilt")
                            .zip());
            await(inbox.resolve("ssd/reports/later.zip.report.csv"));
            awaitEmpty(inbox.resolve("ssd/received"));
            assertThat(Files.readString(inbox.resolve("ssd/reports/later.zip.report.csv")))
                    .contains(",ERASED,")
                    .doesNotContain("c1,");
            assertThat(inbox.resolve("ssd/done/later.zip"))
                    .as("a file that names an erased child is not kept")
                    .doesNotExist();
        }
    }

    private static CamelContext started(TestIntake intake) throws Exception {
        DefaultCamelContext context = new DefaultCamelContext();
        context.addRoutes(new SharedRouteConfiguration());
        context.addRoutes(intake.bean(IntakeRoutes.class));
        context.start();
        return context;
    }

    /** As old as one that was written a while ago: complete at once. */
    private void drop(String name, byte[] content) throws IOException {
        Path file = inbox.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
    }

    private static void awaitEmpty(Path folder) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end) && !isEmpty(folder)) {
            Thread.sleep(100);
        }
        assertThat(folder).isEmptyDirectory();
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private static void await(Path file) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!Files.exists(file) && Instant.now().isBefore(end)) {
            Thread.sleep(100);
        }
        assertThat(file).exists();
    }
}
