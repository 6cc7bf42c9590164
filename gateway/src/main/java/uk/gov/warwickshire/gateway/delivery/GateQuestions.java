package uk.gov.warwickshire.gateway.delivery;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import uk.gov.warwickshire.gateway.common.Ids;
import uk.gov.warwickshire.gateway.disclosure.Decision;
import uk.gov.warwickshire.gateway.disclosure.Disclosure;
import uk.gov.warwickshire.gateway.disclosure.DisclosureGate;

/**
 * Asks the gate about a batch. The ledger records what is sent, so a delivery with nothing to send must leave no entry:
 * whether it has is known only after the gate has said which resources may leave, so in that case the gate's entries are
 * rolled back and the others are asked again.
 */
@Component
class GateQuestions {

    private final DisclosureGate gate;
    private final Ids ids;

    GateQuestions(DisclosureGate gate, Ids ids) {
        this.gate = gate;
        this.ids = ids;
    }

    /** In the caller's transaction. Each candidate has one answer. */
    List<Answer> ask(List<Candidate> candidates, TransactionStatus transaction) {
        Set<Candidate> nothingToDo = new HashSet<>();
        candidates.stream()
                .filter(candidate -> candidate.isWithdrawal()
                        && Delta.withdrawalOf(candidate.copy()).isNothing())
                .forEach(nothingToDo::add);
        while (true) {
            Object before = transaction.createSavepoint();
            List<Answer> answers = decide(candidates.stream()
                    .filter(candidate -> !nothingToDo.contains(candidate))
                    .toList());
            List<Candidate> silent = answers.stream()
                    .filter(Answer::saysNothing)
                    .map(Answer::candidate)
                    .toList();
            if (silent.isEmpty()) {
                transaction.releaseSavepoint(before);
                List<Answer> all = new ArrayList<>(answers);
                nothingToDo.forEach(candidate -> all.add(new Answer(candidate, Optional.empty())));
                return all;
            }
            transaction.rollbackToSavepoint(before);
            transaction.releaseSavepoint(before);
            nothingToDo.addAll(silent);
        }
    }

    private List<Answer> decide(List<Candidate> candidates) {
        List<Candidate> records =
                candidates.stream().filter(c -> !c.isWithdrawal()).toList();
        List<Candidate> withdrawals =
                candidates.stream().filter(Candidate::isWithdrawal).toList();
        List<Answer> answers = new ArrayList<>();
        if (!records.isEmpty()) {
            answers.addAll(pair(records, gate.decideAll(disclosures(records))));
        }
        if (!withdrawals.isEmpty()) {
            answers.addAll(pair(withdrawals, gate.clearWithdrawals(disclosures(withdrawals))));
        }
        return answers;
    }

    private List<Disclosure> disclosures(List<Candidate> candidates) {
        return candidates.stream()
                .map(candidate -> candidate.disclosure(ids.next()))
                .toList();
    }

    private static List<Answer> pair(List<Candidate> candidates, List<? extends Decision> decisions) {
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            answers.add(new Answer(candidates.get(i), Optional.of(decisions.get(i))));
        }
        return answers;
    }
}
