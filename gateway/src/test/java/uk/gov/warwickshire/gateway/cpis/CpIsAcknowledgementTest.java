package uk.gov.warwickshire.gateway.cpis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.gov.warwickshire.gateway.demo.cpis.AnswerDocuments.acknowledgement;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.gov.warwickshire.gateway.cpis.CpIsInboundReport.Outcome;
import uk.gov.warwickshire.gateway.cpis.CpIsReconciliationLine.Standing;
import uk.gov.warwickshire.gateway.delivery.DeliveryState;
import uk.gov.warwickshire.gateway.demo.cpis.CpIsBehaviour;
import uk.gov.warwickshire.gateway.mesh.MeshHeaders;

/** What is answered to a whole file, as in life: lost, twice, late, out of order, to nothing we sent, refused. */
class CpIsAcknowledgementTest extends SoundRoomFixture {

    @Test
    void aLostAcknowledgementIsAnAlarmAndTheSameFileIsSentAgainByAPersonOnly() {
        room.script.firstAnswers.put(1L, CpIsBehaviour.LOST);
        arrive(1);
        room.turn();
        room.clock.advance(Duration.ofHours(23));
        room.turn();
        assertThat(room.alarms()).doesNotContain(CpIsAlarm.Kind.FILE_NOT_ACKNOWLEDGED);
        room.clock.advance(Duration.ofHours(2));
        room.turn();

        assertThat(room.alarms()).contains(CpIsAlarm.Kind.FILE_NOT_ACKNOWLEDGED);
        assertThat(room.service.received()).isEqualTo(Map.of(1L, 1));
        assertThat(room.line("c1").standing()).isEqualTo(Standing.WAITING);

        room.bean(CpIsActions.class).resendFile(1, "an engineer", "CP-IS has no trace of it");
        room.poll();
        room.poll();

        assertThat(room.service.received()).isEqualTo(Map.of(1L, 2));
        assertThat(room.file(1).state()).isEqualTo(CpIsFileState.ACKNOWLEDGED);
        assertThat(room.alarms()).doesNotContain(CpIsAlarm.Kind.FILE_NOT_ACKNOWLEDGED);
    }

    @Test
    void whatComesTwiceChangesNothing() {
        arrive(1);
        room.turn();
        room.deliver(acknowledgement(1, 1, "CPF02"));
        room.poll();

        assertThat(room.lastReport().outcome()).isEqualTo(Outcome.DUPLICATE);
        assertThat(room.file(1).state()).isEqualTo(CpIsFileState.ACKNOWLEDGED);
        assertThat(room.alarms()).isEmpty();
    }

    @Test
    void whatContradictsAnEarlierAnswerChangesNothingAndIsShown() {
        arrive(1);
        room.turn();
        String message = room.deliver(acknowledgement(1, 1, "CPF01"));
        room.poll();

        assertThat(room.lastReport().outcome()).isEqualTo(Outcome.LATE);
        assertThat(room.file(1).state()).isEqualTo(CpIsFileState.ACKNOWLEDGED);
        assertThat(room.alarms()).containsExactly(CpIsAlarm.Kind.UNREADABLE);

        room.bean(CpIsActions.class)
                .settleMessage(message, "an engineer", "a mistake of CP-IS, confirmed by telephone");
        assertThat(room.alarms()).isEmpty();
    }

    @Test
    void answersMayComeOutOfOrder() {
        room.script.firstAnswers.putAll(Map.of(1L, CpIsBehaviour.LOST, 2L, CpIsBehaviour.LOST));
        arrive(1);
        room.turn();
        arrive(2);
        room.turn();

        room.deliver(acknowledgement(2, 1, "CPF02"));
        room.poll();
        assertThat(List.of(room.file(1).state(), room.file(2).state()))
                .containsExactly(CpIsFileState.SENT, CpIsFileState.ACKNOWLEDGED);
        room.deliver(acknowledgement(1, 1, "CPF02"));
        room.poll();
        assertThat(room.file(1).state()).isEqualTo(CpIsFileState.ACKNOWLEDGED);
        assertThat(room.line("c1").standing()).isEqualTo(Standing.IN_STEP);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "77,   UNKNOWN_FILE,  a file that was never written",
        "-1,   UNATTRIBUTED,  CP-IS could not read which file it is",
        "2,    CONTRADICTION, a file that is written and not sent",
    })
    void anAnswerToNothingWeSentChangesNothingAndIsShown(long sequence, Outcome outcome, String why) {
        room.script.firstAnswers.put(1L, CpIsBehaviour.LOST);
        arrive(1);
        room.turn();
        arrive(2);
        room.bean(FileBuilder.class).build();
        room.deliver(acknowledgement(sequence, 1, "CPF02"));
        room.script.firstAnswers.put(2L, CpIsBehaviour.LOST);
        // Taken in before anything is sent.
        room.takeInOnly();

        assertThat(room.lastReport().outcome()).as(why).isEqualTo(outcome);
        assertThat(room.file(1).state()).isEqualTo(CpIsFileState.SENT);
        assertThat(room.file(2).state()).isEqualTo(CpIsFileState.WRITTEN);
        assertThat(room.alarms()).contains(CpIsAlarm.Kind.UNREADABLE);
    }

    @Test
    void anAnswerThatCountsOtherwiseThanTheFileIsNotBelieved() {
        room.script.firstAnswers.put(1L, CpIsBehaviour.LOST);
        arrive(1, 2);
        room.turn();
        room.deliver(acknowledgement(1, 1, "CPF02"));
        room.poll();

        assertThat(room.lastReport().outcome()).isEqualTo(Outcome.CONTRADICTION);
        assertThat(room.file(1).state()).isEqualTo(CpIsFileState.SENT);
        assertThat(room.line("c1").acknowledged()).isEmpty();
    }

    @Test
    void aMessageThatIsNotFromCpIsChangesNothing() {
        room.script.firstAnswers.put(1L, CpIsBehaviour.LOST);
        arrive(1);
        room.turn();
        room.deliver(acknowledgement(1, 1, "CPF02"), Map.of(MeshHeaders.FROM, "X26OTHER1"));
        room.poll();

        assertThat(room.lastReport().outcome()).isEqualTo(Outcome.STRANGER);
        assertThat(room.file(1).state()).isEqualTo(CpIsFileState.SENT);
    }

    @Test
    void ifSpineWasUnavailableTheWholeFileIsSentAgainAsItWas() {
        room.script.firstAnswers.put(1L, "CPF05");
        arrive(1);
        room.turn();
        assertThat(room.file(1).state()).isEqualTo(CpIsFileState.WRITTEN);
        room.turn();
        assertThat(room.service.received()).as("not before the pause is over").isEqualTo(Map.of(1L, 1));

        // A change in between goes with a later file, not into this one.
        arriveCorrected(1);
        room.clock.advance(Duration.ofHours(1));
        room.turn();

        assertThat(room.service.received()).isEqualTo(Map.of(1L, 2));
        assertThat(room.file(1).state()).isEqualTo(CpIsFileState.ACKNOWLEDGED);
        room.turn();
        assertThat(room.service.received()).isEqualTo(Map.of(1L, 2, 2L, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CPF01", "CPF04", "CPF06", "15"})
    void aFileThatCpIsOrMeshRefusesStopsUploadingUntilAPersonHasActed(String code) {
        room.script.firstAnswers.put(1L, code);
        arrive(1);
        room.turn();
        arrive(2);
        room.turn();

        assertThat(room.file(1).state().needsPerson()).isTrue();
        assertThat(room.file(1).problem().orElse("")).contains(code);
        assertThat(room.service.received()).hasSize(1);
        assertThat(room.alarms()).contains(CpIsAlarm.Kind.FILE_STOPPED);

        room.bean(CpIsActions.class).resendFile(1, "an engineer", "CP-IS has mended it");
        room.turn();
        room.turn();

        assertThat(room.service.received()).isEqualTo(Map.of(1L, 2, 2L, 1));
        assertThat(room.line("c1").standing()).isEqualTo(Standing.IN_STEP);
        assertThat(room.line("c2").standing()).isEqualTo(Standing.IN_STEP);
        assertThat(room.alarms()).isEmpty();
    }

    @Test
    void theRecordsOfAFileThatWasGivenUpGoWithALaterOne() {
        room.script.firstAnswers.put(1L, "CPF01");
        arrive(1);
        room.turn();

        room.bean(CpIsActions.class).giveUpFile(1, "an engineer", "the format has been corrected");
        room.turn();

        assertThat(room.file(1).state()).isEqualTo(CpIsFileState.GIVEN_UP);
        assertThat(room.file(2).state()).isEqualTo(CpIsFileState.ACKNOWLEDGED);
        assertThat(room.line("c1").standing()).isEqualTo(Standing.IN_STEP);
        assertThatThrownBy(() -> room.bean(CpIsActions.class).giveUpFile(2, "an engineer", "no reason"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void everyStateOfAnUploadIsReachedByAWayOfTheGraph() {
        assertThat(CpIsUploadStates.allows(DeliveryState.SENT, DeliveryState.ACKNOWLEDGED))
                .isTrue();
        assertThat(CpIsUploadStates.allows(DeliveryState.ACKNOWLEDGED, DeliveryState.PENDING))
                .isFalse();
        assertThat(CpIsFileStates.asDot()).startsWith("digraph cpis_file {").contains("SENT -> ACKNOWLEDGED");
    }
}
