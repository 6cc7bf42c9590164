package uk.gov.warwickshire.gateway.cpis;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.Ids;
import uk.gov.warwickshire.gateway.cpis.CpIsInboundReport.Outcome;
import uk.gov.warwickshire.gateway.cpis.InboundTable.Received;
import uk.gov.warwickshire.mappings.cpis.inbound.AccessNotification;
import uk.gov.warwickshire.mappings.cpis.inbound.AccessNotification.Access;
import uk.gov.warwickshire.mappings.cpis.inbound.Count;
import uk.gov.warwickshire.mappings.cpis.inbound.EmptyAccessNotification;
import uk.gov.warwickshire.mappings.cpis.inbound.InactiveNumbers;
import uk.gov.warwickshire.mappings.cpis.inbound.InactiveNumbers.Inactive;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/** Takes in notifications 05 and 06. Joins the caller's transaction. */
@Component
class NotificationStep {

    private static final Logger LOG = LoggerFactory.getLogger(NotificationStep.class);

    /** Whom a number belongs to, with the team that is told. */
    private record Concerned(String personId, Optional<String> teamId, Optional<String> teamName) {}

    private final JdbcTemplate jdbc;
    private final InboundTable inbound;
    private final UploadTable uploads;
    private final CpIsRules rules;
    private final Ids ids;

    NotificationStep(JdbcTemplate jdbc, InboundTable inbound, UploadTable uploads, CpIsRules rules, Ids ids) {
        this.jdbc = jdbc;
        this.inbound = inbound;
        this.uploads = uploads;
        this.rules = rules;
        this.ids = ids;
    }

    /** A task for the child's team for each view. */
    Received access(AccessNotification notification, Received received) {
        if (inbound.wasApplied(received.kind(), received.sha256())) {
            return received.withWords(Outcome.DUPLICATE, null);
        }
        Map<NhsNumber, Concerned> concerned = concerned(notification.accesses());
        List<Access> accesses = notification.accesses();
        int strangers = 0;
        for (int i = 0; i < accesses.size(); i++) {
            Optional<Concerned> whom = accesses.get(i).nhsNumber().map(concerned::get);
            strangers += whom.isEmpty() ? 1 : 0;
            insert(
                    received.messageId(),
                    i,
                    accesses.get(i),
                    whom,
                    notification.uploadFile(),
                    notification.totalReturned());
        }
        return received.withWords(
                Outcome.APPLIED, strangers == 0 ? null : strangers + " of them about nobody whom the gateway knows");
    }

    /** Nobody can learn who was seen by whom: kept, and an alarm of its own. */
    Received empty(EmptyAccessNotification notification, Received received) {
        LOG.error("CP-IS has sent an empty access notification: a record was seen and it does not say whose");
        Access nothing =
                new Access(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        insert(
                received.messageId(),
                0,
                nothing,
                Optional.empty(),
                notification.uploadFile(),
                notification.totalReturned());
        jdbc.update("update cpis_access set empty = true where message_id = ?", received.messageId());
        return received.withWords(Outcome.APPLIED, "it names no access: ask the CP-IS team who was seen");
    }

    /** Uploads under the number stop; with a replacement they go on under that. */
    Received inactive(InactiveNumbers notification, Received received) {
        List<String> numbers = new ArrayList<>();
        for (Inactive inactive : notification.numbers()) {
            numbers.add(inactive.number().digits());
            jdbc.update(
                    """
                    insert into cpis_inactive_number as known (nhs_number, replacement, message_id, notified_at)
                    values (?, ?, ?, ?)
                    on conflict (nhs_number) do update
                       set replacement = coalesce(excluded.replacement, known.replacement),
                           message_id = excluded.message_id, notified_at = excluded.notified_at
                    """,
                    inactive.number().digits(),
                    inactive.replacement()
                            .map(to -> inUse(inactive.number(), to))
                            .orElse(null),
                    received.messageId(),
                    Timestamp.from(rules.now()));
            inactive.replacement().ifPresent(replacement -> passOn(inactive.number(), replacement));
        }
        String[] all = numbers.toArray(String[]::new);
        TreeSet<String> persons = new TreeSet<>(jdbc.queryForList("""
                select person_id from cpis_status where nhs_number = any (?)
                union select person_id from cpis_held where nhs_number = any (?)
                """, String.class, all, all));
        uploads.enqueue(persons, "CP-IS says that the number is inactive");
        LOG.warn("CP-IS says that {} NHS numbers are inactive; {} persons carry one", numbers.size(), persons.size());
        return received.withWords(Outcome.APPLIED, persons.isEmpty() ? "nobody here carries the number" : null);
    }

    /** What stands for a number today: its replacement may have been replaced before. */
    private String inUse(NhsNumber number, NhsNumber replacement) {
        return jdbc
                .queryForList(
                        "select replacement from cpis_inactive_number where nhs_number = ? and replacement <> ?",
                        String.class,
                        replacement.digits(),
                        number.digits())
                .stream()
                .findFirst()
                .orElse(replacement.digits());
    }

    /** Whatever led to the number leads to its replacement now: one step is enough for whoever asks. */
    private void passOn(NhsNumber number, NhsNumber replacement) {
        String inUse = inUse(number, replacement);
        jdbc.update(
                "update cpis_inactive_number set replacement = ? where replacement = ? and nhs_number <> ?",
                inUse,
                number.digits(),
                inUse);
    }

    private void insert(
            String messageId,
            int ordinal,
            Access access,
            Optional<Concerned> whom,
            Optional<Count> uploadFile,
            Count totalReturned) {
        jdbc.update(
                """
                insert into cpis_access
                    (id, message_id, ordinal, empty, person_id, nhs_number, upload_file, total_returned, seen_at, viewer,
                     viewer_role, organisation, team_id, team_name, received_at)
                values (?, ?, ?, false, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (message_id, ordinal) do nothing
                """,
                ids.next(),
                messageId,
                ordinal,
                whom.map(Concerned::personId).orElse(null),
                access.nhsNumber().map(NhsNumber::digits).orElse(null),
                uploadFile.map(Count::value).orElse(null),
                totalReturned.value(),
                access.time().orElse(null),
                access.person().orElse(null),
                access.role().orElse(null),
                access.organisation().orElse(null),
                whom.flatMap(Concerned::teamId).orElse(null),
                whom.flatMap(Concerned::teamName).orElse(null),
                Timestamp.from(rules.now()));
    }

    /** By the number CP-IS holds a person under, else by the one in the records. */
    private Map<NhsNumber, Concerned> concerned(List<Access> accesses) {
        String[] numbers = accesses.stream()
                .flatMap(access -> access.nhsNumber().stream())
                .map(NhsNumber::digits)
                .distinct()
                .toArray(String[]::new);
        Map<NhsNumber, Concerned> concerned = new HashMap<>();
        jdbc.query(
                """
                select distinct on (known.nhs_number) known.nhs_number, known.person_id, c.team_id, c.team_name
                  from (select nhs_number, person_id, 1 as rank from cpis_held where nhs_number = any (?)
                        union all
                        select nhs_number, person_id, 2 from cpis_status where nhs_number = any (?)) known
                  left join lateral (
                       select c.team_id, c.team_name from cpis_child c
                         left join cpis_status s on s.child_id = c.child_id
                        where c.child_id = known.person_id or s.person_id = known.person_id
                        order by c.child_id = known.person_id desc, c.child_id limit 1) c on true
                 order by known.nhs_number, known.rank, known.person_id
                """,
                row -> {
                    concerned.put(
                            new NhsNumber(row.getString(1)),
                            new Concerned(
                                    row.getString(2),
                                    Optional.ofNullable(row.getString(3)),
                                    Optional.ofNullable(row.getString(4))));
                },
                numbers,
                numbers);
        return concerned;
    }
}
