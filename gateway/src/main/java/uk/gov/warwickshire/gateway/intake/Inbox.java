package uk.gov.warwickshire.gateway.intake;

import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.SingleRunner;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/**
 * The folders of the inbox, one per format: files are taken from it into `received/`, and when their batch ends moved to
 * `done/` or `failed/`, with a report in `reports/`. May be shared by replicas.
 */
@Component
public class Inbox {

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    private static final int AT_ONCE = 100;

    private final Path root;
    private final SingleRunner singleRunner;
    private final Receiver receiver;
    private final Batches batches;
    private final ReportWriter reports;
    private final Findings findings;

    Inbox(
            GatewaySettings settings,
            SingleRunner singleRunner,
            Receiver receiver,
            Batches batches,
            ReportWriter reports,
            Findings findings) {
        this.root = settings.inbox().toAbsolutePath().normalize();
        this.singleRunner = singleRunner;
        this.receiver = receiver;
        this.batches = batches;
        this.reports = reports;
        this.findings = findings;
    }

    /** Where files of a format are dropped. */
    Path folder(Format format) {
        return root.resolve(format.code());
    }

    /**
     * Takes a complete file. Of several replicas one takes it. After a crash between receipt and move it is received
     * again, which changes nothing.
     */
    void take(Format format, File dropped) {
        singleRunner.run("intake file " + format + " " + dropped.getName(), () -> {
            if (dropped.isFile()) {
                receive(format, dropped.toPath());
            }
        });
    }

    private void receive(Format format, Path file) {
        String name = file.getFileName().toString();
        try (InputStream content = Files.newInputStream(file)) {
            UUID batch = receiver.receive(format, name, content, true);
            move(file, received(format, batch));
        } catch (TooLargeException e) {
            LOG.warn("A file of format {} is {}: moved to failed/", format.code(), e.getMessage());
            move(file, folder(format).resolve("failed").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Moves the files of finished batches and writes their reports; again after a crash, with the same result. One that names
     * an erased person is not kept.
     */
    void settle() {
        singleRunner.run("intake settle", () -> batches.unsettled(AT_ONCE).forEach(this::settle));
    }

    private void settle(Batch batch) {
        Path folder = folder(batch.format());
        writeReport(batch, folder.resolve("reports").resolve(batch.name() + ".report.csv"));
        Path received = received(batch.format(), batch.id());
        if (Files.exists(received) && findings.has(batch.id(), ErasureCheck.CODE)) {
            // It names somebody who was erased here; the source has the original.
            delete(received);
        } else if (Files.exists(received)) {
            String place = batch.state() == BatchState.FAILED ? "failed" : "done";
            move(received, folder.resolve(place).resolve(batch.name()));
        }
        batches.settled(batch.id());
    }

    private Path received(Format format, UUID batch) {
        return folder(format).resolve("received").resolve(batch.toString());
    }

    private void writeReport(Batch batch, Path report) {
        try {
            Path unfinished = report.resolveSibling("." + batch.id() + ".tmp");
            Files.createDirectories(report.getParent());
            try (BufferedWriter writer = Files.newBufferedWriter(unfinished)) {
                reports.write(batch, writer);
            }
            move(unfinished, report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void move(Path from, Path to) {
        try {
            Files.createDirectories(to.getParent());
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
