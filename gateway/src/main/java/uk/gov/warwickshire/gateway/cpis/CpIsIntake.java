package uk.gov.warwickshire.gateway.cpis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.RecordListener;
import uk.gov.warwickshire.gateway.cpis.ChildTable.Kept;
import uk.gov.warwickshire.gateway.cpis.ChildTable.Team;
import uk.gov.warwickshire.mappings.record.ChildRecord;
import uk.gov.warwickshire.mappings.record.Network;
import uk.gov.warwickshire.mappings.record.Network.Involvement;

/** Learns of every record that changes, in the transaction that stores it. */
@Component
class CpIsIntake implements RecordListener {

    private static final String CAUSE = "the record changed";

    private final ChildTable children;
    private final Evaluation evaluation;
    private final CpIsRules rules;

    CpIsIntake(ChildTable children, Evaluation evaluation, CpIsRules rules) {
        this.children = children;
        this.evaluation = evaluation;
        this.rules = rules;
    }

    @Override
    public void recordsChanged(List<DerivedRecord> records) {
        Map<String, Optional<ReducedRecord>> reduced = new LinkedHashMap<>();
        records.forEach(derived -> reduced.put(derived.record().childId(), ReducedRecord.of(derived)));
        List<String> gone = reduced.keySet().stream()
                .filter(child -> reduced.getOrDefault(child, Optional.empty()).isEmpty())
                .toList();
        if (!gone.isEmpty()) {
            children.remove(gone);
        }
        Collection<String> evaluated = evaluation.evaluate(reduced, CAUSE);
        List<Kept> kept = new ArrayList<>();
        for (DerivedRecord derived : records) {
            String child = derived.record().childId();
            LocalDate day = evaluated.contains(child) ? rules.today() : LocalDate.EPOCH;
            reduced.getOrDefault(child, Optional.empty())
                    .ifPresent(source -> kept.add(new Kept(child, source.toJson(), team(derived.record()), day)));
        }
        children.save(kept);
    }

    /** Of the involvement in force that began last: who answers for the child now. */
    private Optional<Team> team(ChildRecord child) {
        return child.network().involvements().stream()
                .filter(involvement ->
                        involvement.teamId().isPresent() && involvement.period().isOpenOn(rules.today()))
                .max(Comparator.comparing((Involvement i) -> i.period().start().orElse(LocalDate.MIN))
                        .thenComparing(Involvement::id))
                .flatMap(Involvement::teamId)
                .map(id -> new Team(id, child.network().team(id).flatMap(Network.Team::name)));
    }
}
