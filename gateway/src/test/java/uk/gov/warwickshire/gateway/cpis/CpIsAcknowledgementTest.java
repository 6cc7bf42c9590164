package uk.gov.warwickshire.gateway.cpis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.gov.warwickshire.gateway.demo.cpis.AnswerDocuments.acknowledgement;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.gov.warwickshire.gateway.common.RecordListener.DerivedRecord;
import uk.gov.warwickshire.gateway.cpis.CpIsInboundReport.Outcome;
import uk.gov.warwickshire.gateway.cpis.CpIsReconciliationLine.Standing;
import uk.gov.warwickshire.gateway.delivery.Balance;
import uk.gov.warwickshire.gateway.delivery.DeliveryState;
import uk.gov.warwickshire.gateway.demo.cpis.CpIsBehaviour;
import uk.gov.warwickshire.gateway.mesh.MeshHeaders;
import uk.gov.warwickshire.gateway.testing.TestDatabase;

/** Acknowledgements as they come in life: lost, twice, late, out of order, to nothing we sent, in part, in doubt. */
class CpIsAcknowledgementTest {

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
    void aLostAcknowledgementIsAnAlarmAndTheSameFileIsSentAgainByAPersonOnly() {
        room.script.firstAnswers.put(1L, CpIsBehaviour.LOST);
        room.arrive(child(1));
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
        room.arrive(child(1));
        room.turn();
        room.deliver(acknowledgement(1, 1, "CPF02"));
        room.poll();

        assertThat(room.lastReport().outcome()).isEqualTo(Outcome.DUPLICATE);
        assertThat(room.file(1).state()).isEqualTo(CpIsFileState.ACKNOWLEDGED);
        assertThat(room.alarms()).isEmpty();
    }

    @Test
    void whatContradictsAnEarlierAnswerChangesNothingAndIsShown() {
        room.arrive(child(1));
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
        room.arrive(child(1));
        room.turn();
        room.arrive(child(2));
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
        room.arrive(child(1));
        room.turn();
        room.arrive(child(2));
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
        room.arrive(child(1), child(2));
        room.turn();
        room.deliver(acknowledgement(1, 1, "CPF02"));
        room.poll();

        assertThat(room.lastReport().outcome()).isEqualTo(Outcome.CONTRADICTION);
        assertThat(room.file(1).state()).isEqualTo(CpIsFileState.SENT);
        assertThat(room.line("c1").acknowledged()).isEmpty();
    }

    @Test
    void ifSpineWasUnavailableTheWholeFileIsSentAgainAsItWas() {
        room.script.firstAnswers.put(1L, "CPF05");
        room.arrive(child(1));
        room.turn();
        assertThat(room.file(1).state()).isEqualTo(CpIsFileState.WRITTEN);
        room.turn();
        assertThat(room.service.received()).as("not before the pause is over").isEqualTo(Map.of(1L, 1));

        // A change in between goes with a later file, not into this one.
        room.arrive(TestChildren.child(1)
                .surname("Quille")
                .plan("p1", "2026-10-01", "")
                .record());
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
        room.arrive(child(1));
        room.turn();
        room.arrive(child(2));
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
        room.arrive(child(1));
        room.turn();

        room.bean(CpIsActions.class).giveUpFile(1, "an engineer", "the format has been corrected");
        room.turn();

        assertThat(room.file(1).state()).isEqualTo(CpIsFileState.GIVEN_UP);
        assertThat(room.file(2).state()).isEqualTo(CpIsFileState.ACKNOWLEDGED);
        assertThat(room.line("c1").standing()).isEqualTo(Standing.IN_STEP);
        assertThatThrownBy(() -> room.bean(CpIsActions.class).giveUpFile(2, "an engineer", "no reason"))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CPR01", "CPR03", "CPR04", "CPR05", "CPR07", "CPR99"})
    void aRefusedRecordWaitsForAChangeOrAPerson(String code) {
        room.script.recordCodes.put(TestChildren.number(1).digits(), code);
        room.arrive(child(1), child(2));
        room.turn();

        assertThat(room.file(1).state()).isEqualTo(CpIsFileState.PARTLY_ACKNOWLEDGED);
        assertThat(room.line("c2").standing()).isEqualTo(Standing.IN_STEP);
        assertThat(room.line("c1").standing()).isEqualTo(Standing.FAILING);
        CpIsWorkItem item = room.bean(CpIsWorkQueue.class).all().get(0);
        assertThat(item.kind()).isEqualTo(CpIsWorkItem.Kind.REFUSED_BY_CPIS);
        assertThat(item.code()).isEqualTo(code);
        assertThat(item.remedy()).isNotBlank();
        assertThat(room.alarms()).contains(CpIsAlarm.Kind.REFUSED_BY_CPIS);

        room.dayPasses();
        room.turn();
        assertThat(room.service.received()).as("never again by itself").hasSize(1);

        room.script.recordCodes.clear();
        room.arrive(TestChildren.child(1)
                .surname("Quille")
                .plan("p1", "2026-10-01", "")
                .record());
        room.turn();
        assertThat(room.line("c1").standing()).isEqualTo(Standing.IN_STEP);
    }

    /** The file with the child was being written when the change came: it found an order that seemed still to wait. */
    @Test
    void aChangeThatWasMissedIsSentAfterTheRefusalOfWhatWasBefore() {
        room.script.recordCodes.put(TestChildren.number(1).digits(), "CPR03");
        room.arrive(child(1));
        room.bean(FileBuilder.class).build();
        room.arrive(TestChildren.child(1)
                .surname("Quille")
                .plan("p1", "2026-10-01", "")
                .record());
        DATABASE.jdbc().update("delete from cpis_upload where state = 'PENDING'");
        DATABASE.jdbc().update("delete from cpis_due where id = (select max(id) from cpis_due)");
        room.turn();
        assertThat(room.line("c1").standing()).isEqualTo(Standing.WAITING);

        room.script.recordCodes.clear();
        room.turn();
        assertThat(room.line("c1").standing()).isEqualTo(Standing.IN_STEP);
    }

    @Test
    void aSensitiveRecordIsNeverSentAgainByItselfNotEvenWhenItChanges() {
        room.script.recordCodes.put(TestChildren.number(1).digits(), "CPR02");
        room.arrive(child(1));
        room.turn();
        room.arrive(TestChildren.child(1)
                .surname("Quille")
                .plan("p1", "2026-10-01", "")
                .record());
        room.dayPasses();
        room.turn();

        assertThat(room.service.received()).hasSize(1);
        CpIsWorkItem item = room.bean(CpIsWorkQueue.class).all().get(0);
        assertThat(item.kind()).isEqualTo(CpIsWorkItem.Kind.SENSITIVE);

        room.script.recordCodes.clear();
        room.bean(CpIsActions.class).retry(item.upload().orElseThrow(), "safeguarding lead", "agreed with the trust");
        room.turn();
        assertThat(room.line("c1").standing()).isEqualTo(Standing.IN_STEP);
    }

    @Test
    void theSameRecordIsSentAgainOnAPersonsOrderOnly() {
        room.script.recordCodes.put(TestChildren.number(1).digits(), "CPR03");
        room.arrive(child(1));
        room.turn();
        UUID dead = room.bean(CpIsWorkQueue.class).all().get(0).upload().orElseThrow();
        // Another change, back to the very record that was refused.
        room.arrive(TestChildren.child(1)
                .plan("p1", "2026-10-01", "")
                .lookedAfter("V4", "2026-01-01", "")
                .record());
        room.turn();
        assertThat(room.service.received()).hasSize(1);
        assertThat(dead).isNotNull();

        room.script.recordCodes.clear();
        UUID now = room.bean(CpIsWorkQueue.class).all().get(0).upload().orElseThrow();
        room.bean(CpIsActions.class).retry(now, "an engineer", "PDS was corrected");
        room.turn();
        assertThat(room.service.received()).hasSize(2);
        assertThat(room.line("c1").standing()).isEqualTo(Standing.IN_STEP);
    }

    @Test
    void whatTheAnswerDoesNotTellApartIsSentAgainAndNotTakenForHeld() {
        room.script.firstAnswers.put(1L, CpIsBehaviour.LOST);
        room.arrive(child(1), child(2));
        room.turn();
        room.deliver("""
                <FileResponse xmlns="urn:hl7-org:v3"><id extension="1"/><transmissionQuantity value="-1"/>
                <acknowledgementFile><acknowledgementDetail><code code="CPF03"/></acknowledgementDetail></acknowledgementFile>
                <failedReturnedCP-ISRecords value="-1"/></FileResponse>""".getBytes(StandardCharsets.UTF_8));
        room.poll();

        assertThat(room.file(1).processed()).contains(-1L);
        assertThat(room.line("c1").acknowledged()).isEmpty();
        room.turn();
        assertThat(room.service.received()).isEqualTo(Map.of(1L, 1, 2L, 1));
        assertThat(room.line("c1").standing()).isEqualTo(Standing.IN_STEP);
    }

    @Test
    void aRecordThatIsReturnedAsASuccessIsNotTakenForHeld() {
        room.script.firstAnswers.put(1L, CpIsBehaviour.LOST);
        room.arrive(child(1), child(2));
        room.turn();

        room.deliver(partly("CPR06", "/File/record[1]"));
        room.poll();

        assertThat(room.line("c1").acknowledged()).isEmpty();
        assertThat(room.line("c2").standing()).isEqualTo(Standing.IN_STEP);

        room.turn();
        assertThat(room.service.received()).isEqualTo(Map.of(1L, 1, 2L, 1));
        assertThat(room.line("c1").standing()).isEqualTo(Standing.IN_STEP);
    }

    @Test
    void inAFileOfOneRecordAPlaceNeedsNoIndex() {
        room.script.firstAnswers.put(1L, CpIsBehaviour.LOST);
        room.arrive(child(1));
        room.turn();

        room.deliver(partly("CPR01", "/File/record/CP-ISRecord/subject"));
        room.poll();

        assertThat(room.bean(CpIsWorkQueue.class).all())
                .extracting(CpIsWorkItem::code)
                .containsExactly("CPR01");
    }

    private static byte[] partly(String code, String place) {
        return """
                <FileResponse xmlns="urn:hl7-org:v3"><id extension="1"/><transmissionQuantity value="-1"/>
                <acknowledgementFile><acknowledgementDetail><code code="CPF03"/></acknowledgementDetail></acknowledgementFile>
                <failedReturnedCP-ISRecords value="1"/>
                <message><acknowledgementRecord><acknowledgementDetail><code code="%s"/><location>%s</location>\
                </acknowledgementDetail></acknowledgementRecord></message></FileResponse>""".formatted(code, place).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void codesDetailsAndPlacesAreKeptAsTheyCame() {
        room.script.recordCodes.put(TestChildren.number(1).digits(), "CPR07");
        room.arrive(child(1), child(2));
        room.turn();

        CpIsFileRecord record = room.bean(CpIsFiles.class).recordsOf("c1", 1).get(0);
        assertThat(record.answer().orElse("")).contains("CPR07", "D12", "/File/record[1]");
        assertThat(room.lastReport().details()).contains("CPR07", "D12", "/File/record[1]");
    }

    @Test
    void aMessageThatIsNotFromCpIsChangesNothing() {
        room.script.firstAnswers.put(1L, CpIsBehaviour.LOST);
        room.arrive(child(1));
        room.turn();
        room.deliver(acknowledgement(1, 1, "CPF02"), Map.of(MeshHeaders.FROM, "X26OTHER1"));
        room.poll();

        assertThat(room.lastReport().outcome()).isEqualTo(Outcome.STRANGER);
        assertThat(room.file(1).state()).isEqualTo(CpIsFileState.SENT);
    }

    @Test
    void everyStateOfAnUploadIsReachedByAWayOfTheGraph() {
        assertThat(CpIsUploadStates.allows(DeliveryState.SENT, DeliveryState.ACKNOWLEDGED))
                .isTrue();
        assertThat(CpIsUploadStates.allows(DeliveryState.ACKNOWLEDGED, DeliveryState.PENDING))
                .isFalse();
        assertThat(CpIsFileStates.asDot()).startsWith("digraph cpis_file {").contains("SENT -> ACKNOWLEDGED");
    }

    private static DerivedRecord child(int n) {
        return TestChildren.child(n).plan("p" + n, "2026-10-01", "").record();
    }
}
