package uk.gov.warwickshire.gateway.delivery;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.Destination;
import uk.gov.warwickshire.gateway.common.SingleRunner;
import uk.gov.warwickshire.gateway.disclosure.TermsInForce;

/**
 * Has children decided again when nothing about them changed but what is in force did: an agreement began or ended, the
 * gateway was started with another policy, a child reached the minimum age. What was sent before and may no longer be
 * there is then withdrawn.
 */
@Component
class TermsCheck {

    private static final Logger LOG = LoggerFactory.getLogger(TermsCheck.class);

    private record Terms(String text, Optional<LocalDate> bornBy) {}

    private final DeliveryWorkers workers;
    private final TermsInForce inForce;
    private final JdbcTemplate jdbc;
    private final BatchedOutbox outbox;
    private final SingleRunner runner;
    private final Clock clock;

    TermsCheck(
            DeliveryWorkers workers,
            TermsInForce inForce,
            JdbcTemplate jdbc,
            BatchedOutbox outbox,
            SingleRunner runner,
            Clock clock) {
        this.workers = workers;
        this.inForce = inForce;
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.runner = runner;
        this.clock = clock;
    }

    void check() {
        runner.run("delivery-terms", () -> workers.all().forEach(worker -> check(worker.destination())));
    }

    /** Written last: a check that breaks off is made again from its beginning, which adds nothing that still waits. */
    private void check(Destination destination) {
        Terms now = new Terms(inForce.at(destination), inForce.bornBy(destination));
        Optional<Terms> before = before(destination);
        if (before.filter(known -> !known.text().equals(now.text())).isPresent()) {
            LOG.info("Other terms are in force at {}: its records are decided again", destination);
            outbox.enqueueAll("other terms are in force", (last, limit) -> concerned(destination, last, limit));
        }
        Optional<LocalDate> bornFrom = before.flatMap(Terms::bornBy);
        now.bornBy()
                .ifPresent(bornBy -> outbox.enqueueAll(
                        "the minimum age is reached",
                        (last, limit) -> oldEnough(destination, bornFrom, bornBy, last, limit)));
        if (!before.equals(Optional.of(now))) {
            write(destination, now);
        }
    }

    /**
     * Those of whom the destination holds something, and those whose latest record was withheld or is on its way: a worker
     * may have decided it under the old terms. The withdrawal that follows a withheld record says nothing of its own.
     */
    private List<String> concerned(Destination destination, String last, int limit) {
        return jdbc.queryForList("""
                select c.child_id from child c
                 where c.child_id > ?
                   and (exists (
                           select from recipient_copy r where r.child_id = c.child_id and r.destination = ?)
                       or (select d.state from delivery d
                            where d.child_id = c.child_id and d.destination = ? and d.kind = 'RECORD'
                            order by d.seq desc limit 1)
                          in ('WITHHELD', 'HELD', 'PENDING', 'CLEARED', 'RETRYING', 'SENT'))
                 order by c.child_id limit ?
                """, String.class, last, destination.code(), destination.code(), limit);
    }

    /** The day looked at last is looked at again: a decision of the evening before may have been committed after it. */
    private List<String> oldEnough(
            Destination destination, Optional<LocalDate> bornFrom, LocalDate bornBy, String last, int limit) {
        return jdbc.queryForList("""
                select c.child_id from child c
                 where c.child_id > ? and c.birth_date between coalesce(?::date, '-infinity') and ?
                   and (select d.state = 'WITHHELD' and d.reason = 'AGE_OUT_OF_SCOPE' from delivery d
                         where d.child_id = c.child_id and d.destination = ? and d.kind = 'RECORD'
                         order by d.seq desc limit 1)
                 order by c.child_id limit ?
                """, String.class, last, bornFrom.orElse(null), bornBy, destination.code(), limit);
    }

    private Optional<Terms> before(Destination destination) {
        return jdbc
                .query(
                        "select terms, born_by from destination_terms where destination = ?",
                        (row, i) -> new Terms(
                                row.getString("terms"), Optional.ofNullable(row.getObject("born_by", LocalDate.class))),
                        destination.code())
                .stream()
                .findFirst();
    }

    private void write(Destination destination, Terms terms) {
        jdbc.update(
                """
                insert into destination_terms (destination, terms, born_by, written_at) values (?, ?, ?, ?)
                    on conflict (destination) do update
                       set terms = excluded.terms, born_by = excluded.born_by, written_at = excluded.written_at
                """, destination.code(), terms.text(), terms.bornBy().orElse(null), Timestamp.from(clock.instant()));
    }
}
