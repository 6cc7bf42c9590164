package uk.gov.warwickshire.gateway.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.demo.data.SyntheticFamilies;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/** Drops the families' files into the inbox, waits until all is still, and tells what came of it. */
@Component
@Profile("demo")
class DemoRun {

    private static final Duration LOOK = Duration.ofMillis(500);
    private static final int STILL = 4;

    private final GatewaySettings settings;
    private final SyntheticFamilies families;
    private final DemoFigures figures;
    private final DemoNumbers numbers;
    private final DemoRequests requests;
    private final DemoRetention retention;
    private final Environment environment;
    // The console is what this class is for.
    private final PrintStream out = System.out;

    DemoRun(
            GatewaySettings settings,
            SyntheticFamilies families,
            DemoFigures figures,
            DemoNumbers numbers,
            DemoRequests requests,
            DemoRetention retention,
            Environment environment) {
        this.settings = settings;
        this.families = families;
        this.figures = figures;
        this.numbers = numbers;
        this.requests = requests;
        this.retention = retention;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Thread thread = new Thread(this::run, "demo");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            dropFilesAtFirstStart();
            out.println("\nThe demo has started; the files are being read, decided on and sent ...");
            waitUntilStill(settings.demo().generate() ? 1 : 0);
            numbers.write();
            requests.enter();
            boolean still = waitUntilStill(figures.batches() + retention.prepare());
            out.println(DemoTable.of(figures.intake(), figures.outcomes(), figures.rejections()));
            if (!still) {
                out.println("  (not everything has come to rest yet: look again at the addresses below)\n");
            }
            out.println(DemoGuide.of(settings, environment.getProperty("server.port", "8080")));
        } catch (IOException e) {
            out.println("The demo's files could not be written to " + settings.inbox() + ": " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void dropFilesAtFirstStart() throws IOException {
        Path done = settings.dataDir().toAbsolutePath().resolve("demo/dropped");
        if (settings.demo().generate() && Files.notExists(done)) {
            List<Path> files = families.writeTo(settings.inbox());
            Files.write(done, files.stream().map(Path::toString).toList());
        }
    }

    /** @param batches how many there are at least, once what was dropped is taken */
    private boolean waitUntilStill(long batches) throws InterruptedException {
        int looks = 0;
        for (long waited = 0; waited < settings.demo().patience().toMillis(); waited += LOOK.toMillis()) {
            looks = figures.moving() == 0 && figures.batches() >= batches ? looks + 1 : 0;
            if (looks == STILL) {
                return true;
            }
            Thread.sleep(LOOK.toMillis());
        }
        return false;
    }
}
