package uk.gov.warwickshire.gateway.rights.pack;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.warwickshire.gateway.audit.AuditAgent;
import uk.gov.warwickshire.gateway.audit.AuditEntry;
import uk.gov.warwickshire.gateway.audit.AuditKind;
import uk.gov.warwickshire.gateway.audit.AuditTrail;
import uk.gov.warwickshire.gateway.rights.pack.ReviewItem.ItemDecision;
import uk.gov.warwickshire.gateway.rights.request.RequestKind;
import uk.gov.warwickshire.gateway.rights.request.RequestLog;
import uk.gov.warwickshire.gateway.rights.request.RequestState;
import uk.gov.warwickshire.gateway.rights.request.RightsRequest;
import uk.gov.warwickshire.gateway.rights.request.RightsRequests;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/**
 * Prepares, reviews and releases packs. A pack is released only once each marked item was decided; each preparation and
 * release stands in the audit, since a person then sees the record.
 */
@Component
public class SubjectAccessPacks {

    private final PackAssembler assembler;
    private final PackTable table;
    private final PackHtml html;
    private final PackPdf pdf;
    private final RightsRequests requests;
    private final RequestLog log;
    private final AuditTrail audit;
    private final GatewaySettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SubjectAccessPacks(
            PackAssembler assembler,
            PackTable table,
            PackHtml html,
            PackPdf pdf,
            RightsRequests requests,
            RequestLog log,
            AuditTrail audit,
            GatewaySettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.assembler = assembler;
        this.table = table;
        this.html = html;
        this.pdf = pdf;
        this.requests = requests;
        this.log = log;
        this.audit = audit;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Puts it together from what is held now; an earlier one that was not released is replaced, with its decisions. */
    public void prepare(UUID id, String who) {
        transaction.executeWithoutResult(status -> {
            table.lock(id);
            RightsRequest request = granted(id);
            if (table.find(id, council())
                    .filter(pack -> pack.release().isPresent())
                    .isPresent()) {
                throw new IllegalStateException("The pack was released already.");
            }
            Pack pack = assembler.assemble(request, who);
            table.replace(pack);
            log.add(id, who, "pack prepared", pack.items().size() + " items to review");
            record(AuditKind.READ, request, who);
        });
    }

    public Optional<Pack> find(UUID id) {
        return table.find(id, council());
    }

    /** @param because why it may be released, or why not: it stands in the log of redactions */
    public void decide(UUID id, int number, boolean release, String because, String who) {
        if (because.isBlank()) {
            throw new IllegalArgumentException("Say why it is released or redacted.");
        }
        transaction.executeWithoutResult(status -> {
            table.lock(id);
            if (!table.decide(id, number, new ItemDecision(release, because.strip(), who, clock.instant()))) {
                throw new IllegalStateException("There is no such item, or the pack was released already.");
            }
        });
    }

    /**
     * Makes the archive and completes the request. What is in it is what was decided when it was made: nobody decides
     * meanwhile, and of two who release at once one is refused.
     *
     * @return the password of the archive, to be told to the person another way than the archive; it is not kept
     */
    public String release(UUID id, String who) {
        String password = PackPassword.next(random);
        transaction.executeWithoutResult(status -> release(id, who, password));
        return password;
    }

    private void release(UUID id, String who, String password) {
        table.lock(id);
        RightsRequest request = granted(id);
        Pack pack = find(id).orElseThrow(() -> new IllegalStateException("Prepare the pack first."));
        if (!pack.undecided().isEmpty()) {
            throw new IllegalStateException(
                    pack.undecided().size() + " items are not decided yet: the pack is released once each of them is.");
        }
        byte[] archive = PackArchive.of(files(pack), password.toCharArray());
        Pack.Release release = new Pack.Release(clock.instant(), who, sha256(archive));
        table.release(id, release, archive);
        record(AuditKind.DISCLOSURE, request, who);
        requests.complete(
                id,
                "pack released",
                pack.items().size() + " items reviewed, " + pack.redacted().size()
                        + " redacted; SHA-256 of the archive " + release.sha256(),
                who);
    }

    /** The encrypted archive, once released. */
    public Optional<byte[]> archive(UUID id) {
        return table.archive(id);
    }

    /** The PDF as it would be released now, for the officer's eyes. */
    public Optional<byte[]> preview(UUID id) {
        return find(id).filter(pack -> pack.release().isEmpty()).map(html::of).map(pdf::of);
    }

    private Map<String, byte[]> files(Pack pack) {
        String page = html.of(pack);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("your-information.pdf", pdf.of(page));
        files.put("your-information.html", page.getBytes(StandardCharsets.UTF_8));
        files.put("record.json", PackBundle.redacted(pack).getBytes(StandardCharsets.UTF_8));
        return files;
    }

    /** Nobody refuses it or takes it back before the transaction ends. */
    private RightsRequest granted(UUID id) {
        RightsRequest request = requests.lock(id);
        if (request.kind() != RequestKind.SUBJECT_ACCESS) {
            throw new IllegalStateException("Only subject access is answered with a pack.");
        }
        if (request.state() != RequestState.GRANTED) {
            throw new IllegalStateException(
                    "A pack is prepared once the request is granted, and before it is answered.");
        }
        return request;
    }

    private void record(AuditKind kind, RightsRequest request, String who) {
        AuditAgent officer = new AuditAgent(
                Optional.of("console"),
                Optional.ofNullable(settings.organisation().odsCode()),
                Optional.of(who),
                Optional.empty());
        audit.record(AuditEntry.of(kind, "operation", "/console/rights", officer)
                .purpose(Optional.of("subject-access"))
                .child(request.childId())
                .requestId(Optional.of(request.id().toString()))
                .build());
    }

    private String council() {
        return settings.organisation().name();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
