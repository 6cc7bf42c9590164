package uk.gov.warwickshire.gateway.cpis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.gov.warwickshire.gateway.demo.cpis.AnswerDocuments.access;
import static uk.gov.warwickshire.gateway.demo.cpis.AnswerDocuments.inactive;

import java.io.StringWriter;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.gov.warwickshire.gateway.cpis.CpIsInboundReport.Outcome;
import uk.gov.warwickshire.gateway.cpis.CpIsReconciliationLine.Standing;
import uk.gov.warwickshire.gateway.demo.cpis.AnswerDocuments.Viewer;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/** Notifications 05 and 06. */
class CpIsNotificationTest extends CpIsRoomFixture {

    private static final Viewer NURSE =
            new Viewer("20261122021500+0000", "=Sam Sampleson", "Nurse", "University Hospital Coventry");

    @BeforeEach
    void theFirstChildIsAtCpIs() {
        arrive(1);
        room.turn();
    }

    @AfterEach
    void noFileIsFaulty() {
        assertThat(room.service.faults())
                .as("what CP-IS finds wrong with files")
                .isEmpty();
    }

    @Test
    void aViewBecomesATaskOfTheChildsTeam() {
        receive(access(1, Optional.of(digits(1)), NURSE));

        CpIsAccessNotifications accesses = room.bean(CpIsAccessNotifications.class);
        assertThat(accesses.openOfTeam("t1", 10)).singleElement().satisfies(access -> {
            assertThat(access.personId()).contains("c1");
            assertThat(access.teamName()).contains("North Team");
            assertThat(access.organisation()).contains("University Hospital Coventry");
            assertThat(access.uploadFile()).contains(1L);
        });
        assertThat(room.alarms()).isEmpty();
        StringWriter csv = new StringWriter();
        accesses.writeCsv(csv);
        assertThat(csv.toString()).contains("c1,North Team,20261122021500+0000,'=Sam Sampleson,Nurse");

        room.bean(CpIsActions.class).accessDone(accesses.open(1).get(0).id(), "team manager", "rang the ward");
        assertThat(accesses.countOpen()).isZero();
        assertThat(accesses.latest(1).get(0).doneBy()).contains("team manager");
    }

    @Test
    void theSameNotificationTwiceIsOneTask() {
        receive(access(1, Optional.of(digits(1)), NURSE));
        receive(access(1, Optional.of(digits(1)), NURSE));

        assertThat(room.lastReport().outcome()).isEqualTo(Outcome.DUPLICATE);
        assertThat(room.bean(CpIsAccessNotifications.class).countOpen()).isEqualTo(1);
    }

    @Test
    void aViewOfSomebodyUnknownIsKeptAndSaid() {
        receive(access(1, Optional.of(digits(9)), NURSE));

        assertThat(room.bean(CpIsAccessNotifications.class).open(1).get(0).personId())
                .isEmpty();
        assertThat(room.lastReport().words()).contains("nobody whom the gateway knows");
    }

    @Test
    void anEmptyNotificationIsAnAlarmOfItsOwnUntilSomeoneHasDealtWithIt() {
        receive(access(1, Optional.empty(), NURSE));

        assertThat(room.alarms()).containsExactly(CpIsAlarm.Kind.EMPTY_ACCESS);
        CpIsAccess empty = room.bean(CpIsAccessNotifications.class).open(1).get(0);
        assertThat(empty.empty()).isTrue();

        room.bean(CpIsActions.class).accessDone(empty.id(), "an engineer", "CP-IS named the child by telephone");
        assertThat(room.alarms()).isEmpty();
    }

    @Test
    void underAnInactiveNumberNothingMoreIsSent() {
        receive(inactive(Map.of(digits(1), Optional.empty())));
        arriveCorrected(1);
        room.turn();

        assertThat(room.service.received()).hasSize(1);
        assertThat(room.line("c1").standing()).isEqualTo(Standing.FAILING);
        assertThat(room.bean(CpIsWorkQueue.class).all())
                .extracting(CpIsWorkItem::kind)
                .contains(CpIsWorkItem.Kind.NUMBER_INACTIVE);
        assertThat(room.alarms()).contains(CpIsAlarm.Kind.CANNOT_BE_SENT);

        // The council has traced the child and entered the number now in use.
        room.arrive(TestChildren.child(1)
                .identity(TestChildren.verified(5))
                .plan("p1", "2026-10-01", "")
                .record());
        room.turn();
        assertThat(room.service.loaded()).containsKey(digits(5));
        assertThat(room.line("c1").standing()).isEqualTo(Standing.IN_STEP);
    }

    @Test
    void aReplacementIsTakenAtOnce() {
        receive(inactive(Map.of(digits(1), Optional.of(digits(6)))));
        room.turn();

        assertThat(room.service.received()).hasSize(2);
        assertThat(room.service.loaded()).containsKey(digits(6));
        assertThat(room.line("c1").standing()).isEqualTo(Standing.IN_STEP);
    }

    @Test
    void aReplacementThatAnotherPersonHasIsNotTaken() {
        arrive(6);
        room.turn();
        receive(inactive(Map.of(digits(1), Optional.of(digits(6)))));
        room.turn();

        assertThat(room.service.received()).hasSize(2);
        assertThat(room.bean(CpIsWorkQueue.class).all())
                .extracting(CpIsWorkItem::kind)
                .contains(CpIsWorkItem.Kind.NUMBER_CONFLICT);
    }

    @Test
    void aReplacementThatIsReplacedItselfIsNotUsed() {
        receive(inactive(Map.of(digits(6), Optional.of(digits(7)))));
        receive(inactive(Map.of(digits(1), Optional.of(digits(6)))));
        room.turn();

        assertThat(room.service.loaded()).containsKey(digits(7)).doesNotContainKey(digits(6));
        assertThat(room.line("c1").standing()).isEqualTo(Standing.IN_STEP);

        receive(inactive(Map.of(digits(7), Optional.of(digits(8)))));
        room.turn();
        assertThat(room.service.loaded()).containsKey(digits(8));
        assertThat(room.line("c1").standing()).isEqualTo(Standing.IN_STEP);
    }

    @Test
    void numbersThatReplaceEachOtherAreForAPerson() {
        receive(inactive(Map.of(digits(1), Optional.of(digits(6)))));
        receive(inactive(Map.of(digits(6), Optional.of(digits(1)))));
        room.turn();

        assertThat(room.service.received()).hasSize(1);
        assertThat(room.bean(CpIsWorkQueue.class).all())
                .extracting(CpIsWorkItem::kind)
                .contains(CpIsWorkItem.Kind.NUMBER_INACTIVE);
    }

    @Test
    void aNumberThatIsInUseAfterAllIsTakenUpAgainByAPerson() {
        receive(inactive(Map.of(digits(1), Optional.empty())));
        arriveCorrected(1);
        room.turn();
        assertThat(room.line("c1").standing()).isEqualTo(Standing.FAILING);

        room.bean(CpIsActions.class).numberInUse("c1", "an engineer", "CP-IS has named it in error");
        room.turn();

        assertThat(room.line("c1").standing()).isEqualTo(Standing.IN_STEP);
        assertThat(room.service.received()).hasSize(2);
        assertThatThrownBy(() -> room.bean(CpIsActions.class).numberInUse("c1", "an engineer", "once more"))
                .isInstanceOf(IllegalStateException.class);
    }

    private void receive(byte[] document) {
        room.deliver(document);
        room.poll();
    }

    private static String digits(int n) {
        NhsNumber number = TestChildren.number(n);
        return number.digits();
    }
}
