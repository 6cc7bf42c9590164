package uk.gov.warwickshire.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of the project that are made from others: compared, or written anew under `-Dapprove`. */
final class Approved {

    private static final boolean APPROVE = System.getProperty("approve") != null;

    private Approved() {}

    static void assertCurrent(Path file, String generated) throws IOException {
        if (APPROVE) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, generated);
        }
        assertThat(file).as("generated; bring it up to date with -Dapprove").exists();
        assertThat(Files.readString(file))
                .as("%s: generated; bring it up to date with -Dapprove", file)
                .isEqualTo(generated);
    }
}
