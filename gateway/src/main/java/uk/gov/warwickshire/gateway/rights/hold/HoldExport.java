package uk.gov.warwickshire.gateway.rights.hold;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.warwickshire.gateway.audit.AuditAgent;
import uk.gov.warwickshire.gateway.audit.AuditEntry;
import uk.gov.warwickshire.gateway.audit.AuditKind;
import uk.gov.warwickshire.gateway.audit.AuditTrail;
import uk.gov.warwickshire.gateway.common.PersonalTraces;
import uk.gov.warwickshire.gateway.common.PersonalTraces.Copy;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/** Everything that is kept of the children under a hold, as one archive with the SHA-256 of each item. */
@Component
public class HoldExport {

    private final HoldReader holds;
    private final List<PersonalTraces> rooms;
    private final AuditTrail audit;
    private final @Nullable String odsCode;
    private final TransactionTemplate record;
    private final TransactionTemplate snapshot;
    private final Clock clock;

    HoldExport(
            HoldReader holds,
            List<PersonalTraces> rooms,
            AuditTrail audit,
            GatewaySettings settings,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.holds = holds;
        this.audit = audit;
        this.odsCode = settings.organisation().odsCode();
        this.record = new TransactionTemplate(transactions);
        this.rooms = List.copyOf(rooms);
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.clock = clock;
    }

    /**
     * Writes a zip of one moment: a folder for each child, `manifest.csv` (sha256, bytes, path) last. Closes nothing. That it
     * was exported, and by whom, stands in the audit of each child before the first byte leaves.
     */
    public void write(UUID hold, String who, OutputStream out) {
        audit(hold, who);
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

    private void audit(UUID hold, String who) {
        AuditAgent officer = new AuditAgent(
                Optional.of("console"), Optional.ofNullable(odsCode), Optional.of(who), Optional.empty());
        record.executeWithoutResult(status -> holds.children(hold)
                .forEach(child ->
                        audit.record(AuditEntry.of(AuditKind.DISCLOSURE, "operation", "/console/holds", officer)
                                .purpose(Optional.of("legal-hold"))
                                .child(child)
                                .requestId(Optional.of(hold.toString()))
                                .build())));
    }

    private void add(ZipOutputStream zip, StringBuilder manifest, String folder, String child) throws IOException {
        Set<String> numbers = new HashSet<>();
        rooms.forEach(room -> numbers.addAll(room.numbersOf(child)));
        for (PersonalTraces room : rooms) {
            for (Copy copy : room.copies(child, numbers).toList()) {
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
