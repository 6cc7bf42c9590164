package uk.gov.warwickshire.gateway.rights.traces;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.warwickshire.gateway.rights.erasure.RightsRoom;
import uk.gov.warwickshire.gateway.rights.hold.HoldScope;
import uk.gov.warwickshire.gateway.rights.hold.LegalHolds;
import uk.gov.warwickshire.gateway.rights.hold.NewHold;

/** A ledger that is older than any period, with decisions about a child under hold among the others. */
final class OldLedger {

    private static final Instant MORNING = Instant.parse("2026-11-24T10:00:00Z");

    private final RightsRoom room;
    private final OldRows old;

    OldLedger(RightsRoom room) {
        this.room = room;
        old = new OldRows(room.jdbc);
    }

    /** In the morning, with nothing left of another test. */
    void refill() {
        room.clock.advance(Duration.between(room.clock.instant(), MORNING));
        room.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            // As nobody but the database's owner can: so that no test finds the rows of another.
            room.jdbc.execute("set local session_replication_role = replica");
            List.of(
                            "disclosure_ledger",
                            "audit_event",
                            "break_glass_grant",
                            "trace_disposal_line",
                            "trace_disposal",
                            "legal_hold_child",
                            "legal_hold_scope",
                            "legal_hold",
                            "rights_request",
                            "erasure",
                            "erasure_tombstone")
                    .forEach(table -> room.jdbc.update("delete from " + table));
        });
        room.jdbc.query("select create_disclosure_ledger_partitions(date '2000-01-01', 1)", row -> {});
        room.jdbc.query("select create_disclosure_ledger_partitions(date '2001-11-01', 0)", row -> {});
        old.decision("a", "2000-01-31T23:59:59Z");
        old.decision("b", "2000-01-01T00:00:00Z");
        old.decision("a", "2000-02-02T00:00:00Z");
        old.decision("held", "2000-02-29T00:00:00Z");
        old.decision("a", "2001-11-01T00:00:00Z");
        old.decision("a", "1999-05-05T00:00:00Z");
        old.decision("held", "1999-05-05T00:00:00Z");
        hold("Inquiry", "held");
    }

    /** Each child with the day, the earliest first. */
    List<String> decisions() {
        return room.jdbc.queryForList("""
                select child_id || ' ' || to_char(decided_at at time zone 'UTC', 'YYYY-MM-DD') from disclosure_ledger
                 order by decided_at
                """, String.class);
    }

    void hold(String name, String child) {
        room.bean(LegalHolds.class)
                .save(
                        new NewHold(
                                name,
                                "Inquiries Act 2005",
                                "Evidence",
                                List.of(HoldScope.of(HoldScope.Kind.CHILD, child))),
                        "x");
    }
}
