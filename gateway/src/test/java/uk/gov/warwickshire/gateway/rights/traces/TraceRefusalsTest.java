package uk.gov.warwickshire.gateway.rights.traces;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.warwickshire.gateway.rights.erasure.RightsRoom;

/** What the database refuses all the same: what no run does, and what is not yet due or is under hold. */
class TraceRefusalsTest {

    @TempDir
    static Path folder;

    private static RightsRoom room;
    private static OldRows old;

    @BeforeAll
    static void rowsOfLongAgo() {
        room = new RightsRoom(folder);
        old = new OldRows(room.jdbc);
        new OldLedger(room).refill();
    }

    @AfterAll
    static void stop() {
        room.close();
    }

    @Test
    void ledger_audit_and_overrides_refuse_everything_else() {
        old.look("a", "", "1999-05-05T00:00:00Z");
        old.override("a", "1999-05-05T00:00:00Z");
        old.decision("new", "2025-05-05T00:00:00Z");
        UUID run = UUID.randomUUID();
        room.jdbc.update("insert into trace_disposal (id, started_at) values (?, now())", run);
        room.jdbc.update("""
                insert into trace_disposal_line (run_id, place, kind, period, before, unit)
                values (?, 'p', 'LEDGER', '1 day', '2026-01-01', 'rows')
                """, run);

        for (String table : List.of("disclosure_ledger", "audit_event", "break_glass_grant")) {
            refused("delete from " + table, null);
            refused("delete from " + table, UUID.randomUUID());
            refused("truncate " + table + " cascade", run);
            refused("update " + table + " set child_id = 'z'", run);
        }
        refused("delete from audit_event where child_id = 'a'", run);
        refused("delete from break_glass_grant where child_id = 'a'", run);
        refused("delete from disclosure_ledger where child_id = 'new'", run);
        refused("delete from disclosure_ledger where child_id = 'held'", run);
        refused("delete from trace_disposal_line", run);
        room.jdbc.update("update trace_disposal set ended_at = now() where id = ?", run);
        refused("delete from disclosure_ledger where child_id = 'a'", run);
        refused("update trace_disposal_line set removed = 7", run);
        refused("update trace_disposal set ended_at = null", run);
    }

    private static void refused(String sql, @Nullable UUID run) {
        assertThatThrownBy(() -> room.bean(TransactionTemplate.class).executeWithoutResult(status -> {
                    if (run != null) {
                        room.bean(TraceReportTable.class).announce(run);
                    }
                    room.jdbc.update(sql);
                }))
                .as(sql)
                .hasStackTraceContaining(sql.contains("trace_disposal") ? "is not changed" : "append-only");
    }
}
