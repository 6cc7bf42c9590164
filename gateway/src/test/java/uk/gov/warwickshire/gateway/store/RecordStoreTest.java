package uk.gov.warwickshire.gateway.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.warwickshire.gateway.testing.TestDatabase;

class RecordStoreTest {

    private static final TestDatabase DATABASE = new TestDatabase();

    private final TransactionTemplate transactions = DATABASE.transactions();
    private final RecordStore store = TestStores.on(DATABASE, Clock.systemUTC());
    private final ResourceReader reader = new JdbcResourceReader(DATABASE.jdbc());

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void empty() {
        DATABASE.jdbc().execute("truncate child, child_other_person, resource, resource_history");
    }

    @Test
    void keepsARecordAndGivesItBackWithTheDirectoryItRefersTo() {
        SavedChild saved = save(TestRecords.child(1));

        assertThat(saved).isEqualTo(new SavedChild("child-1", 1, 2, 0, 0, true));
        assertThat(current("child-1"))
                .extracting(StoredResource::type)
                .containsExactly("Patient", "Flag", "Organization");
        assertThat(reader.facts(List.of("child-1")))
                .containsEntry("child-1", TestRecords.child(1).toSave().facts());
    }

    @Test
    void writesNothingForTheSameRecordAgain() {
        save(TestRecords.child(1));
        var before = rows();

        SavedChild again = save(TestRecords.child(1));

        assertThat(again.changed()).isFalse();
        assertThat(again.recordVersion()).isEqualTo(1);
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void givesOnlyWhatDiffersANewVersionAndKeepsTheOldOne() {
        save(TestRecords.child(1));

        SavedChild saved = save(TestRecords.child(1).family("Changed"));

        assertThat(saved).isEqualTo(new SavedChild("child-1", 2, 0, 1, 0, false));
        assertThat(current("child-1")).extracting(StoredResource::version).containsExactly(2L, 1L, 1L);
        assertThat(history()).containsExactly("Patient 1");
    }

    @Test
    void deletesWhatIsNoLongerInTheRecordAndCountsOnWhenItComesBack() {
        TestRecords both = TestRecords.child(1).flags("one", "two");
        save(both);
        assertThat(save(both.flags("one")).deleted()).isEqualTo(1);
        assertThat(history()).containsExactly("Flag 1", "Flag 2 deleted");

        save(both);

        assertThat(current("child-1")).extracting(StoredResource::version).containsExactlyInAnyOrder(1L, 1L, 3L, 1L);
    }

    @Test
    void countsAChangeOfTheFactsAloneAsAChange() {
        save(TestRecords.child(1));

        assertThat(save(TestRecords.child(1).restricted(true))).isEqualTo(new SavedChild("child-1", 2, 0, 0, 0, true));
        assertThat(save(TestRecords.child(1).restricted(true).mother(TestRecords.nhsNumber(500))))
                .isEqualTo(new SavedChild("child-1", 3, 1, 0, 0, true));
    }

    @Test
    void findsAChildByItsOwnNumberAndByItsMothers() {
        save(TestRecords.child(1).mother(TestRecords.nhsNumber(500)));
        save(TestRecords.child(2).mother(TestRecords.nhsNumber(500)));
        save(TestRecords.child(3));

        assertThat(reader.childrenByNhsNumber(List.of(TestRecords.nhsNumber(500))))
                .containsExactlyInAnyOrder("child-1", "child-2");
        assertThat(reader.childrenByNhsNumber(List.of(TestRecords.nhsNumber(3))))
                .containsExactly("child-3");
    }

    @Test
    void savesADirectoryResourceOnceForAllChildrenAndItsChangeOnce() {
        save(TestRecords.child(1));
        save(TestRecords.child(2).team("New name"));
        save(TestRecords.child(3).team("New name"));

        assertThat(current("child-1")).last().satisfies(team -> assertThat(team.version())
                .isEqualTo(2));
        assertThat(history()).containsExactly("Organization 1");
    }

    @Test
    void takesNoPartOfABatchIfTheCallersTransactionFails() {
        assertThatThrownBy(() -> transactions.executeWithoutResult(status -> {
                    store.save(List.of(TestRecords.child(1).toSave()));
                    throw new IllegalStateException("later step");
                }))
                .hasMessage("later step");

        assertThat(reader.facts(List.of("child-1"))).isEmpty();
        assertThatThrownBy(() -> store.save(List.of(TestRecords.child(1).toSave())))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void letsManyWritersSaveTheSameChildrenInAnyOrder() {
        var all = IntStream.range(0, 40).mapToObj(TestRecords::child).toList();
        var writers = IntStream.range(0, 4)
                .mapToObj(writer -> CompletableFuture.runAsync(() -> {
                    for (int round = 0; round < 5; round++) {
                        String name = "Name" + writer + round;
                        var mine = new java.util.ArrayList<>(all.stream()
                                .map(child -> child.family(name).team(name).toSave())
                                .toList());
                        java.util.Collections.shuffle(mine, new java.util.Random(writer * 10L + round));
                        transactions.executeWithoutResult(status -> store.save(mine));
                    }
                }))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(writers).join();

        assertThat(DATABASE.jdbc().queryForObject("select count(distinct content) from resource", Integer.class))
                .isEqualTo(81);
        assertThat(DATABASE.jdbc().queryForObject("""
                select count(*) from resource r
                 where (select count(*) from resource_history h where h.type = r.type and h.id = r.id) <> version - 1
                """, Integer.class)).isZero();
    }

    @Test
    void makesPartitionsAheadSoThatHistoryDoesNotFallIntoTheDefaultOne() {
        save(TestRecords.child(1));
        save(TestRecords.child(1).family("Changed"));

        assertThat(DATABASE.jdbc().queryForObject("select count(*) from resource_history_default", Integer.class))
                .isZero();
    }

    private SavedChild save(TestRecords child) {
        return transactions
                .execute(status -> store.save(List.of(child.toSave())))
                .get(0);
    }

    private List<StoredResource> current(String child) {
        return reader.current(List.of(child)).get(child);
    }

    private List<String> history() {
        return DATABASE.jdbc().queryForList("""
                select type || ' ' || version || case when content is null then ' deleted' else '' end
                  from resource_history order by type, version
                """, String.class);
    }

    private List<Map<String, Object>> rows() {
        return DATABASE.jdbc().queryForList("select xmin::text, type, id, version from resource order by type, id");
    }
}
