package uk.gov.warwickshire.gateway.cpis;

import java.sql.Date;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.cpis.CpIsAlarm.Kind;

/** What is wrong now, loudest first. Read from the database each time: it ends when its cause does. */
@Component
public class CpIsAlarms {

    /** A restart at midnight, or a slow night. */
    private static final Duration EVALUATE_WITHIN = Duration.ofHours(3);

    private final FlowAlarms flow;
    private final JdbcTemplate jdbc;
    private final CpIsWorkQueue queue;
    private final CpIsReconciliation reconciliation;
    private final CpIsRules rules;

    CpIsAlarms(
            FlowAlarms flow,
            JdbcTemplate jdbc,
            CpIsWorkQueue queue,
            CpIsReconciliation reconciliation,
            CpIsRules rules) {
        this.flow = flow;
        this.jdbc = jdbc;
        this.queue = queue;
        this.reconciliation = reconciliation;
        this.rules = rules;
    }

    /** At most one of each kind. */
    public List<CpIsAlarm> current() {
        List<CpIsAlarm> alarms = new ArrayList<>();
        alarms.addAll(flow.current());
        messages().forEach(alarms::add);
        notEvaluated().ifPresent(alarms::add);
        people().forEach(alarms::add);
        matching().ifPresent(alarms::add);
        return alarms.stream().sorted(Comparator.comparing(CpIsAlarm::kind)).toList();
    }

    private List<CpIsAlarm> messages() {
        return List.of(
                        found(
                                Kind.EMPTY_ACCESS,
                                """
                                select count(*), min(received_at), 0 from cpis_inbound
                                 where needs_person and settled_at is null and kind = 'EMPTY_ACCESS'
                                """,
                                "Ask the CP-IS team whose record was seen, and tell the child's team"),
                        found(
                                Kind.UNREADABLE,
                                """
                                select count(*), min(received_at), 0 from cpis_inbound
                                 where needs_person and settled_at is null and kind <> 'EMPTY_ACCESS'
                                """,
                                "Nothing was changed by it. Look at the message; if it was an acknowledgement, the file stays open"))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<CpIsAlarm> notEvaluated() {
        return found(
                Kind.NOT_EVALUATED,
                "select count(*), min(evaluated_on::timestamptz), count(*) from cpis_child where evaluated_on < ?",
                "Restart the gateway; if it stays, a child's rows cannot be evaluated: see the log",
                Date.valueOf(rules.dayOf(rules.now().minus(EVALUATE_WITHIN))));
    }

    private List<CpIsAlarm> people() {
        Map<CpIsWorkItem.Kind, List<CpIsWorkItem>> items =
                queue.all().stream().collect(Collectors.groupingBy(CpIsWorkItem::kind));
        return List.of(
                        ofItems(
                                Kind.WITHHELD,
                                "Enter the agreement on CP-IS at once",
                                items,
                                CpIsWorkItem.Kind.WITHHELD),
                        ofItems(
                                Kind.CANNOT_BE_SENT,
                                "See the work queue for each child's remedy",
                                items,
                                CpIsWorkItem.Kind.CANNOT_BE_SENT,
                                CpIsWorkItem.Kind.NUMBER_CONFLICT,
                                CpIsWorkItem.Kind.NUMBER_INACTIVE),
                        ofItems(
                                Kind.REFUSED_BY_CPIS,
                                "See the work queue for each child's remedy",
                                items,
                                CpIsWorkItem.Kind.REFUSED_BY_CPIS,
                                CpIsWorkItem.Kind.SENSITIVE))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<CpIsAlarm> matching() {
        CpIsReconciliation.Summary summary = reconciliation.summary();
        return summary.isEnoughMatched()
                ? Optional.empty()
                : Optional.of(new CpIsAlarm(
                        Kind.BELOW_95_PERCENT,
                        rules.now(),
                        summary.failing(),
                        summary.failing(),
                        "%.1f %% are matched. See the work queue"
                                .formatted(summary.matchedPercent().orElse(0))));
    }

    private static Optional<CpIsAlarm> ofItems(
            Kind kind, String words, Map<CpIsWorkItem.Kind, List<CpIsWorkItem>> items, CpIsWorkItem.Kind... wanted) {
        List<CpIsWorkItem> found = List.of(wanted).stream()
                .flatMap(item -> items.getOrDefault(item, List.of()).stream())
                .toList();
        long persons = found.stream().map(CpIsWorkItem::personId).distinct().count();
        return found.stream()
                .map(CpIsWorkItem::since)
                .min(Comparator.naturalOrder())
                .map(since -> new CpIsAlarm(kind, since, persons, persons, kind.meaning() + ". " + words));
    }

    private Optional<CpIsAlarm> found(Kind kind, String countSinceAndChildren, String words, Object... parameters) {
        return jdbc
                .query(
                        countSinceAndChildren,
                        (row, i) -> {
                            long count = row.getLong(1);
                            long children = row.getLong(3);
                            return Optional.ofNullable(row.getTimestamp(2))
                                    .map(since -> new CpIsAlarm(
                                            kind, since.toInstant(), count, children, kind.meaning() + ". " + words));
                        },
                        parameters)
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }
}
