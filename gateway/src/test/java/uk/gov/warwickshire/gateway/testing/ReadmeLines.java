package uk.gov.warwickshire.gateway.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a block of the README as a reader would, with the addresses of a test. */
public final class ReadmeLines {

    private ReadmeLines() {}

    /**
     * @param marker the comment before the block, `<!-- marker -->`
     * @param replaced what stands in the README, and what the test has
     * @return what was printed, line by line
     */
    public static List<String> run(String marker, Map<String, String> replaced)
            throws IOException, InterruptedException {
        String readme = Files.readString(Path.of("..", "README.md"));
        String block = readme.substring(readme.indexOf("<!-- " + marker + " -->"));
        String script = block.substring(block.indexOf("```sh\n") + 6, block.indexOf("\n```\n"));
        for (Map.Entry<String, String> entry : replaced.entrySet()) {
            script = script.replace(entry.getKey(), entry.getValue());
        }
        // Each answer on a line of its own.
        Process shell = new ProcessBuilder("bash", "-c", script.replace("\nask ", "\necho; ask "))
                .redirectErrorStream(true)
                .start();
        String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!shell.waitFor(60, TimeUnit.SECONDS) || shell.exitValue() != 0) {
            throw new AssertionError("the lines of the README fail:\n" + output);
        }
        return output.lines().filter(line -> !line.isBlank()).toList();
    }
}
