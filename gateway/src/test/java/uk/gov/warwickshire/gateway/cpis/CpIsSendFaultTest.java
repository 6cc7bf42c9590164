package uk.gov.warwickshire.gateway.cpis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import uk.gov.warwickshire.gateway.cpis.CpIsReconciliationLine.Standing;
import uk.gov.warwickshire.gateway.demo.cpis.AnswerDocuments;
import uk.gov.warwickshire.gateway.demo.cpis.CpIsBehaviour;
import uk.gov.warwickshire.gateway.mesh.MeshHeaders;

/** Files whose sending goes wrong: never posted again blindly, never lost, never another content under the number. */
class CpIsSendFaultTest extends SoundRoomFixture {

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
        database.jdbc().update("update cpis_file set state = 'SENDING', attempts = 1, attempted_at = now()");
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
    void changedContentIsNeverSentUnderTheNumberAndWhatCpIsSaysStillArrives() {
        arrive(1);
        room.bean(FileBuilder.class).build();
        database.jdbc().update("update cpis_file set content = content || 'x'::bytea");
        room.deliver(AnswerDocuments.acknowledgement(77, 1, "CPF02"));

        room.poll();

        assertThat(room.service.received()).isEmpty();
        assertThat(room.file(1).state()).isEqualTo(CpIsFileState.WRITTEN);
        assertThat(room.lastReport().outcome()).isEqualTo(CpIsInboundReport.Outcome.UNKNOWN_FILE);
        room.clock.advance(Duration.ofMinutes(61));
        room.poll();
        assertThat(room.alarms()).contains(CpIsAlarm.Kind.FILE_NOT_SENT);
    }

    @Test
    void aLaterFileWaitsForAnEarlierOneThatNeedsAPerson() {
        room.script.firstAnswers.put(1L, CpIsBehaviour.LOST);
        arrive(1);
        room.turn();
        arrive(2);
        room.bean(FileBuilder.class).build();
        room.deliver(
                new byte[0],
                Map.of(
                        MeshHeaders.MESSAGE_TYPE, "REPORT",
                        MeshHeaders.STATUS_SUCCESS, "ERROR",
                        MeshHeaders.STATUS_CODE, "14",
                        MeshHeaders.LOCAL_ID, room.file(1).localId()));
        room.takeInOnly();
        assertThat(room.file(1).state()).isEqualTo(CpIsFileState.UNDELIVERED);
        assertThat(room.file(1).problem().orElse("")).contains("14", "did not collect");

        room.poll();
        assertThat(room.file(2).state()).isEqualTo(CpIsFileState.WRITTEN);
        assertThat(room.service.received()).isEqualTo(Map.of(1L, 1));

        room.bean(CpIsActions.class).resendFile(1, "an engineer", "the mailbox is collected again");
        room.poll();
        room.poll();
        assertThat(room.service.received()).isEqualTo(Map.of(1L, 2, 2L, 1));
        assertThat(room.line("c2").standing()).isEqualTo(Standing.IN_STEP);
    }

    @Test
    void whatMeshSaysSettlesAFileThatAnotherReplicaTookForInterrupted() {
        arrive(1);
        room.bean(FileBuilder.class).build();
        AtomicBoolean once = new AtomicBoolean();
        room.server.answering(answer -> {
            if (answer.status() == 202 && once.compareAndSet(false, true)) {
                database.jdbc().update("update cpis_file set state = 'UNKNOWN', problem = 'interrupted'");
            }
            return answer;
        });
        room.script.firstAnswers.put(1L, CpIsBehaviour.LOST);

        room.poll();

        assertThat(room.file(1).state()).isEqualTo(CpIsFileState.SENT);
        assertThat(room.file(1).messageId()).isPresent();
    }

    @Test
    void whileAFileIsBeingSentNobodyCanHaveItSentOnceMore() {
        arrive(1);
        room.bean(FileBuilder.class).build();
        database.jdbc().update("update cpis_file set state = 'SENDING'");

        assertThatThrownBy(() -> room.bean(CpIsActions.class).resendFile(1, "an engineer", "impatience"))
                .isInstanceOf(IllegalStateException.class);
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
}
