package uk.gov.warwickshire.gateway.cpis;

import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import uk.gov.warwickshire.gateway.common.RecordListener.DerivedRecord;
import uk.gov.warwickshire.gateway.testing.TestDatabase;

/** One database for the class, and for each test a room of its own that starts empty. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CpIsRoomFixture {

    final TestDatabase database = new TestDatabase();
    CpIsRoom room;

    @BeforeEach
    void openRoom() {
        room = new CpIsRoom(database);
    }

    @AfterEach
    void closeRoom() {
        room.close();
    }

    @AfterAll
    void closeDatabase() {
        database.close();
    }

    /** The children come with an extract, each on a plan. */
    void arrive(int... children) {
        room.arrive(Arrays.stream(children)
                .mapToObj(n ->
                        TestChildren.child(n).plan("p" + n, "2026-10-01", "").record())
                .toArray(DerivedRecord[]::new));
    }

    /** The child comes again: on the same plan, under a surname that was corrected. */
    void arriveCorrected(int n) {
        room.arrive(TestChildren.child(n)
                .surname("Quille")
                .plan("p" + n, "2026-10-01", "")
                .record());
    }
}
