package uk.gov.warwickshire.gateway.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The reference in `gateway/docs/settings.md` is current; `-Dapprove` writes it anew. */
class SettingsReferenceTest {

    private static final Path DOCUMENT = Path.of("docs/settings.md");
    private static final Path SOURCE = Path.of("src/main/java/uk/gov/warwickshire/gateway/settings");
    private static final String BEGIN = "<!-- made from the code: begin -->\n";
    private static final String END = "<!-- made from the code: end -->\n";
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)`[^|]*\\|[^|]*\\|[^|]*\\| ([^|]*) \\|");
    private static final Pattern VERSION = Pattern.compile("<version>([0-9.]+)(-SNAPSHOT)?</version>");
    private static final String RENEW = "mvn -pl gateway -am test -Dtest=SettingsReferenceTest -Dapprove"
            + " -Dsurefire.failIfNoSpecifiedTests=false writes it anew";

    @Test
    void everySettingIsExplainedWhereItIsDeclared() throws IOException {
        assertThat(new SettingsReference(SettingsSource.read(SOURCE)).withoutWords())
                .as("settings without an @param in %s", SOURCE)
                .isEmpty();
    }

    @Test
    void theDocumentIsCurrent() throws IOException {
        String document = Files.readString(DOCUMENT);
        String reference =
                new SettingsReference(SettingsSource.read(SOURCE)).markdown(sinceOf(document), projectVersion());
        String before = document.substring(0, document.indexOf(BEGIN) + BEGIN.length());
        String current = before + "\n" + reference + "\n" + document.substring(document.indexOf(END));
        if (System.getProperty("approve") != null) {
            Files.writeString(DOCUMENT, current);
        }

        assertThat(DOCUMENT).as(RENEW).hasContent(current);
    }

    /** The version in which a setting came stays as the document has it. */
    private static Map<String, String> sinceOf(String document) {
        Map<String, String> since = new HashMap<>();
        Matcher row = ROW.matcher(document);
        while (row.find()) {
            since.put(row.group(1), row.group(2));
        }
        return since;
    }

    private static String projectVersion() throws IOException {
        Matcher version = VERSION.matcher(Files.readString(Path.of("../pom.xml")));
        assertThat(version.find()).isTrue();
        return version.group(1);
    }
}
