package uk.gov.warwickshire.gateway.cpis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.mappings.cpis.CpIsStatus;
import uk.gov.warwickshire.mappings.cpis.CpIsStatuses;

/** Derives the statuses of children as of today, and makes due at CP-IS whoever's differ from before. */
@Component
class Evaluation {

    private static final Logger LOG = LoggerFactory.getLogger(Evaluation.class);

    private final CpIsStatuses statuses;
    private final StatusTable table;
    private final UploadTable uploads;
    private final CpIsRules rules;

    Evaluation(CpIsStatuses statuses, StatusTable table, UploadTable uploads, CpIsRules rules) {
        this.statuses = statuses;
        this.table = table;
        this.uploads = uploads;
        this.rules = rules;
    }

    /**
     * Joins the caller's transaction.
     *
     * @param records by child id; empty for a child who has no plan or period of care (any more)
     * @return the children that could be evaluated; the others stay as they were, and overdue
     */
    Collection<String> evaluate(Map<String, Optional<ReducedRecord>> records, String cause) {
        Map<String, List<StatusRow>> now = new HashMap<>();
        records.forEach((child, record) -> derive(child, record).ifPresent(rows -> now.put(child, rows)));
        Map<String, List<StatusRow>> before =
                table.ofChildren(now.keySet()).stream().collect(Collectors.groupingBy(StatusRow::childId));
        List<String> changed = now.keySet().stream()
                .filter(child -> !now.getOrDefault(child, List.of()).equals(before.getOrDefault(child, List.of())))
                .sorted()
                .toList();
        if (changed.isEmpty()) {
            return now.keySet();
        }
        List<StatusRow> rows = changed.stream()
                .flatMap(child -> now.getOrDefault(child, List.of()).stream())
                .toList();
        table.replace(changed, rows);
        TreeSet<String> due = new TreeSet<>();
        List<StatusRow> concerned = new ArrayList<>(rows);
        changed.forEach(child -> concerned.addAll(before.getOrDefault(child, List.of())));
        concerned.stream().filter(StatusRow::isWanted).map(StatusRow::personId).forEach(due::add);
        uploads.enqueue(due, cause);
        return now.keySet();
    }

    private Optional<List<StatusRow>> derive(String childId, Optional<ReducedRecord> record) {
        if (record.isEmpty()) {
            return Optional.of(List.of());
        }
        try {
            List<CpIsStatus> found = record.get().statuses(statuses, rules.today());
            List<StatusRow> rows = new ArrayList<>();
            for (CpIsStatus status : found) {
                rows.add(new StatusRow(
                        childId,
                        rows.size(),
                        status,
                        record.get().identityOf(status.personId()),
                        record.get().birthDateOf(status.personId())));
            }
            return Optional.of(rows);
        } catch (RuntimeException e) {
            // One child's trouble is not another's; the child stays overdue, which is an alarm. Messages may hold
            // values.
            LOG.error(
                    "CP-IS: a child's statuses could not be derived ({})",
                    e.getClass().getName());
            return Optional.empty();
        }
    }
}
