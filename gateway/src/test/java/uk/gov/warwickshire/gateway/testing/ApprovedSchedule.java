package uk.gov.warwickshire.gateway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.core.io.ClassPathResource;

/** The shipped draft of the retention schedule, approved as a council would. */
public final class ApprovedSchedule {

    private ApprovedSchedule() {}

    public static String text() {
        try {
            return new ClassPathResource("retention-schedule.yaml")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .replace("  by: \"\"", "  by: A. Tester, records manager")
                    .replace("  date: \"\"", "  date: 2026-11-01");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its location, as a setting. */
    public static String in(Path folder) {
        try {
            Files.createDirectories(folder);
            return "file:" + Files.writeString(folder.resolve("retention-schedule.yaml"), text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
