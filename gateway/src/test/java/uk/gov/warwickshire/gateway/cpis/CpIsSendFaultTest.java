package uk.gov.warwickshire.gateway.cpis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.gov.warwickshire.gateway.cpis.CpIsReconciliationLine.Standing;
import uk.gov.warwickshire.gateway.delivery.Balance;
import uk.gov.warwickshire.gateway.demo.cpis.CpIsBehaviour;
import uk.gov.warwickshire.gateway.testing.TestDatabase;

/** Files whose sending goes wrong: never posted again blindly, never lost, never another content under the number. */
class CpIsSendFaultTest {

    private static final TestDatabase DATABASE = new TestDatabase();
    private CpIsRoom room;

    @BeforeEach
    void start() {
        room = new CpIsRoom(DATABASE);
    }

    @AfterEach
    void stop() {
        assertThat(room.service.faults())
                .as("what CP-IS finds wrong with files")
                .isEmpty();
        assertThat(room.books()).allMatch(Balance::holds);
        room.close();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void anUnknownOutcomeIsNotPostedAgainAndTheAcknowledgementSettlesIt() {
        loseTheNextAnswer();
        arrive(1);
        room.bean(FileBuilder.class).build();
        room.poll();

        assertThat(room.service.received()).isEqualTo(Map.of(1L, 1));
        assertThat(room.line("c1").standing()).isIn(Standing.WAITING, Standing.IN_STEP);
        room.poll();
        assertThat(room.service.received()).as("posted once").isEqualTo(Map.of(1L, 1));
        assertThat(room.file(1).state()).isEqualTo(CpIsFileState.ACKNOWLEDGED);
        assertThat(room.line("c1").standing()).isEqualTo(Standing.IN_STEP);
    }

    @Test
    void withoutAnAnswerAPersonFindsOutAndNothingFollowsUntilThen() {
        room.script.firstAnswers.put(1L, CpIsBehaviour.LOST);
        loseTheNextAnswer();
        arrive(1);
        room.turn();
        arrive(2);
        room.turn();

        assertThat(room.file(1).state()).isEqualTo(CpIsFileState.UNKNOWN);
        assertThat(room.bean(CpIsFiles.class).latest(5)).hasSize(1);
        assertThat(room.alarms()).contains(CpIsAlarm.Kind.FILE_STOPPED);

        room.bean(CpIsActions.class).confirmArrived(1, "an engineer", "MESH shows it as collected");
        room.turn();

        assertThat(room.file(1).state()).isEqualTo(CpIsFileState.SENT);
        assertThat(room.service.received()).isEqualTo(Map.of(1L, 1, 2L, 1));
    }

    @Test
    void aProcessThatDiedWhileSendingLeavesTheFileForAPerson() {
        arrive(1);
        room.bean(FileBuilder.class).build();
        DATABASE.jdbc().update("update cpis_file set state = 'SENDING', attempts = 1, attempted_at = now()");
        room.poll();
        room.poll();

        assertThat(room.file(1).state()).isEqualTo(CpIsFileState.UNKNOWN);
        assertThat(room.service.received()).isEmpty();

        room.bean(CpIsActions.class).resendFile(1, "an engineer", "MESH has no trace of it");
        room.poll();
        room.poll();
        assertThat(room.file(1).state()).isEqualTo(CpIsFileState.ACKNOWLEDGED);
        assertThat(room.line("c1").standing()).isEqualTo(Standing.IN_STEP);
    }

    @Test
    void aMailboxThatIsSwitchedOffLosesNothing() {
        room.mesh.disable(CpIsRoom.CP_IS);
        arrive(1);
        room.turn();

        assertThat(room.file(1).state()).isEqualTo(CpIsFileState.UNDELIVERED);
        assertThat(room.file(1).problem().orElse("")).contains("12");
        assertThat(room.alarms()).contains(CpIsAlarm.Kind.FILE_STOPPED);
        assertThat(room.line("c1").standing()).isEqualTo(Standing.WAITING);
    }

    @Test
    void changedContentIsNeverSentUnderTheNumber() {
        arrive(1);
        room.bean(FileBuilder.class).build();
        DATABASE.jdbc().update("update cpis_file set content = content || 'x'::bytea");

        assertThatThrownBy(room::poll).isInstanceOf(IllegalStateException.class);
        assertThat(room.service.received()).isEmpty();
    }

    /** MESH takes the file, and the connection breaks before it can say so. */
    private void loseTheNextAnswer() {
        AtomicBoolean lost = new AtomicBoolean();
        room.server.answering(answer -> {
            if (answer.status() == 202 && lost.compareAndSet(false, true)) {
                throw new IllegalStateException("the connection breaks");
            }
            return answer;
        });
    }

    private void arrive(int n) {
        room.arrive(TestChildren.child(n).plan("p" + n, "2026-10-01", "").record());
    }
}
