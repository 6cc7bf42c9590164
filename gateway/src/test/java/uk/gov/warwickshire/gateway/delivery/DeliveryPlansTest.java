package uk.gov.warwickshire.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.gov.warwickshire.gateway.testing.TestDatabase;

/** Taking work in hand must not grow slower with what lies finished: 60,000 finished and 3,000 open deliveries. */
class DeliveryPlansTest {

    private static final TestDatabase DATABASE = new TestDatabase();

    @BeforeAll
    static void fill() {
        DATABASE.jdbc().execute("""
                insert into delivery (child_id, destination, id, kind, state, cause, due_on, created_at, next_attempt_at)
                select 'c' || n % 20000, 'icr.a', gen_random_uuid(), 'RECORD',
                       case when n <= 60000 then 'ACKNOWLEDGED' else 'PENDING' end, 'test', '2026-11-01', now(), now()
                  from generate_series(1, 63000) n
                """);
        DATABASE.jdbc().execute("vacuum analyze");
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void takesWorkInHandByTheIndexesOfOpenDeliveries() {
        String sql = LeaseTable.TAKE
                .replaceFirst("\\?", "gen_random_uuid()")
                .replaceFirst("\\?", "now()")
                .replaceFirst("\\?", "'icr.a'")
                .replaceFirst("\\?", "now()")
                .replaceFirst("\\?", "now()")
                .replaceFirst("\\?", "200");

        List<String> plan = DATABASE.jdbc().queryForList("explain " + sql, String.class);

        assertThat(String.join("\n", plan))
                .contains("delivery_ready", "delivery_open")
                .doesNotContain("Seq Scan");
    }
}
