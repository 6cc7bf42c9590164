package uk.gov.warwickshire.mappings.source.cin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import uk.gov.warwickshire.mappings.source.ByteSource;

/** A census of 300 MB in a heap of 48: memory does not grow with the file. */
class LargeCensusIT {

    private static final int CHILDREN = 130_000;

    @Test
    void aFileOfHundredsOfMegabytesIsReadInConstantMemory() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx48m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Reading.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(said).contains(CHILDREN + " children, " + CHILDREN + " entries");
        assertThat(process.exitValue()).isZero();
    }

    /** What the small process does. */
    static final class Reading {
        public static void main(String[] arguments) throws Exception {
            String text = new String(EditedCensus.of(""), StandardCharsets.UTF_8);
            int start = text.indexOf("<Child>");
            int end = text.indexOf("</Child>") + "</Child>".length();
            ByteSource generated =
                    () -> stream(text.substring(0, start), text.substring(start, end), text.substring(end));
            CensusReader reader = new CensusReader();
            CensusSurvey survey = reader.survey("large.xml", generated);
            long[] entries = new long[1];
            reader.<RuntimeException>children(
                    survey, generated, child -> entries[0] += child.entry().isPresent() ? 1 : 0);
            System.out.println(survey.children() + " children, " + entries[0] + " entries");
        }

        private static InputStream stream(String head, String child, String tail) {
            Enumeration<InputStream> children = new Enumeration<>() {
                private int number;

                @Override
                public boolean hasMoreElements() {
                    return number < CHILDREN;
                }

                @Override
                public InputStream nextElement() {
                    return bytes(child.replace(">C1<", ">C" + number++ + "<"));
                }
            };
            return new SequenceInputStream(
                    new SequenceInputStream(bytes(head), new SequenceInputStream(children)), bytes(tail));
        }

        private static InputStream bytes(String text) {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
