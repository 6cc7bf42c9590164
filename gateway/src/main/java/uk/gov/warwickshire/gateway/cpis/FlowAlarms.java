package uk.gov.warwickshire.gateway.cpis;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.cpis.CpIsAlarm.Kind;
import uk.gov.warwickshire.gateway.mesh.MeshMailboxStates;
import uk.gov.warwickshire.gateway.mesh.MeshMessages;

/** What stands still between the records and CP-IS: files, the mailbox, and what should have become a file. */
@Component
class FlowAlarms {

    /** MESH may be down for a while without anybody having to act. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final JdbcTemplate jdbc;
    private final MeshMailboxStates mailboxes;
    private final MeshMessages messages;
    private final CpIsRules rules;

    FlowAlarms(JdbcTemplate jdbc, MeshMailboxStates mailboxes, MeshMessages messages, CpIsRules rules) {
        this.jdbc = jdbc;
        this.mailboxes = mailboxes;
        this.messages = messages;
        this.rules = rules;
    }

    List<CpIsAlarm> current() {
        return Stream.of(stopped(), notAcknowledged(), notSent(), notLoaded(), notWritten(), notRead(), notTakenIn())
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<CpIsAlarm> stopped() {
        return found(
                Kind.FILE_STOPPED,
                """
                select count(*), min(coalesce(answered_at, attempted_at, created_at)), sum(records)
                  from cpis_file where state = any (?)
                """,
                "No further child is uploaded until someone has settled the file: send it again, or give it up",
                (Object) CpIsFileState.names(CpIsFileState::needsPerson));
    }

    private Optional<CpIsAlarm> notAcknowledged() {
        return found(
                Kind.FILE_NOT_ACKNOWLEDGED,
                "select count(*), min(sent_at), sum(records) from cpis_file where state = 'SENT' and sent_at < ?",
                "Ask MESH and the CP-IS team what became of it; then send the same file again",
                before(rules.settings().answerWithin()));
    }

    private Optional<CpIsAlarm> notSent() {
        return found(
                Kind.FILE_NOT_SENT,
                """
                select count(*), min(not_before), sum(records)
                  from cpis_file where state in ('WRITTEN', 'SENDING') and not_before < ?
                """,
                "It is tried with every look at the mailbox: see what the mailbox says",
                before(PATIENCE));
    }

    /** It was answered each time, so that none of the others notices. */
    private Optional<CpIsAlarm> notLoaded() {
        return found(
                Kind.FILE_NOT_LOADED,
                """
                select count(*), min(created_at), sum(records) from cpis_file
                 where state in ('WRITTEN', 'SENDING', 'SENT') and code = 'CPF05' and created_at < ?
                """,
                "It is sent again after each pause. Ask the CP-IS team how long Spine will be unavailable",
                before(rules.settings().answerWithin()));
    }

    /** While a file stands in the way there is an alarm about that one, and after it a turn to wait for. */
    private Optional<CpIsAlarm> notWritten() {
        return found(
                Kind.NO_FILE_WRITTEN,
                """
                select count(*), min(u.next_attempt_at), count(distinct u.person_id)
                  from cpis_upload u,
                       (select coalesce(max(greatest(created_at, sent_at, answered_at)), '-infinity') as at from cpis_file) last
                 where u.state in ('PENDING', 'RETRYING') and greatest(u.next_attempt_at, last.at) < ?
                   and not exists (select from cpis_upload e
                                    where e.person_id = u.person_id and e.seq < u.seq
                                      and e.state in ('PENDING', 'HELD', 'CLEARED', 'RETRYING', 'SENT', 'DEAD'))
                   and not exists (select from cpis_file where state = any (?))
                """,
                "Writing fails each time: see the log, and have the cause removed",
                before(rules.settings().collect().plus(PATIENCE)),
                CpIsFileState.names(CpIsFileState::holdsBack));
    }

    private Optional<CpIsAlarm> notRead() {
        return mailboxes.of(CpIsMailbox.NAME).flatMap(mailbox -> {
            Optional<Instant> since = mailbox.lastPoll().or(mailbox::lastFailureAt);
            boolean never = mailbox.lastPoll().isEmpty() && mailbox.isFailing();
            return since.filter(last -> never || last.isBefore(rules.now().minus(PATIENCE)))
                    .map(last -> new CpIsAlarm(
                            Kind.MAILBOX_NOT_READ,
                            last,
                            1,
                            0,
                            words(
                                    Kind.MAILBOX_NOT_READ,
                                    mailbox.lastFailure()
                                            .map(failure -> "Last trouble: " + failure)
                                            .orElse("No replica looks at it: see whether the routes run"))));
        });
    }

    private Optional<CpIsAlarm> notTakenIn() {
        return messages.stuck(CpIsMailbox.NAME)
                .map(
                        stuck -> new CpIsAlarm(
                                Kind.MESSAGE_NOT_TAKEN_IN,
                                stuck.since(),
                                stuck.count(),
                                0,
                                words(
                                        Kind.MESSAGE_NOT_TAKEN_IN,
                                        "It is kept, and offered again with every look at the mailbox: see the log for the cause")));
    }

    private Timestamp before(Duration time) {
        return Timestamp.from(rules.now().minus(time));
    }

    private static String words(Kind kind, String more) {
        return kind.meaning() + ". " + more;
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
                                            kind, since.toInstant(), count, children, words(kind, words)));
                        },
                        parameters)
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }
}
