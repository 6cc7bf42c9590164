package uk.gov.warwickshire.gateway.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;
import uk.gov.warwickshire.gateway.common.ExpiringTraces.Expired;

/** Rolled log files go, and nothing else that lies beside them. */
class ExpiringLogsTest {

    private static final Instant BEFORE = Instant.parse("2026-05-01T00:00:00Z");

    @TempDir
    Path folder;

    @Test
    void whatWasRolledAwayLongAgoGoes() throws IOException {
        write("gateway.log", "2026-01-01T00:00:00Z");
        write("gateway.log.2026-01-01.0.gz", "2026-01-01T00:00:00Z");
        write("gateway.log.2026-06-01.0.gz", "2026-06-01T00:00:00Z");
        write("other.log.2026-01-01.0.gz", "2026-01-01T00:00:00Z");
        ExpiringLogs logs = new ExpiringLogs(new MockEnvironment()
                .withProperty("logging.file.name", folder.resolve("gateway.log").toString()));

        assertThat(logs.count(BEFORE)).isEqualTo(new Expired(1, 0));
        assertThat(logs.dispose(BEFORE)).hasValue(1);
        assertThat(logs.dispose(BEFORE)).isEmpty();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "gateway.log", "gateway.log.2026-06-01.0.gz", "other.log.2026-01-01.0.gz");
        }
    }

    @Test
    void withoutALogFileThereIsNothingToDo() {
        assertThat(new ExpiringLogs(new MockEnvironment()).count(BEFORE)).isEqualTo(new Expired(0, 0));
    }

    private void write(String name, String modified) throws IOException {
        Files.setLastModifiedTime(Files.writeString(folder.resolve(name), "x"), FileTime.from(Instant.parse(modified)));
    }
}
