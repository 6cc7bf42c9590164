package uk.gov.warwickshire.gateway.delivery;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.warwickshire.gateway.delivery.DeliveryTestBed.CV;

import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.gov.warwickshire.gateway.store.TestRecords;

/** Many workers, workers that die, and the speed of one. */
class ConcurrentDeliveryTest {

    private static final DeliveryTestBed BED = new DeliveryTestBed();
    private static final Pattern PATIENT =
            Pattern.compile("\"id\":\"([0-9a-f]{64})\",\"meta\":\\{\"versionId\":\"(\\d+)\"[^}]*UKCore-Patient");

    @AfterAll
    static void close() {
        BED.close();
    }

    @BeforeEach
    void reset() {
        BED.reset();
    }

    @Test
    void workersThatCompeteNeverSendAnOlderRecordAfterANewerOne() {
        var children = IntStream.range(0, 60).mapToObj(TestRecords::child).toList();
        var workers = IntStream.range(0, 3)
                .mapToObj(i -> CompletableFuture.runAsync(() -> {
                    try (DeliveryWorker worker = BED.worker(CV)) {
                        for (int turn = 0; turn < 60; turn++) {
                            worker.runOnce();
                        }
                    }
                }))
                .toArray(CompletableFuture[]::new);
        for (int round = 0; round < 6; round++) {
            String name = "Round" + round;
            BED.arrive(children.stream().map(child -> child.family(name)).toArray(TestRecords[]::new));
        }
        CompletableFuture.allOf(workers).join();
        BED.work();

        assertThat(BED.states(CV)).containsOnly("ACKNOWLEDGED");
        versionsByPatient().values().forEach(versions -> assertThat(versions).isSorted());
        assertThat(BED.count("""
                select count(*) from recipient_copy c join resource r using (type, id) where c.version <> r.version
                """)).isZero();
        assertThat(BED.requests()).isEqualTo(BED.ledger("SENT"));
    }

    @Test
    void aWorkerThatDiesBeforeItsDecisionLosesNothing() {
        BED.arrive(TestRecords.child(1));
        leases().take(CV, UUID.randomUUID(), now(), now().plusSeconds(120), 10);

        BED.work();
        assertThat(BED.states(CV)).containsExactly("PENDING");
        BED.clock.wait(Duration.ofSeconds(121));
        BED.work();
        assertThat(BED.states(CV)).containsExactly("ACKNOWLEDGED");
    }

    @Test
    void aWorkerThatDiesBetweenDecisionAndAnswerIsRepeatedAfterANewDecision() {
        BED.arrive(TestRecords.child(1));
        UUID dead = UUID.randomUUID();
        List<Lease> taken = leases().take(CV, dead, now(), now().plusSeconds(120), 10);
        assertThat(BED.context.getBean(DecisionStep.class).decide(CV, taken, dead))
                .hasSize(1);
        assertThat(BED.states(CV)).containsExactly("CLEARED");

        BED.clock.wait(Duration.ofSeconds(121));
        BED.work();

        assertThat(BED.states(CV)).containsExactly("ACKNOWLEDGED");
        assertThat(BED.ledger("SENT")).isEqualTo(2);
        assertThat(BED.jdbc().queryForList("select outcome from delivery_attempt order by attempt", String.class))
                .containsExactly("CUT_OFF", "ACKNOWLEDGED");
    }

    @Test
    void aWorkerWhoseLeaseRanOutChangesNothingAnyMore() {
        BED.arrive(TestRecords.child(1));
        UUID slow = UUID.randomUUID();
        List<Lease> taken = leases().take(CV, slow, now(), now().plusSeconds(120), 10);
        DecisionStep decisions = BED.context.getBean(DecisionStep.class);
        Dispatch late = decisions.decide(CV, taken, slow).get(0);
        BED.clock.wait(Duration.ofSeconds(121));
        BED.work();

        var refused = new SendResult.Refused(400, "answered 400", java.util.Optional.empty());
        BED.context.getBean(FinishStep.class).finish(CV, List.of(new Attempted(late, refused)), slow);

        assertThat(BED.states(CV)).containsExactly("ACKNOWLEDGED");
    }

    @Test
    void aRegionThatIsDownIsAskedAFewTimesAndNotByTheWholeBacklog() {
        BED.answer(aResponse().withStatus(503));
        BED.arrive(IntStream.range(0, 100).mapToObj(TestRecords::child).toArray(TestRecords[]::new));

        BED.work();

        assertThat(BED.requests()).isBetween(1, 8);
        assertThat(BED.count("select count(*) from delivery_attempt where outcome <> 'NOT_SENT'"))
                .isEqualTo(BED.requests());
        BED.answer(DeliveryTestBed.confirming());
        BED.clock.wait(Duration.ofMinutes(5));
        BED.work();
        assertThat(BED.states(CV)).containsOnly("ACKNOWLEDGED");
    }

    /** Rough: partner, database and gateway share this machine, and other work may run beside. */
    @Test
    void deliversHundredsASecond() {
        int messages = 3000;
        BED.answer(aResponse()
                .withHeader("Content-Type", "application/fhir+json")
                .withBody("{\"resourceType\":\"Bundle\",\"type\":\"transaction-response\",\"entry\":["
                        + "{\"response\":{\"status\":\"200\"}},{\"response\":{\"status\":\"200\"}},"
                        + "{\"response\":{\"status\":\"200\"}}]}"));
        for (int from = 0; from < messages; from += 100) {
            BED.arrive(IntStream.range(from, from + 100)
                    .mapToObj(TestRecords::child)
                    .toArray(TestRecords[]::new));
        }
        long start = System.nanoTime();
        BED.work();
        long perSecond = messages * 1_000_000_000L / (System.nanoTime() - start);

        System.out.println("NOTE messages delivered per second: " + perSecond);
        assertThat(BED.states(CV)).hasSize(messages).containsOnly("ACKNOWLEDGED");
        assertThat(perSecond).isGreaterThan(50);
    }

    private static LeaseTable leases() {
        return new LeaseTable(BED.jdbc());
    }

    private static Instant now() {
        return BED.clock.instant();
    }

    private static Map<String, List<Integer>> versionsByPatient() {
        Map<String, List<Integer>> versions = new HashMap<>();
        BED.partner.getAllServeEvents().stream()
                .sorted(Comparator.comparing(
                        (ServeEvent event) -> event.getRequest().getLoggedDate()))
                .map(event -> new String(event.getRequest().getBody(), StandardCharsets.UTF_8))
                .forEach(body -> {
                    Matcher matcher = PATIENT.matcher(body);
                    while (matcher.find()) {
                        versions.computeIfAbsent(matcher.group(1), id -> new ArrayList<>())
                                .add(Integer.valueOf(matcher.group(2)));
                    }
                });
        assertThat(versions).isNotEmpty();
        return versions;
    }
}
