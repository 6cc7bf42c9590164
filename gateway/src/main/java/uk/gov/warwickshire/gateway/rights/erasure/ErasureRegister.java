package uk.gov.warwickshire.gateway.rights.erasure;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What was erased, to be kept outside the database, and carried out again in a database that was restored from a time before:
 * there the persons are held again, and their tombstones are gone. It names nobody: only with the key can it be told who is
 * meant.
 */
@Component
public class ErasureRegister {

    /**
     * An erasure that is done.
     *
     * @param tombstones keyed hashes of the person's id and numbers; none where the person is lawfully held again
     */
    public record Done(
            UUID id,
            String pseudonym,
            ErasureCause cause,
            String askedBy,
            String approvedBy,
            String certificateHash,
            List<String> tombstones) {
        public Done {
            tombstones = List.copyOf(tombstones);
        }
    }

    /**
     * @param known the database has not forgotten them
     * @param tombstonesLaid forgotten; whoever of them is not held is kept out again
     * @param begun forgotten and held again; they are being erased anew
     * @param waiting held again and blocked, each with the reason
     */
    public record Repeated(int known, int tombstonesLaid, int begun, List<String> waiting) {
        public Repeated {
            waiting = List.copyOf(waiting);
        }
    }

    private static final int ALL = 1_000_000;

    private final JdbcTemplate jdbc;
    private final ErasureTable table;
    private final Erasures erasures;
    private final Tombstones tombstones;
    private final Pseudonyms pseudonyms;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ErasureRegister(
            JdbcTemplate jdbc,
            ErasureTable table,
            Erasures erasures,
            Tombstones tombstones,
            Pseudonyms pseudonyms,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.table = table;
        this.erasures = erasures;
        this.tombstones = tombstones;
        this.pseudonyms = pseudonyms;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Every erasure that is done. */
    public List<Done> done() {
        return table.inState(ALL, ErasureState.DONE).stream()
                .map(erasure -> new Done(
                        erasure.id(),
                        erasure.pseudonym(),
                        erasure.cause(),
                        erasure.askedBy(),
                        erasure.approvedBy().orElseThrow(),
                        erasure.certificateHash().orElseThrow(),
                        tombstones.of(erasure.id())))
                .toList();
    }

    /** May be called again: what was begun is not begun twice. */
    public Repeated again(List<Done> register) {
        List<Done> forgotten = register.stream()
                .filter(done -> table.find(done.id()).isEmpty())
                .toList();
        Map<String, String> held = heldByPseudonym();
        int laid = 0;
        int begun = 0;
        List<String> waiting = new java.util.ArrayList<>();
        for (Done done : forgotten) {
            Optional<String> child = Optional.ofNullable(held.get(done.pseudonym()));
            if (child.isPresent()) {
                Optional<String> blocked = begin(child.get(), done);
                blocked.ifPresent(why -> waiting.add(done.id() + ": " + why));
                begun += blocked.isPresent() ? 0 : 1;
            } else if (!done.tombstones().isEmpty()) {
                tombstones.layAgain(done.id(), done.tombstones());
                laid++;
            }
        }
        return new Repeated(register.size() - forgotten.size(), laid, begun, waiting);
    }

    /** @return why not */
    private Optional<String> begin(String child, Done done) {
        try {
            transaction.executeWithoutResult(status -> {
                UUID id = erasures.repeat(
                        child, done.cause(), "Erased as " + done.id() + " and restored from a backup.", done.askedBy());
                table.approve(id, done.approvedBy(), clock.instant());
            });
            return Optional.empty();
        } catch (IllegalStateException blocked) {
            return Optional.of(String.valueOf(blocked.getMessage()));
        }
    }

    private Map<String, String> heldByPseudonym() {
        Map<String, String> held = new HashMap<>();
        jdbc.query("select child_id from child", row -> {
            String child = row.getString(1);
            pseudonyms.allOfChild(child).forEach(pseudonym -> held.put(pseudonym, child));
        });
        return held;
    }
}
