package uk.gov.warwickshire.gateway.cpis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.gov.warwickshire.gateway.cpis.CpIsReconciliationLine.Standing;
import uk.gov.warwickshire.gateway.demo.cpis.CpIsBehaviour;

/** Records that CP-IS returns from a file: none is taken for held, and none is forgotten or sent again blindly. */
class CpIsReturnedRecordTest extends SoundRoomFixture {

    @ParameterizedTest
    @ValueSource(strings = {"CPR01", "CPR03", "CPR04", "CPR05", "CPR07", "CPR99"})
    void aRefusedRecordWaitsForAChangeOrAPerson(String code) {
        room.script.recordCodes.put(TestChildren.number(1).digits(), code);
        arrive(1, 2);
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
        arriveCorrected(1);
        room.turn();
        assertThat(room.line("c1").standing()).isEqualTo(Standing.IN_STEP);
    }

    /** The file with the child was being written when the change came: it found an order that seemed still to wait. */
    @Test
    void aChangeThatWasMissedIsSentAfterTheRefusalOfWhatWasBefore() {
        room.script.recordCodes.put(TestChildren.number(1).digits(), "CPR03");
        arrive(1);
        room.bean(FileBuilder.class).build();
        arriveCorrected(1);
        database.jdbc().update("delete from cpis_upload where state = 'PENDING'");
        database.jdbc().update("delete from cpis_due where id = (select max(id) from cpis_due)");
        room.turn();
        assertThat(room.line("c1").standing()).isEqualTo(Standing.WAITING);

        room.script.recordCodes.clear();
        room.turn();
        assertThat(room.line("c1").standing()).isEqualTo(Standing.IN_STEP);
    }

    @Test
    void aSensitiveRecordIsNeverSentAgainByItselfNotEvenWhenItChanges() {
        room.script.recordCodes.put(TestChildren.number(1).digits(), "CPR02");
        arrive(1);
        room.turn();
        arriveCorrected(1);
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
        arrive(1);
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
        arrive(1, 2);
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
        arrive(1, 2);
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
        arrive(1);
        room.turn();

        room.deliver(partly("CPR01", "/File/record/CP-ISRecord/subject"));
        room.poll();

        assertThat(room.bean(CpIsWorkQueue.class).all())
                .extracting(CpIsWorkItem::code)
                .containsExactly("CPR01");
    }

    @Test
    void codesDetailsAndPlacesAreKeptAsTheyCame() {
        room.script.recordCodes.put(TestChildren.number(1).digits(), "CPR07");
        arrive(1, 2);
        room.turn();

        CpIsFileRecord record = room.bean(CpIsFiles.class).recordsOf("c1", 1).get(0);
        assertThat(record.answer().orElse("")).contains("CPR07", "D12", "/File/record[1]");
        assertThat(room.lastReport().details()).contains("CPR07", "D12", "/File/record[1]");
    }

    private static byte[] partly(String code, String place) {
        return """
                <FileResponse xmlns="urn:hl7-org:v3"><id extension="1"/><transmissionQuantity value="-1"/>
                <acknowledgementFile><acknowledgementDetail><code code="CPF03"/></acknowledgementDetail></acknowledgementFile>
                <failedReturnedCP-ISRecords value="1"/>
                <message><acknowledgementRecord><acknowledgementDetail><code code="%s"/><location>%s</location>\
                </acknowledgementDetail></acknowledgementRecord></message></FileResponse>""".formatted(code, place).getBytes(StandardCharsets.UTF_8);
    }
}
