package uk.gov.warwickshire.gateway.ops.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import uk.gov.warwickshire.gateway.testing.TestDatabase;

class AlertsTest {

    @Test
    void what_fires_is_shown_worst_first_and_cp_is_before_all() {
        try (TestDatabase database = new TestDatabase()) {
            fires(database, "disk", "DISK_SPACE", "CRITICAL", "/console", "null");
            fires(database, "backlog", "DELIVERY_BACKLOG", "WARNING", "/console", "null");
            fires(database, "below-95", "CP_IS_ALARM", "WARNING", "/console/cp-is", "null");
            fires(database, "books", "BALANCE_MISMATCH", "CRITICAL", "/console", "null");
            fires(database, "over", "REGION_DOWN", "CRITICAL", "/console", "now()");

            assertThat(new Alerts(database.jdbc()).firing())
                    .extracting(FiringAlert::rule)
                    .containsExactly("below-95", "books", "disk", "backlog");
        }
    }

    private static void fires(
            TestDatabase database, String rule, String kind, String severity, String page, String resolved) {
        database.jdbc().update("""
                        insert into alert (rule, subject, kind, severity, title, what_to_do, page, counted, since,
                                           fired_at, notified_at, seen_at, resolved_at)
                        values (?, '', ?, ?, 'Wrong', 'Mend it', ?, 1, now(), now(), now(), now(), RESOLVED)
                        """.replace("RESOLVED", resolved), rule, kind, severity, page);
    }
}
