package uk.gov.warwickshire.gateway.cpis;

import java.sql.Timestamp;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.warwickshire.gateway.delivery.DeliveryState;
import uk.gov.warwickshire.mappings.cpis.CpIsWithdrawal;

/**
 * What people do here. Each act is kept with who and why; where the graph of states has no such way it is refused with an
 * {@link IllegalStateException}, and without who and why with an {@link IllegalArgumentException}.
 */
@Component
public class CpIsActions {

    private final FileTable files;
    private final RecordStep records;
    private final UploadTable uploads;
    private final CpIsRules rules;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;

    CpIsActions(
            FileTable files,
            RecordStep records,
            UploadTable uploads,
            CpIsRules rules,
            JdbcTemplate jdbc,
            TransactionTemplate transactions) {
        this.files = files;
        this.records = records;
        this.uploads = uploads;
        this.rules = rules;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** Has the same file sent again: same number, same content. For one that did not arrive, or that can be read now. */
    public void resendFile(long sequence, String who, String why) {
        onFile(sequence, "resend file", who, why, file -> {
            require(file.state().mayBeResent(), file, "sent again");
            files.become(file, CpIsFileState.WRITTEN, "sent again by a person");
            files.notBefore(file, rules.now());
        });
    }

    /** Enters that a file of unknown fate did arrive: its acknowledgement is waited for. */
    public void confirmArrived(long sequence, String who, String why) {
        onFile(sequence, "confirm arrival of file", who, why, file -> {
            require(file.state().mayHaveArrived(), file, "confirmed");
            files.become(file, CpIsFileState.SENT, null);
            records.markSent(sequence);
        });
    }

    /** Gives a file up that CP-IS did not load: its records go with a later one. */
    public void giveUpFile(long sequence, String who, String why) {
        onFile(sequence, "give file up", who, why, file -> {
            require(file.state().mayBeGivenUp(), file, "given up");
            files.become(file, CpIsFileState.GIVEN_UP, file.problem().orElse(null));
            files.closed(file, who, why);
            records.giveUp(file);
        });
    }

    /**
     * Has the next file take a number above this one: after a restore to an earlier time, since when files were sent of which
     * this database does not know. Refused if it would go back.
     */
    public void continueAfter(long sequence, String who, String why) {
        act("continue after file", String.valueOf(sequence), who, why, () -> {
            long next = files.nextSequence();
            if (sequence < next) {
                throw new IllegalStateException("the next number is already " + next + ", and numbers never go back");
            }
            files.used(sequence, who);
            return true;
        });
    }

    /** Sends a refused record again, even if it is the same: after a correction on the side of the NHS. */
    public UUID retry(UUID upload, String who, String why) {
        return act("retry upload", upload.toString(), who, why, () -> {
            Upload dead = uploads.lock(upload).orElseThrow(() -> new IllegalStateException("no such upload"));
            uploads.close(upload, DeliveryState.RESUBMITTED, who, why);
            return uploads.repeat(dead, "sent again by a person");
        });
    }

    /** Gives a refused record up, so that a later change of the person is sent again. */
    public void discard(UUID upload, String who, String why) {
        act("discard upload", upload.toString(), who, why, () -> {
            uploads.close(upload, DeliveryState.DISCARDED, who, why);
            return true;
        });
    }

    /**
     * Orders a plan to be removed from CP-IS: only for one that was uploaded in error, or whose end was refused after 365 days
     * (cp-is.md 7). It is kept out of uploads until {@link #revokeWithdrawal}; if it stands under a former number, it goes on
     * under the number in use.
     */
    public void withdraw(CpIsHeldPlan plan, CpIsWithdrawal.Cause cause, String who, String why) {
        act("withdraw plan", plan.personId(), who, why, () -> {
            if (plan.delete().isPresent() || plan.withdrawn()) {
                throw new IllegalStateException("the plan is withdrawn already");
            }
            jdbc.update(
                    """
                    insert into cpis_withdrawal
                        (person_id, plan_type, plan_id, cause, nhs_number, former_number, ordered_by, why, ordered_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    plan.personId(),
                    plan.type().name(),
                    plan.planId(),
                    cause.name(),
                    plan.number().digits(),
                    plan.formerNumber(),
                    who,
                    why,
                    now());
            uploads.enqueue(new TreeSet<>(Set.of(plan.personId())), "a plan is withdrawn");
            return true;
        });
    }

    /** Takes an order to withdraw back: if the plan stands in the record, it is sent again. */
    public void revokeWithdrawal(CpIsHeldPlan plan, String who, String why) {
        act("revoke withdrawal", plan.personId(), who, why, () -> {
            int revoked = jdbc.update(
                    """
                    update cpis_withdrawal set revoked_by = ?, revoked_at = ?
                     where person_id = ? and plan_type = ? and plan_id = ? and coalesce(nhs_number, ?) = ?
                       and revoked_at is null
                    """,
                    who,
                    now(),
                    plan.personId(),
                    plan.type().name(),
                    plan.planId(),
                    plan.number().digits(),
                    plan.number().digits());
            if (revoked == 0) {
                throw new IllegalStateException("no such order is in force");
            }
            uploads.enqueue(new TreeSet<>(Set.of(plan.personId())), "a withdrawal was revoked");
            return true;
        });
    }

    /**
     * Takes back that a person's numbers are inactive: CP-IS has named them in error, or they are in use again. Uploads go on
     * under them.
     */
    public void numberInUse(String personId, String who, String why) {
        act("number is in use", personId, who, why, () -> {
            int lifted = jdbc.update("""
                    delete from cpis_inactive_number
                     where nhs_number in (select nhs_number from cpis_status where person_id = ?)
                    """, personId);
            if (lifted == 0) {
                throw new IllegalStateException("CP-IS has not said that a number of this person is inactive");
            }
            uploads.enqueue(new TreeSet<>(Set.of(personId)), "the number is in use after all");
            return true;
        });
    }

    /** Enters that a team has dealt with a view of a record. */
    public void accessDone(UUID access, String who, String note) {
        act("access done", access.toString(), who, note, () -> {
            requireOne(jdbc.update("""
                            update cpis_access set done_by = ?, done_note = ?, done_at = ?
                             where id = ? and done_at is null
                            """, who, note, now(), access), "no such open task");
            // An empty notification is an alarm until someone has dealt with it.
            jdbc.update("""
                    update cpis_inbound i set settled_by = ?, settled_because = ?, settled_at = ?
                      from cpis_access a
                     where a.id = ? and i.message_id = a.message_id and i.needs_person and i.settled_at is null
                    """, who, note, now(), access);
            return true;
        });
    }

    /** Enters that a person has looked at a message that could not be relied on. */
    public void settleMessage(String messageId, String who, String why) {
        act("settle message", messageId, who, why, () -> {
            requireOne(jdbc.update("""
                            update cpis_inbound set settled_by = ?, settled_because = ?, settled_at = ?
                             where message_id = ? and needs_person and settled_at is null
                            """, who, why, now(), messageId), "no such message waits for a person");
            return true;
        });
    }

    private void onFile(long sequence, String act, String who, String why, Consumer<CpIsFile> work) {
        act(act, String.valueOf(sequence), who, why, () -> {
            work.accept(files.lock(sequence).orElseThrow(() -> new IllegalStateException("no such file")));
            return true;
        });
    }

    private <T> T act(String act, String subject, String who, String why, Supplier<T> work) {
        if (who.isBlank() || why.isBlank()) {
            throw new IllegalArgumentException("an act needs who and why");
        }
        return Optional.ofNullable(transactions.execute(status -> {
                    T result = work.get();
                    jdbc.update(
                            "insert into cpis_act (done_at, who, why, act, subject) values (?, ?, ?, ?, ?)",
                            now(),
                            who,
                            why,
                            act,
                            subject);
                    return result;
                }))
                .orElseThrow();
    }

    private static void require(boolean may, CpIsFile file, String act) {
        if (!may) {
            throw new IllegalStateException("a file that is " + file.state() + " cannot be " + act + ": "
                    + file.state().meaning());
        }
    }

    private static void requireOne(int changed, String otherwise) {
        if (changed != 1) {
            throw new IllegalStateException(otherwise);
        }
    }

    private Timestamp now() {
        return Timestamp.from(rules.now());
    }
}
