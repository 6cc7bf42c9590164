package uk.gov.warwickshire.gateway.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The compiler holds the first promise: outside this package no one can make a {@link Cleared}. */
class ClearedTest {

    @TempDir
    Path classes;

    @Test
    void a_sender_that_makes_its_own_clearance_does_not_compile() throws IOException {
        assertThat(compile("new Cleared(null, null, null, null, null)"))
                .singleElement()
                .satisfies(error -> assertThat(error).contains("Cleared").contains("not public"));
    }

    @Test
    void a_sender_that_uses_a_clearance_compiles() throws IOException {
        assertThat(compile("given")).isEmpty();
    }

    private List<String> compile(String expression) throws IOException {
        String source = """
                package uk.gov.warwickshire.gateway.icr;
                import uk.gov.warwickshire.gateway.disclosure.Cleared;
                class Sender {
                    Cleared send(Cleared given) {
                        return %s;
                    }
                }
                """.formatted(expression);
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///Sender.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        List<String> options = List.of(
                "-proc:none",
                "-classpath",
                System.getProperty("java.class.path"),
                "-d",
                Files.createDirectories(classes).toString());
        compiler.getTask(null, null, found, options, null, List.of(file)).call();
        return found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(diagnostic -> diagnostic.getMessage(Locale.ENGLISH))
                .toList();
    }
}
