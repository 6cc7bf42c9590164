package uk.gov.warwickshire.gateway.rights.hold;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.warwickshire.gateway.common.PersonalTraces;
import uk.gov.warwickshire.gateway.common.PersonalTraces.Copy;

/** Everything that is kept of the children under a hold, as one archive with the SHA-256 of each item. */
@Component
public class HoldExport {

    private final HoldReader holds;
    private final List<PersonalTraces> rooms;
    private final TransactionTemplate snapshot;
    private final Clock clock;

    HoldExport(HoldReader holds, List<PersonalTraces> rooms, PlatformTransactionManager transactions, Clock clock) {
        this.holds = holds;
        this.rooms = List.copyOf(rooms);
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.clock = clock;
    }

    /** Writes a zip of one moment: a folder for each child, `manifest.csv` (sha256, bytes, path) last. Closes nothing. */
    public void write(UUID hold, OutputStream out) {
        snapshot.executeWithoutResult(status -> {
            try {
                ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
                StringBuilder manifest = new StringBuilder("sha256,bytes,path\n");
                int number = 0;
                for (String child : holds.children(hold)) {
                    number++;
                    add(zip, manifest, "child-" + number, child);
                }
                entry(zip, "manifest.csv", manifest.toString().getBytes(StandardCharsets.UTF_8));
                entry(zip, "about.txt", about(hold, number));
                zip.finish();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void add(ZipOutputStream zip, StringBuilder manifest, String folder, String child) throws IOException {
        for (PersonalTraces room : rooms) {
            for (Copy copy : room.copies(child).toList()) {
                String path = folder + "/" + room.room().replace(' ', '-') + "/" + copy.name();
                entry(zip, path, copy.content());
                manifest.append(sha256(copy.content()))
                        .append(',')
                        .append(copy.content().length)
                        .append(',')
                        .append(path)
                        .append('\n');
            }
        }
    }

    private byte[] about(UUID id, int children) {
        LegalHold hold = holds.find(id).orElseThrow(() -> new IllegalStateException("There is no such hold."));
        return String.join(
                        "\n",
                        "Legal hold: " + hold.name(),
                        "Authority: " + hold.authority(),
                        "Saved by " + hold.savedBy() + " at " + hold.savedAt(),
                        "Exported at " + clock.instant(),
                        "Children: " + children,
                        "")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void entry(ZipOutputStream zip, String path, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(path));
        zip.write(content);
        zip.closeEntry();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
