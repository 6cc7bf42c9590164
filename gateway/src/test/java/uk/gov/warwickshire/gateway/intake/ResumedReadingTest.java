package uk.gov.warwickshire.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.gov.warwickshire.gateway.demo.data.SyntheticFamilies;
import uk.gov.warwickshire.gateway.testing.TestDatabase;

/** A gateway that dies while it reads, at any chunk, leaves what one that does not die would have left. */
class ResumedReadingTest {

    private static final Clock DAY = Clock.fixed(Instant.parse("2026-11-20T09:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    @Test
    void readingAgainAfterACrashEndsTheSame() throws IOException {
        new SyntheticFamilies(41, 400, DAY).writeTo(folder.resolve("inbox"));

        Outcome whole = readAll(List.of());
        Outcome crashed = readAll(List.of(0, 1, 2));

        assertThat(whole.batches).anyMatch(text -> text.contains("rejected=") && !text.contains("rejected=0"));
        assertThat(crashed.batches).isEqualTo(whole.batches);
        assertThat(crashed.reports).isEqualTo(whole.reports);
        assertThat(crashed.resources).isEqualTo(whole.resources);
        assertThat(crashed.enqueued).isEqualTo(whole.enqueued);
    }

    @Test
    void aBatchThatAlwaysFailsIsGivenUp() {
        try (TestDatabase database = new TestDatabase();
                TestIntake intake = new TestIntake(database, Map.of())) {
            UUID id =
                    intake.receive(Format.SSD, "a.zip", Extract.ofTwoChildren().zip());
            BatchRunner runner = intake.bean(BatchRunner.class);
            for (int attempt = 1; attempt <= 2; attempt++) {
                intake.failAfter(0);
                assertThatThrownBy(() -> runner.run(Format.Lane.RECORDS)).hasMessage("the gateway dies here");
                assertThat(intake.batch(id).state()).isEqualTo(BatchState.READING);
            }
            intake.failAfter(0);
            runner.run(Format.Lane.RECORDS);

            assertThat(intake.batch(id).state()).isEqualTo(BatchState.FAILED);
            assertThat(intake.report(intake.batch(id))).contains("FILE_FAILED").doesNotContain("dies");
        }
    }

    @Test
    void whoeverWasOvertakenWritesNothingMore() {
        try (TestDatabase database = new TestDatabase();
                TestIntake intake = new TestIntake(database, Map.of())) {
            UUID id =
                    intake.receive(Format.SSD, "a.zip", Extract.ofTwoChildren().zip());
            Batches batches = intake.bean(Batches.class);
            UUID first = UUID.randomUUID();
            Batch taken = batches.take(Format.Lane.RECORDS, first).orElseThrow();
            Reading reading = new Reading(taken, first, folder, batches, Clock.systemUTC());
            reading.requireHeld();

            batches.take(Format.Lane.RECORDS, UUID.randomUUID());

            assertThatThrownBy(reading::requireHeld).isInstanceOf(OvertakenException.class);
            assertThat(batches.finish(id, first, BatchState.COMPLETED, Counters.NONE, Optional.empty()))
                    .isFalse();
        }
    }

    @Test
    void filesPostedAtOnceAreReadOneAfterAnother() {
        try (TestDatabase database = new TestDatabase();
                TestIntake intake = new TestIntake(database, Map.of())) {
            byte[] zip = Extract.ofTwoChildren().zip();

            List<UUID> ids = IntStream.range(0, 4)
                    .parallel()
                    .mapToObj(n -> {
                        UUID id = intake.receive(Format.SSD, n + ".zip", zip);
                        intake.bean(BatchRunner.class).run(Format.Lane.RECORDS);
                        return id;
                    })
                    .toList();
            intake.bean(BatchRunner.class).run(Format.Lane.RECORDS);

            assertThat(ids)
                    .allSatisfy(id -> assertThat(intake.batch(id).state()).isEqualTo(BatchState.COMPLETED));
            assertThat(ids.stream()
                            .mapToLong(id -> intake.batch(id).counters().changed())
                            .sum())
                    .isEqualTo(2);
            assertThat(intake.takeEnqueued()).containsExactly("c1", "c2");
        }
    }

    private record Outcome(List<String> batches, List<String> reports, List<String> resources, List<String> enqueued) {}

    /** @param crashes before which chunk each attempt dies, attempt by attempt */
    private Outcome readAll(List<Integer> crashes) throws IOException {
        try (TestDatabase database = new TestDatabase();
                TestIntake intake = new TestIntake(database, Map.of())) {
            List<String> batches = new ArrayList<>();
            List<String> reports = new ArrayList<>();
            for (Format format : List.of(Format.IDENTITY, Format.SSD)) {
                for (Path file : files(format)) {
                    UUID id = intake.receive(format, file.getFileName().toString(), Files.readAllBytes(file));
                    crashes.stream().limit(2).forEach(chunk -> crash(intake, chunk));
                    intake.failAfter(-1);
                    intake.bean(BatchRunner.class).run(format.lane());
                    batches.add(
                            intake.batch(id).state() + " " + intake.batch(id).counters());
                    reports.add(intake.report(intake.batch(id)));
                }
            }
            return new Outcome(
                    batches,
                    reports,
                    intake.jdbc.queryForList(
                            "select concat_ws('/', child_id, type, id, version, encode(hash, 'hex')) from resource"
                                    + " order by child_id, type, id",
                            String.class),
                    intake.takeEnqueued());
        }
    }

    private static void crash(TestIntake intake, int chunk) {
        intake.failAfter(chunk);
        try {
            intake.bean(BatchRunner.class).run(Format.Lane.RECORDS);
        } catch (IllegalStateException died) {
            assertThat(died).hasMessage("the gateway dies here");
        }
    }

    private List<Path> files(Format format) throws IOException {
        try (var list = Files.list(folder.resolve("inbox").resolve(format.code()))) {
            return list.sorted().toList();
        }
    }
}
