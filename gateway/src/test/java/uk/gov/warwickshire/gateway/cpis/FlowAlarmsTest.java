package uk.gov.warwickshire.gateway.cpis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uk.gov.warwickshire.gateway.demo.cpis.AnswerDocuments;
import uk.gov.warwickshire.gateway.demo.cpis.CpIsBehaviour;

/** Nothing stands still in silence. */
class FlowAlarmsTest extends CpIsRoomFixture {

    @Test
    void aFileThatIsAskedForAgainAndAgainIsAnAlarmAndEndsWithItsCause() {
        room.script.everyAnswer.put(1L, "CPF05");
        arrive(1);
        for (int hours = 0; hours <= 24; hours += 2) {
            room.turn();
            room.clock.advance(Duration.ofHours(2));
        }
        room.turn();
        assertThat(room.service.received().get(1L)).isGreaterThan(10);
        assertThat(room.alarms()).contains(CpIsAlarm.Kind.FILE_NOT_LOADED);

        room.script.everyAnswer.clear();
        room.dayPasses();
        room.turn();
        assertThat(room.file(1).state()).isEqualTo(CpIsFileState.ACKNOWLEDGED);
        assertThat(room.alarms()).isEmpty();
    }

    @Test
    void whoeverIsDueAndNeverGetsIntoAFileIsAnAlarm() {
        room.turn();
        arrive(1);
        database.jdbc().execute("alter table cpis_file_record rename to elsewhere");
        try {
            assertThatThrownBy(() -> room.bean(FileBuilder.class).build()).isInstanceOf(RuntimeException.class);
            room.clock.advance(Duration.ofMinutes(90));
            room.poll();
            assertThat(flow()).isEmpty();
            room.clock.advance(Duration.ofMinutes(60));
            room.poll();
            assertThat(flow()).containsOnlyKeys(CpIsAlarm.Kind.NO_FILE_WRITTEN);
        } finally {
            database.jdbc().execute("alter table elsewhere rename to cpis_file_record");
        }
        room.turn();
        assertThat(room.alarms()).isEmpty();
    }

    @Test
    void aFileThatStandsInTheWayIsTheOnlyAlarmAboutIt() {
        room.script.firstAnswers.put(1L, "CPF01");
        arrive(1);
        room.turn();
        arrive(2);
        room.clock.advance(Duration.ofHours(5));
        room.poll();
        assertThat(flow()).containsOnlyKeys(CpIsAlarm.Kind.FILE_STOPPED);
    }

    @Test
    void aMailboxThatIsNotReadIsAnAlarmThoughNothingWaitsToBeSent() {
        room.poll();
        room.server.answering(answer -> {
            throw new IllegalStateException("the connection breaks");
        });
        room.clock.advance(Duration.ofMinutes(61));
        room.poll();
        assertThat(flow()).containsOnlyKeys(CpIsAlarm.Kind.MAILBOX_NOT_READ);

        room.server.answering(answer -> answer);
        room.poll();
        assertThat(room.alarms()).isEmpty();
    }

    @Test
    void aMessageThatCannotBeTakenInIsAnAlarmAndIsTakenInOnceItCan() {
        room.script.firstAnswers.put(1L, CpIsBehaviour.LOST);
        arrive(1);
        room.turn();
        room.deliver(AnswerDocuments.acknowledgement(1, 1, "CPF02"));
        for (int turn = 0; turn < 3; turn++) {
            room.takeInInVain();
        }
        assertThat(flow()).containsOnlyKeys(CpIsAlarm.Kind.MESSAGE_NOT_TAKEN_IN);
        assertThat(room.file(1).state()).isEqualTo(CpIsFileState.SENT);

        room.poll();
        assertThat(room.file(1).state()).isEqualTo(CpIsFileState.ACKNOWLEDGED);
        assertThat(room.alarms()).isEmpty();
    }

    private Map<CpIsAlarm.Kind, CpIsAlarm> flow() {
        return room.bean(FlowAlarms.class).current().stream()
                .collect(Collectors.toMap(CpIsAlarm::kind, alarm -> alarm));
    }
}
