package uk.gov.warwickshire.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.warwickshire.gateway.delivery.DeliveryTestBed.B;
import static uk.gov.warwickshire.gateway.delivery.DeliveryTestBed.CV;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.gov.warwickshire.gateway.common.SubjectChanges;
import uk.gov.warwickshire.gateway.optout.OptOutStatus.State;
import uk.gov.warwickshire.gateway.store.TestRecords;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/** What becomes of a child's record on its way to a region, with the real gate, ledger and database. */
class DeliveryTest {

    private static final DeliveryTestBed BED = new DeliveryTestBed();
    private static final TestRecords CHILD = TestRecords.child(1);

    @AfterAll
    static void close() {
        BED.close();
    }

    @BeforeEach
    void reset() {
        BED.reset();
    }

    @Test
    void aRecordIsSentOnceAndWhatTheRegionHoldsIsKnown() {
        BED.arrive(CHILD);
        BED.work();
        BED.work();

        assertThat(BED.states(CV)).containsExactly("ACKNOWLEDGED");
        assertThat(BED.copy(CV, "child-1")).containsExactly("Flag 1", "Organization", "Patient 1");
        assertThat(BED.requests()).isEqualTo(1).isEqualTo(BED.ledger("SENT"));
    }

    @Test
    void onlyWhatChangedIsSentAndWhatVanishedIsDeleted() {
        BED.arrive(CHILD.flags("one", "two"));
        BED.work();
        BED.partner.resetRequests();

        BED.arrive(CHILD.flags("one").family("Changed"));
        BED.work();

        String sent = BED.partner.getAllServeEvents().get(0).getRequest().getBodyAsString();
        assertThat(sent).contains("\"Changed\"", "\"method\":\"DELETE\",\"url\":\"Flag/");
        assertThat(sent).doesNotContain("\"resourceType\":\"Flag\"", "\"resourceType\":\"Organization\"");
        assertThat(BED.copy(CV, "child-1")).containsExactly("Flag 1", "Organization", "Patient 2");
    }

    @Test
    void nothingToBringInLineIsNeitherSentNorDecided() {
        double before = decisionsCounted();
        BED.arrive(CHILD);
        BED.work();
        BED.transactions()
                .executeWithoutResult(
                        status -> BED.context.getBean(Outbox.class).enqueue(List.of("child-1"), "again"));
        BED.work();

        assertThat(BED.states(CV)).containsExactly("ACKNOWLEDGED", "ACKNOWLEDGED");
        assertThat(BED.requests()).isEqualTo(1).isEqualTo(BED.ledger("SENT"));
        assertThat(last().lastError()).contains(DecisionMoves.CARRIED);
        DeliveryReader reader = new DeliveryReader(BED.jdbc());
        Delivery carrier = reader.find(reader.carrier(last()).orElseThrow()).orElseThrow();
        assertThat(carrier.ledgerId()).isPresent();
        assertThat(reader.carrier(carrier)).isEmpty();
        assertThat(decisionsCounted() - before).isEqualTo(1);
    }

    @Test
    void anOptOutAfterASendWithdrawsWhatWasSentAndItsEndSendsItAgain() {
        BED.arrive(CHILD);
        BED.work();

        changes(State.OPTED_OUT);
        BED.work();

        assertThat(BED.states(CV)).containsExactly("ACKNOWLEDGED", "WITHHELD", "ACKNOWLEDGED");
        assertThat(BED.copy(CV, "child-1")).isEmpty();
        String withdrawal = BED.partner.getAllServeEvents().get(0).getRequest().getBodyAsString();
        assertThat(withdrawal).contains("DELETE", CHILD.patientId()).doesNotContain("\"resource\"", "Organization");

        changes(State.NOT_OPTED_OUT);
        BED.work();
        assertThat(BED.copy(CV, "child-1")).hasSize(3);
        assertThat(BED.requests()).isEqualTo(3).isEqualTo(BED.ledger("SENT"));
    }

    @Test
    void whatIsHeldWaitsUntilItsStatusIsKnown() {
        BED.register.is(TestRecords.nhsNumber(1), State.UNKNOWN);
        BED.arrive(CHILD);
        BED.work();
        assertThat(BED.states(CV)).containsExactly("HELD");
        assertThat(BED.requests()).isZero();

        changes(State.NOT_OPTED_OUT);
        BED.work();
        assertThat(BED.states(CV)).containsExactly("ACKNOWLEDGED");
    }

    @Test
    void aNewNumberOfTheChildReleasesWhatWasHeldForWantOfOne() {
        BED.arrive(CHILD.withoutNumber());
        BED.work();
        assertThat(last().reason()).contains("NHS_NUMBER_MISSING");

        BED.arrive(CHILD);
        BED.work();
        assertThat(BED.states(CV)).containsExactly("ACKNOWLEDGED");
    }

    @Test
    void aMothersOptOutTakesBackWhatIsAboutHerAndNothingElse() {
        var mother = TestRecords.nhsNumber(900);
        BED.arrive(CHILD.mother(mother));
        BED.work();
        assertThat(BED.copy(CV, "child-1")).contains("RelatedPerson 1");

        BED.register.is(mother, State.OPTED_OUT);
        record(mother);
        BED.work();
        assertThat(BED.copy(CV, "child-1")).containsExactly("Flag 1", "Organization", "Patient 1");
    }

    @Test
    void aChildWhoMovesIsWithdrawnFromTheOldRegionAndSentToTheNew() {
        BED.arrive(CHILD);
        BED.work();

        BED.arrive(CHILD.postcode("B"));
        BED.work();

        assertThat(BED.states(B)).containsExactly("ACKNOWLEDGED");
        assertThat(BED.copy(B, "child-1")).hasSize(3);
        assertThat(BED.states(CV)).containsExactly("ACKNOWLEDGED", "WITHHELD", "ACKNOWLEDGED");
        assertThat(BED.copy(CV, "child-1")).isEmpty();
    }

    @Test
    void aChildOutsideEveryRegionIsDecidedOnAndSaidSo() {
        BED.arrive(CHILD.postcode("ZE"));
        BED.work();

        assertThat(BED.states(CV)).containsExactly("WITHHELD");
        assertThat(last().reason()).contains("OUT_OF_REGION");
    }

    @Test
    void aDirectoryEntryThatChangesReachesEveryChildThatNamesIt() {
        BED.arrive(CHILD, TestRecords.child(2));
        BED.work();
        BED.arrive(TestRecords.child(3).team("New name"));
        BED.context.getBean(Reevaluation.class).directory();
        BED.work();

        assertThat(BED.count("""
                select count(*) from recipient_copy c
                  join resource r on r.child_id = '' and r.type = c.type and r.id = c.id and r.version = c.version
                """)).isEqualTo(3);
    }

    @Test
    void theBooksBalanceAndALostRowIsFound() {
        BED.register.is(TestRecords.nhsNumber(2), State.OPTED_OUT);
        BED.register.is(TestRecords.nhsNumber(3), State.UNKNOWN);
        BED.arrive(IntStream.range(1, 30).mapToObj(TestRecords::child).toArray(TestRecords[]::new));
        BED.work();
        BalanceCheck check = BED.context.getBean(BalanceCheck.class);
        check.check();
        assertThat(check.health().getStatus().getCode()).isEqualTo("UP");
        assertThat(balance().states())
                .containsEntry(DeliveryState.ACKNOWLEDGED, 27L)
                .containsEntry(DeliveryState.WITHHELD, 1L)
                .containsEntry(DeliveryState.HELD, 1L);

        BED.jdbc().update("delete from delivery where child_id = 'child-7'");
        check.check();
        assertThat(check.health().getStatus().getCode()).isEqualTo("DOWN");
    }

    private static double decisionsCounted() {
        return BED.context.getBean(MeterRegistry.class).find("gateway.disclosures").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private static Balance balance() {
        LocalDate today = LocalDate.ofInstant(BED.clock.instant(), ZoneOffset.UTC);
        return BED.context.getBean(Balances.class).between(today, today).get(0);
    }

    private static void changes(State state) {
        BED.register.is(TestRecords.nhsNumber(1), state);
        record(TestRecords.nhsNumber(1));
    }

    private static void record(NhsNumber number) {
        BED.context.getBean(SubjectChanges.class).record(List.of(number), SubjectChanges.Cause.OPT_OUT_STATUS);
        BED.context.getBean(Reevaluation.class).changes();
    }

    private static Delivery last() {
        return BED.context.getBean(DeliveryReader.class).ofChild("child-1", 1).get(0);
    }
}
