package uk.gov.warwickshire.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.gov.warwickshire.gateway.delivery.DeliveryTestBed.CV;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.transaction.PlatformTransactionManager;
import uk.gov.warwickshire.gateway.common.SingleRunner;
import uk.gov.warwickshire.gateway.disclosure.DisclosureLedger;
import uk.gov.warwickshire.gateway.disclosure.LedgerEntry;
import uk.gov.warwickshire.gateway.disclosure.TermsInForce;
import uk.gov.warwickshire.gateway.store.TestRecords;

/** What happens to children of whom nothing changed when what is in force does. Days begin in London, an hour before UTC. */
class TermsCheckTest {

    private static final Instant DAY_BEFORE = Instant.parse("2027-03-31T12:00:00Z");
    private static final Instant FIRST_DAY = Instant.parse("2027-03-31T23:30:00Z");
    private static final Instant LAST_DAY = Instant.parse("2027-06-30T12:00:00Z");
    private static final Instant DAY_AFTER = Instant.parse("2027-06-30T23:30:00Z");
    private static final String AGREEMENTS = DeliveryTestBed.agreements("from: 2027-04-01\n    until: 2027-06-30");
    private static final TestRecords CHILD = TestRecords.child(1);

    private static final Map<String, String> FILES =
            Map.of("gateway.agreements", AGREEMENTS, "gateway.policy", policyFromAge(10));
    private static final DeliveryTestBed BED = new DeliveryTestBed(FILES);

    @AfterAll
    static void close() {
        BED.close();
    }

    @BeforeEach
    void reset() {
        BED.reset();
    }

    @Test
    void anAgreementThatBeginsSendsWhatWasWithheld() {
        checkAt(DAY_BEFORE);
        BED.arrive(CHILD);
        BED.work();
        assertThat(BED.states(CV)).containsExactly("WITHHELD");

        checkAt(FIRST_DAY);
        BED.work();
        assertThat(BED.states(CV)).containsExactly("WITHHELD", "ACKNOWLEDGED");
        assertThat(BED.copy(CV, "child-1")).hasSize(3);
    }

    @Test
    void anAgreementThatEndsOvernightWithdrawsWhatWasSent() {
        checkAt(LAST_DAY);
        BED.arrive(CHILD);
        BED.work();
        BED.partner.resetRequests();

        checkAt(DAY_AFTER);
        BED.work();
        assertThat(BED.states(CV)).containsExactly("ACKNOWLEDGED", "WITHHELD", "ACKNOWLEDGED");
        assertThat(BED.copy(CV, "child-1")).isEmpty();
        assertThat(BED.partner.getAllServeEvents()).hasSize(1).allSatisfy(event -> assertThat(
                        event.getRequest().getBodyAsString())
                .contains("DELETE", CHILD.patientId()));
        assertThat(latestDecisions(2)).containsExactly("WITHDRAWAL SENT", "PUSH AGREEMENT_EXPIRED");
    }

    @Test
    void anAgreementThatIsRenewedSendsAgainWhatWasWithdrawn() {
        checkAt(LAST_DAY);
        BED.arrive(CHILD);
        BED.work();
        checkAt(DAY_AFTER);
        BED.work();

        checkAt(LAST_DAY);
        BED.work();
        assertThat(BED.copy(CV, "child-1")).hasSize(3);
    }

    @Test
    void aMessageUnderWayWhenAnAgreementEndsIsFollowedByAnotherDecision() {
        checkAt(LAST_DAY);
        BED.arrive(CHILD);
        BED.jdbc().update("""
                update delivery set state = 'CLEARED', lease_owner = gen_random_uuid(), lease_until = ?
                """, Timestamp.from(DAY_AFTER.plusSeconds(60)));

        checkAt(DAY_AFTER);
        assertThat(BED.states(CV)).containsExactly("CLEARED", "PENDING");
    }

    @Test
    void unchangedTermsMakeNothingDue() {
        checkAt(FIRST_DAY);
        BED.arrive(CHILD, TestRecords.child(2).withoutNumber());
        BED.work();

        checkAt(FIRST_DAY);
        checkAt(LAST_DAY);
        assertThat(BED.states(CV)).containsExactly("ACKNOWLEDGED", "HELD");
    }

    @Test
    void aCheckThatBreaksOffIsMadeAgainForAll() {
        checkAt(DAY_BEFORE);
        BED.arrive(IntStream.rangeClosed(1, 201).mapToObj(TestRecords::child).toArray(TestRecords[]::new));
        BED.work();
        BED.clock.set(FIRST_DAY);

        assertThatThrownBy(breakingOffAtTheSecondBatch()::check).hasMessage("cut off");
        assertThat(pending()).isEqualTo(200);

        checkAt(FIRST_DAY);
        assertThat(pending()).isEqualTo(201);
        checkAt(FIRST_DAY);
        assertThat(pending()).isEqualTo(201);
    }

    @Test
    void anotherPolicyAtTheNextStartWithdrawsWhatItNoLongerAllows() {
        checkAt(FIRST_DAY);
        BED.arrive(CHILD);
        BED.work();
        String before = terms();

        DeliveryTestBed next = new DeliveryTestBed(
                BED.database, Map.of("gateway.agreements", AGREEMENTS, "gateway.policy", policyFromAge(16)));
        try {
            next.clock.set(FIRST_DAY);
            next.context.getBean(TermsCheck.class).check();
            next.work();
        } finally {
            next.stop();
            // What is in force is shared: a start with the files of before brings them back for the other tests.
            new DeliveryTestBed(BED.database, FILES).stop();
            await(before);
        }
        assertThat(BED.copy(CV, "child-1")).isEmpty();
        assertThat(latestDecisions(2)).containsExactly("WITHDRAWAL SENT", "PUSH AGE_OUT_OF_SCOPE");
    }

    @Test
    void aChildIsSentOnTheBirthdayThatMakesItOldEnough() {
        checkAt(FIRST_DAY);
        BED.arrive(CHILD, TestRecords.child(2));
        BED.jdbc().update("update child set birth_date = '2017-05-10' where child_id = 'child-1'");
        BED.jdbc().update("update child set birth_date = '2017-05-11' where child_id = 'child-2'");
        BED.work();
        assertThat(BED.states(CV)).containsExactly("WITHHELD", "WITHHELD");

        checkAt(Instant.parse("2027-05-09T12:00:00Z"));
        assertThat(pending()).isZero();

        checkAt(Instant.parse("2027-05-09T23:30:00Z"));
        BED.work();
        assertThat(BED.states(CV)).containsExactly("WITHHELD", "ACKNOWLEDGED", "WITHHELD");
    }

    private static void checkAt(Instant time) {
        BED.clock.set(time);
        BED.context.getBean(TermsCheck.class).check();
    }

    private static String terms() {
        return BED.context.getBean(TermsInForce.class).at(CV);
    }

    /** Another replica sees a change within a second. */
    private static void await(String terms) {
        Instant end = Instant.now().plusSeconds(10);
        while (!terms().equals(terms) && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(50_000_000);
        }
        assertThat(terms()).isEqualTo(terms);
    }

    private static TermsCheck breakingOffAtTheSecondBatch() {
        AtomicInteger batches = new AtomicInteger();
        Outbox outbox = BED.context.getBean(Outbox.class);
        Outbox breaking = (children, cause) -> {
            outbox.enqueue(children, cause);
            if (batches.incrementAndGet() == 2) {
                throw new IllegalStateException("cut off");
            }
        };
        return new TermsCheck(
                BED.context.getBean(DeliveryWorkers.class),
                BED.context.getBean(TermsInForce.class),
                BED.jdbc(),
                new BatchedOutbox(BED.context.getBean(PlatformTransactionManager.class), breaking),
                BED.context.getBean(SingleRunner.class),
                BED.context.getBean(Clock.class));
    }

    private static int pending() {
        return BED.count("select count(*) from delivery where state = 'PENDING'");
    }

    /** Of child 1, newest first: a push with its headline, a withdrawal with its outcome. */
    private static List<String> latestDecisions(int number) {
        DisclosureLedger ledger = BED.context.getBean(DisclosureLedger.class);
        return BED.context.getBean(DeliveryReader.class).ofChild("child-1", number).stream()
                .map(delivery -> ledger.find(delivery.ledgerId().orElseThrow()).orElseThrow())
                .map(TermsCheckTest::text)
                .toList();
    }

    private static String text(LedgerEntry entry) {
        return switch (entry.kind()) {
            case WITHDRAWAL -> "WITHDRAWAL " + entry.outcome();
            default -> entry.kind() + " " + entry.headline();
        };
    }

    private static String policyFromAge(int years) {
        try {
            String shipped = new ClassPathResource("disclosure-policy.yaml").getContentAsString(StandardCharsets.UTF_8);
            return DeliveryTestBed.file(shipped.replace(
                    "    purpose: individual-care\n",
                    "    purpose: individual-care\n    minimum-age-years: " + years + "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
