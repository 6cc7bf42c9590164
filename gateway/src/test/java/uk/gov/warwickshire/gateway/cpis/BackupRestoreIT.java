package uk.gov.warwickshire.gateway.cpis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.gov.warwickshire.gateway.cpis.TestChildren.child;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.gov.warwickshire.gateway.delivery.Balance;
import uk.gov.warwickshire.gateway.testing.ArchivingServer;
import uk.gov.warwickshire.gateway.testing.TestDatabase;

/**
 * The database is backed up while it works, lost, and brought back: to the last commit, and to an earlier time. What the
 * runbook says about both is tried here (`gateway/docs/operating.md`).
 */
class BackupRestoreIT {

    @TempDir
    private Path folder;

    private ArchivingServer server;
    private TestDatabase database;
    private CpIsRoom room;
    private Path copy;

    @BeforeEach
    void oneFileBeforeTheBackupAndOneAfter() throws Exception {
        server = ArchivingServer.start(folder.resolve("first"));
        database = TestDatabase.at(server.url());
        room = new CpIsRoom(database);
        copy = folder.resolve("copy");
        arrive(room, 1);
        server.backUp(copy);
        arrive(room, 2);
        assertThat(room.service.received()).containsOnlyKeys(1L, 2L);
    }

    @AfterEach
    void close() throws Exception {
        room.close();
    }

    private void lose() throws Exception {
        server.archiveAll();
        database.close();
        server.close();
    }

    @Test
    void aBackupTakenWhileItRunsComesBackWhole() throws Exception {
        lose();
        try (ArchivingServer restored = ArchivingServer.restore(copy, server.archive(), true);
                TestDatabase back = TestDatabase.at(restored.url());
                CpIsRoom after = new CpIsRoom(back, room)) {
            assertThat(sequences(back)).containsExactly(1L, 2L);
            assertThat(after.books()).isNotEmpty().allMatch(Balance::holds);
            assertThat(after.line("c2").acknowledged()).isNotEmpty();

            arrive(after, 1, 2);
            assertThat(sequences(back)).as("nothing is sent again").containsExactly(1L, 2L);
            arrive(after, 3);

            assertThat(after.service.received()).containsOnlyKeys(1L, 2L, 3L);
            assertThat(after.service.faults()).isEmpty();
        }
    }

    @Test
    void restoredToAnEarlierTimeNoNumberIsUsedTwice() throws Exception {
        lose();
        try (ArchivingServer restored = ArchivingServer.restore(copy, server.archive(), false);
                TestDatabase back = TestDatabase.at(restored.url());
                CpIsRoom after = new CpIsRoom(back, room)) {
            assertThat(sequences(back)).as("the second file is forgotten").containsExactly(1L);
            assertThat(after.bean(FileTable.class).nextSequence())
                    .as("and its number would be used again")
                    .isEqualTo(2);

            after.bean(CpIsActions.class).continueAfter(2, "an engineer", "restored to an earlier time");
            arrive(after, 1, 2, 3);

            assertThat(sequences(back)).containsExactly(1L, 3L);
            assertThat(after.service.received().keySet()).containsExactlyInAnyOrder(1L, 2L, 3L);
            assertThat(after.service.loaded()).hasSize(3);
            assertThat(after.line("c2").acknowledged()).isNotEmpty();
            assertThat(after.books()).allMatch(Balance::holds);
            assertThatThrownBy(() -> after.bean(CpIsActions.class).continueAfter(2, "an engineer", "once more"))
                    .hasMessageContaining("numbers never go back");
        }
    }

    @Test
    void withoutMovingTheNumbersOnCpIsGetsOneNumberWithTwoContents() throws Exception {
        lose();
        try (ArchivingServer restored = ArchivingServer.restore(copy, server.archive(), false);
                TestDatabase back = TestDatabase.at(restored.url());
                CpIsRoom after = new CpIsRoom(back, room)) {
            arrive(after, 3);

            assertThat(after.service.faults())
                    .as("why the runbook has that step")
                    .isNotEmpty();
        }
    }

    /** As an extract brings them, and on to CP-IS. */
    private static void arrive(CpIsRoom room, int... children) {
        for (int n : children) {
            room.arrive(child(n).plan("p" + n, "2026-10-0" + n, "").record());
        }
        room.turn();
    }

    private static List<Long> sequences(TestDatabase database) {
        return database.jdbc().queryForList("select sequence from cpis_file order by 1", Long.class);
    }
}
