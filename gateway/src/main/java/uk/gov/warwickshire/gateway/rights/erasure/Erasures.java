package uk.gov.warwickshire.gateway.rights.erasure;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.warwickshire.gateway.common.Ids;
import uk.gov.warwickshire.gateway.rights.erasure.ErasureRules.Verdict;

/**
 * What people do with erasures. What is not allowed now throws {@link IllegalStateException} or
 * {@link IllegalArgumentException} with a sentence for the person who tried.
 */
@Component
public class Erasures {

    private final ErasureTable table;
    private final Pseudonyms pseudonyms;
    private final Standing standing;
    private final TransactionTemplate transaction;
    private final Ids ids;
    private final Clock clock;

    Erasures(
            ErasureTable table,
            Pseudonyms pseudonyms,
            Standing standing,
            TransactionTemplate transaction,
            Ids ids,
            Clock clock) {
        this.table = table;
        this.pseudonyms = pseudonyms;
        this.standing = standing;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /** What stands against erasing the child now. */
    public Verdict verdict(String childId, ErasureCause cause) {
        return transactionally(() -> standing.of(childId, cause));
    }

    /** Asks for an erasure that a person wants; another person approves it. Joins the caller's transaction. */
    public UUID ask(String childId, Optional<UUID> request, String because, String who) {
        return transactionally(() -> {
            requireWords(because);
            requireFree(childId, ErasureCause.REQUEST);
            return insert(childId, ErasureCause.REQUEST, request, because, who);
        });
    }

    /** One that two persons have approved with the disposal it belongs to. Joins the caller's transaction. */
    public UUID begin(String childId, String because, String askedBy, String approvedBy) {
        return transactionally(() -> {
            requireFree(childId, ErasureCause.DISPOSAL);
            UUID id = insert(childId, ErasureCause.DISPOSAL, Optional.empty(), because, askedBy);
            table.approve(id, approvedBy, clock.instant());
            return id;
        });
    }

    /** One that was done and that a restore has forgotten. Joins the caller's transaction. */
    UUID repeat(String childId, ErasureCause cause, String because, String askedBy) {
        return transactionally(() -> {
            requireFree(childId, cause);
            return insert(childId, cause, Optional.empty(), because, askedBy);
        });
    }

    /** Those that a person was erased by, which whoever has not the key cannot tell. */
    public List<Erasure> ofErased(String childId) {
        return pseudonyms.allOfChild(childId).stream()
                .flatMap(pseudonym -> table.ofPseudonym(pseudonym).stream())
                .toList();
    }

    private UUID insert(String childId, ErasureCause cause, Optional<UUID> request, String because, String who) {
        UUID id = ids.next();
        try {
            table.insert(new Erasure(
                    id,
                    Optional.of(childId),
                    pseudonyms.ofChild(childId),
                    cause,
                    request,
                    ErasureState.ASKED,
                    who,
                    clock.instant(),
                    because.strip(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()));
        } catch (DuplicateKeyException e) {
            throw new IllegalStateException("An erasure of this child has been asked for already.", e);
        }
        return id;
    }

    public void approve(UUID id, String who) {
        transaction.executeWithoutResult(status -> {
            Erasure asked = inState(id, ErasureState.ASKED);
            if (asked.askedBy().equals(who)) {
                throw new IllegalStateException("Whoever asked for it cannot approve it: another person does.");
            }
            requireFree(asked.childId().orElseThrow(), asked.cause());
            table.approve(id, who, clock.instant());
        });
    }

    public void refuse(UUID id, String because, String who) {
        requireWords(because);
        transaction.executeWithoutResult(status -> {
            inState(id, ErasureState.ASKED);
            table.end(id, ErasureState.REFUSED, because.strip() + " (" + who + ")", clock.instant());
        });
    }

    private void requireFree(String childId, ErasureCause cause) {
        List<Obstacle> obstacles = standing.of(childId, cause).inOrder();
        if (!obstacles.isEmpty()) {
            throw new IllegalStateException("This record cannot be erased: "
                    + String.join("; ", obstacles.stream().map(Obstacle::words).toList()) + ".");
        }
    }

    private Erasure inState(UUID id, ErasureState wanted) {
        Erasure erasure = table.locked(id).orElseThrow(() -> new IllegalStateException("There is no such erasure."));
        if (erasure.state() != wanted) {
            throw new IllegalStateException("This erasure is " + erasure.state() + ": "
                    + erasure.state().meaning() + ".");
        }
        return erasure;
    }

    public Optional<Erasure> find(UUID id) {
        return table.find(id);
    }

    public List<Erasure> latest(int limit) {
        return table.latest(limit);
    }

    /** Only those of which no certificate is written yet: afterwards nothing leads from the child to them. */
    public List<Erasure> ofChild(String childId) {
        return table.ofChild(childId);
    }

    public Optional<Erasure> ofRequest(UUID request) {
        return table.ofRequest(request);
    }

    public List<RemovedLine> removed(UUID id) {
        return table.removed(id);
    }

    private <T> T transactionally(java.util.function.Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }

    private static void requireWords(String words) {
        if (words.isBlank()) {
            throw new IllegalArgumentException("Say why in a sentence.");
        }
    }
}
