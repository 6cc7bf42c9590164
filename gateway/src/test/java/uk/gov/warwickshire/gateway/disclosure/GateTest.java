package uk.gov.warwickshire.gateway.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.gov.warwickshire.gateway.disclosure.GateFixture.disclosure;
import static uk.gov.warwickshire.gateway.disclosure.GateFixture.resource;
import static uk.gov.warwickshire.gateway.disclosure.GateFixture.subject;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import uk.gov.warwickshire.gateway.common.Destination;
import uk.gov.warwickshire.gateway.common.Ids;
import uk.gov.warwickshire.gateway.common.SubjectChanges;
import uk.gov.warwickshire.gateway.testing.TestDatabase;
import uk.gov.warwickshire.mappings.fhir.Category;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/** The gate over a real PostgreSQL. */
class GateTest {

    private static final TestDatabase DATABASE = new TestDatabase();
    private static final Clock CLOCK = Clock.fixed(DecisionCase.NOW, ZoneOffset.UTC);
    private static final int MANY = 1000;

    /** Far more than it takes on a quiet machine (about a tenth of a second), far less than row by row would on a busy one. */
    private static final Duration ENOUGH_FOR_MANY = Duration.ofSeconds(5);

    private final GateFixture.Register register = new GateFixture.Register();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final JdbcDisclosureLedger ledger = new JdbcDisclosureLedger(DATABASE.jdbc());
    private final ChoiceTable choices = new ChoiceTable(DATABASE.jdbc());
    private final ChoiceRegister choiceRegister = new JdbcChoiceRegister(
            GateFixture.terms(), choices, new SubjectChanges(DATABASE.jdbc()), DATABASE.transactions(), CLOCK);
    private final DisclosureGate gate = new RecordingDisclosureGate(
            GateFixture.terms(),
            new PersonFactsReader(register, choices),
            ledger,
            new DisclosureMetrics(meters),
            DATABASE.transactions(),
            new Ids(CLOCK),
            CLOCK);

    @BeforeEach
    void prepare() {
        ledger.createPartitions(DecisionCase.NOW, 1);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void records_what_it_decided_and_from_what() {
        register.known.put(number(1), TestFacts.status("opted-out", false));
        choiceRegister.save(List.of(TestFacts.choice(number(1), Choice.Kind.CONSENT, "icr")));
        Disclosure disclosure = disclosure(1, "icr.cw", Category.DEMOGRAPHICS, Category.CHILD_PROTECTION);

        Decision decision = gate.decide(disclosure);

        assertThat(decision).isInstanceOf(Cleared.class);
        LedgerEntry entry = ledger.find(decision.ledgerId()).orElseThrow();
        assertThat(entry.headline()).isEqualTo(Reason.PERMITTED_BY_CONSENT);
        assertThat(entry.optOutState()).isEqualTo("OPTED_OUT");
        assertThat(entry.optOutCheckedAt()).contains(DecisionCase.NOW.minus(Duration.ofDays(2)));
        assertThat(entry.agreementIds()).containsExactly("icr");
        assertThat(entry.policyVersion()).isEqualTo(TestPolicies.shipped().version());
        assertThat(entry.legalBasis()).contains("public-task");
        assertThat(entry.resources())
                .contains("Basic/0/_history/3")
                .doesNotContain(number(1).digits());
        assertThat(entry.choices()).contains("consent").doesNotContain(number(1).digits());
        assertThat(ledger.ofMessage(disclosure.messageId())).containsExactly(entry);
        assertThat(ledger.ofChild("child-1", 10)).containsExactly(entry);
        assertThat(ledger.latest(new DisclosureLedger.Query(
                        Optional.of("icr.cw"),
                        Optional.of(Outcome.SENT),
                        Optional.empty(),
                        DecisionCase.NOW,
                        DecisionCase.NOW.plusSeconds(1),
                        10_000)))
                .contains(entry);
        assertThat(rowsInDefaultPartition()).isZero();
    }

    @Test
    void the_message_is_reduced_to_what_may_leave() {
        register.known.put(number(2), TestFacts.status("not-opted-out", false));

        Cleared cleared = (Cleared) gate.decide(
                disclosure(2, "icr.cw", Category.DEMOGRAPHICS, Category.CHILD_PROTECTION, Category.ASSESSMENT));

        assertThat(cleared.resources())
                .extracting(DisclosedResource::category)
                .containsExactly(Category.DEMOGRAPHICS, Category.CHILD_PROTECTION);
        assertThat(cleared.leftOut()).singleElement().satisfies(left -> assertThat(left.reason())
                .isEqualTo(Reason.CATEGORY_NOT_AGREED));
        assertThat(ledger.find(cleared.ledgerId()).orElseThrow().leftOut()).contains("Basic/2/_history/3");
    }

    @Test
    void a_status_that_is_unknown_or_stale_is_asked_for_even_where_it_stops_nothing() {
        register.known.put(number(4), TestFacts.status("not-opted-out", true));
        register.known.put(number(5), TestFacts.status("not-opted-out", false));

        List<Decision> decisions = gate.decideAll(List.of(
                disclosure(3, "cp-is", Category.CHILD_PROTECTION),
                disclosure(4, "icr.cw", Category.CHILD_PROTECTION),
                disclosure(5, "icr.cw", Category.CHILD_PROTECTION)));

        assertThat(decisions)
                .extracting(Decision::headline)
                .containsExactly(Reason.STATUTORY_DUTY, Reason.STATUS_STALE, Reason.NOT_OPTED_OUT);
        assertThat(register.requested).containsExactlyInAnyOrder(number(3), number(4));
    }

    @Test
    void a_withdrawal_is_cleared_and_recorded_whatever_else_holds() {
        register.known.put(number(6), TestFacts.status("opted-out", false));
        Disclosure withdrawal = new Disclosure(
                UUID.randomUUID(),
                Optional.of(UUID.randomUUID()),
                Disclosure.Kind.WITHDRAWAL,
                new Destination("icr.cw"),
                Optional.empty(),
                subject(6),
                List.of(resource(0, Category.CHILD_PROTECTION)));

        Cleared cleared = gate.clearWithdrawal(withdrawal);

        assertThat(cleared.isWithdrawal()).isTrue();
        assertThat(ledger.find(cleared.ledgerId()).orElseThrow().kind()).isEqualTo(Disclosure.Kind.WITHDRAWAL);
        assertThatThrownBy(() -> gate.decide(withdrawal)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> gate.clearWithdrawal(disclosure(6, "icr.cw", Category.CHILD_PROTECTION)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void decides_a_thousand_with_a_constant_number_of_queries() {
        List<Disclosure> disclosures = IntStream.range(0, MANY)
                .peek(i -> register.known.put(number(i), TestFacts.status("not-opted-out", false)))
                .mapToObj(i -> disclosure(i, "icr.cw", Category.values()))
                .toList();
        gate.decideAll(disclosures);
        register.queries = 0;

        Instant start = Instant.now();
        List<Decision> decisions = gate.decideAll(disclosures);
        Duration taken = Duration.between(start, Instant.now());

        System.out.println(
                MANY + " decisions of " + Category.values().length + " resources in " + taken.toMillis() + " ms");
        assertThat(decisions).hasSize(MANY).allMatch(Cleared.class::isInstance);
        assertThat(decisions)
                .extracting(Decision::disclosure)
                .extracting(Disclosure::messageId)
                .containsExactlyElementsOf(
                        disclosures.stream().map(Disclosure::messageId).toList());
        assertThat(register.queries).isEqualTo(1);
        assertThat(taken).isLessThan(ENOUGH_FOR_MANY);
    }

    @Test
    void a_rollback_leaves_neither_ledger_nor_count() {
        Disclosure disclosure = disclosure(7, "cp-is", Category.CHILD_PROTECTION);
        DATABASE.transactions().executeWithoutResult(status -> {
            gate.decide(disclosure);
            status.setRollbackOnly();
        });
        assertThat(ledger.ofMessage(disclosure.messageId())).isEmpty();
        assertThat(sentToCpIs()).isZero();

        gate.decide(disclosure);

        assertThat(sentToCpIs()).isEqualTo(1);
    }

    @Test
    void the_ledger_refuses_every_change() {
        Decision decision = gate.decide(disclosure(8, "cp-is", Category.CHILD_PROTECTION));

        List<String> changes = new ArrayList<>(List.of(
                "update disclosure_ledger set outcome = 'SENT'",
                "delete from disclosure_ledger",
                "truncate disclosure_ledger",
                "truncate disclosure_ledger_2026_11",
                "update disclosure_ledger_2026_11 set outcome = 'SENT'",
                "delete from disclosure_ledger_2026_11 where id = '" + decision.ledgerId() + "'"));
        assertThat(changes)
                .allSatisfy(sql -> assertThatThrownBy(() -> DATABASE.jdbc().execute(sql))
                        .isInstanceOf(DataAccessException.class)
                        .hasStackTraceContaining("append-only"));
        assertThat(ledger.find(decision.ledgerId())).isPresent();
    }

    @Test
    void partitions_are_made_ahead_once_and_a_time_without_one_is_taken_all_the_same() {
        ledger.createPartitions(Instant.parse("2031-12-15T00:00:00Z"), 2);
        ledger.createPartitions(Instant.parse("2031-12-15T00:00:00Z"), 2);

        assertThat(DATABASE.jdbc().queryForList("""
                select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
                 where i.inhparent = 'disclosure_ledger'::regclass and c.relname > 'disclosure_ledger_2031'
                   and c.relname <> 'disclosure_ledger_default'
                 order by 1
                """, String.class))
                .containsExactly("disclosure_ledger_2031_12", "disclosure_ledger_2032_01", "disclosure_ledger_2032_02");
    }

    private static NhsNumber number(int child) {
        return TestNumbers.number(child);
    }

    private static int rowsInDefaultPartition() {
        return DATABASE.jdbc().queryForObject("select count(*) from disclosure_ledger_default", Integer.class);
    }

    private double sentToCpIs() {
        return meters
                .find("gateway.disclosures")
                .tags("destination", "cp-is", "outcome", "sent", "reason", "STATUTORY_DUTY")
                .counters()
                .stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }
}
