package uk.gov.warwickshire.gateway.cpis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.Ids;
import uk.gov.warwickshire.gateway.delivery.DeliveryState;
import uk.gov.warwickshire.gateway.disclosure.Cleared;
import uk.gov.warwickshire.gateway.disclosure.Decision;
import uk.gov.warwickshire.gateway.disclosure.DisclosedResource;
import uk.gov.warwickshire.gateway.disclosure.Disclosure;
import uk.gov.warwickshire.gateway.disclosure.DisclosureGate;
import uk.gov.warwickshire.gateway.disclosure.Held;
import uk.gov.warwickshire.mappings.cpis.CpIsPlan;
import uk.gov.warwickshire.mappings.cpis.CpIsRecord;

/** What becomes of each person that is due: nothing to do, a task for a person, or a decision by the gate. */
@Component
class UploadDecisions {

    /** A record that may leave. */
    record Draft(UUID uploadId, String personId, CpIsRecord record) {}

    /**
     * @param moves one for each upload
     * @param records in the order in which they stand in the file
     */
    record Outcome(List<UploadMove> moves, List<Draft> records) {}

    private record Asked(Upload upload, List<CpIsRecord> records, Disclosure disclosure) {}

    private final DisclosureGate gate;
    private final Ids ids;

    UploadDecisions(DisclosureGate gate, Ids ids) {
        this.gate = gate;
        this.ids = ids;
    }

    /** Joins the caller's transaction, and so do the ledger entries. */
    Outcome decide(List<Upload> ready, Map<String, PersonState> states, long sequence) {
        List<UploadMove> moves = new ArrayList<>();
        List<Asked> asked = new ArrayList<>();
        UUID message = ids.next();
        for (Upload upload : ready) {
            PersonState state = states.get(upload.personId());
            if (state == null) {
                throw new IllegalStateException("a person's state was not loaded");
            }
            List<CpIsRecord> records = state.toSend();
            Optional<UploadMove> settled = settled(upload, state, records);
            settled.ifPresent(moves::add);
            if (settled.isEmpty()) {
                asked.add(new Asked(upload, records, Disclosures.of(message, upload.id(), state, records, sequence)));
            }
        }
        List<Draft> drafts = new ArrayList<>();
        List<Decision> decisions =
                gate.decideAll(asked.stream().map(Asked::disclosure).toList());
        for (int i = 0; i < asked.size(); i++) {
            moves.add(move(asked.get(i), decisions.get(i), sequence, drafts));
        }
        return new Outcome(moves, drafts);
    }

    /** What needs no decision: nothing would leave. */
    private Optional<UploadMove> settled(Upload upload, PersonState state, List<CpIsRecord> records) {
        if (!records.isEmpty()) {
            return upload.repeatSame() ? Optional.empty() : refusedBefore(upload, state, records);
        }
        if (state.isNumberInactive()) {
            return Optional.of(UploadMove.held(
                    upload.id(), "NUMBER_INACTIVE", "CP-IS says that the number is inactive and gives no other"));
        }
        if (state.isNumberClaimedTwice()) {
            return Optional.of(UploadMove.held(
                    upload.id(), "NUMBER_CONFLICT", "another person of the council has the same number"));
        }
        if (Disclosures.lacksNumber(state)) {
            return Optional.empty();
        }
        return state.obstacles().stream()
                .sorted()
                .findFirst()
                .map(problem -> UploadMove.held(upload.id(), problem.name(), problem.meaning()))
                .or(() -> Optional.of(
                        UploadMove.to(DeliveryState.ACKNOWLEDGED, upload.id(), "CP-IS holds what it should")));
    }

    /** The very same record would be refused again: a person, or a change of the record, has to come between. */
    private static Optional<UploadMove> refusedBefore(Upload upload, PersonState state, List<CpIsRecord> records) {
        return records.stream()
                .flatMap(record -> state.refusalOf(record).stream())
                .findFirst()
                .map(refusal -> UploadMove.dead(
                        upload.id(),
                        refusal.code(),
                        "the same record was refused in file " + refusal.file(),
                        RecordAnswer.isForPersonsOnly(refusal.code())));
    }

    private static UploadMove move(Asked asked, Decision decision, long sequence, List<Draft> drafts) {
        UUID id = asked.upload().id();
        String reason = decision.headline().name();
        if (decision instanceof Cleared cleared) {
            List<CpIsRecord> allowed = reduced(asked.records(), cleared);
            allowed.forEach(record -> drafts.add(new Draft(id, asked.upload().personId(), record)));
            DeliveryState state = allowed.isEmpty() ? DeliveryState.WITHHELD : DeliveryState.CLEARED;
            return UploadMove.decided(id, state, reason, decision.ledgerId(), Optional.of(sequence));
        }
        DeliveryState state = decision instanceof Held ? DeliveryState.HELD : DeliveryState.WITHHELD;
        return UploadMove.decided(id, state, reason, decision.ledgerId(), Optional.empty());
    }

    /** Plans of a category that the agreement does not cover are left out. */
    private static List<CpIsRecord> reduced(List<CpIsRecord> records, Cleared cleared) {
        Set<String> allowed =
                cleared.resources().stream().map(DisclosedResource::id).collect(Collectors.toSet());
        List<CpIsRecord> reduced = new ArrayList<>();
        for (CpIsRecord record : records) {
            List<CpIsPlan> plans = record.plans().stream()
                    .filter(plan -> allowed.contains(Disclosures.idOf(plan)))
                    .toList();
            if (!plans.isEmpty()) {
                reduced.add(new CpIsRecord(record.subject(), plans));
            }
        }
        return reduced;
    }
}
