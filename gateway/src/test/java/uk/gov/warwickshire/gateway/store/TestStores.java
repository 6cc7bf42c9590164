package uk.gov.warwickshire.gateway.store;

import java.time.Clock;
import uk.gov.warwickshire.gateway.testing.TestDatabase;

/** The store as tests of other packages use it. */
public final class TestStores {

    private TestStores() {}

    public static RecordStore on(TestDatabase database, Clock clock) {
        return new JdbcRecordStore(
                database.jdbc(),
                database.transactions().getTransactionManager(),
                new RecordMarks(database.jdbc(), "https://fhir.example.org", clock),
                clock);
    }
}
