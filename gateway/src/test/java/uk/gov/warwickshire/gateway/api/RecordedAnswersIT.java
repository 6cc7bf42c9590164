package uk.gov.warwickshire.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.gov.warwickshire.gateway.store.TestRecords;
import uk.gov.warwickshire.gateway.testing.GatewayProcess;

/** Whatever was answered is in the audit and, where a child is concerned, in the ledger: under load, and after a kill. */
class RecordedAnswersIT {

    private static final int CLIENTS = 6;
    private static final int KILLS = 2;
    private static final List<TestRecords> CHILDREN =
            IntStream.rangeClosed(300, 330).mapToObj(TestRecords::child).toList();

    private static ApiGateway gateway;

    private final long seed = Long.getLong("kill.seed", System.nanoTime());

    @BeforeAll
    static void start() {
        gateway = ApiGateway.shared();
        gateway.save(CHILDREN.toArray(TestRecords[]::new));
    }

    @Test
    void everyAnswerUnderLoadIsRecordedOnce() throws Exception {
        long audited = gateway.count("audit_event");
        long decided = gateway.count("disclosure_ledger");
        Answers answers = new Answers(gateway.base(), gateway.token());

        answers.during(() -> Thread.sleep(5000));

        long answered = answers.answered.size();
        assertThat(answered).isPositive();
        assertThat(gateway.count("audit_event") - audited).isEqualTo(answered);
        assertThat(gateway.count("disclosure_ledger") - decided).isEqualTo(answered - answers.notFound.size());
        assertRecorded(answers);
    }

    @Test
    void whatWasAnsweredBeforeAKillIsRecorded(@TempDir Path folder) throws Exception {
        assumeThat(GatewayProcess.isPackaged())
                .as("target/gateway.jar: run `mvn verify` or package first")
                .isTrue();
        System.out.println("Moments of the kills are drawn with -Dkill.seed=" + seed);
        Random random = new Random(seed);
        try (GatewayProcess replica = new GatewayProcess(folder, gateway.settingsOfReplica(folder))) {
            String base = replica.uri("/fhir/R4").toString();
            assertPagesAreFollowedAt(base);
            for (int kill = 1; kill <= KILLS; kill++) {
                Answers answers = new Answers(base, gateway.token());
                int before = 50 + random.nextInt(100);
                answers.during(() -> {
                    await().atMost(Duration.ofMinutes(1)).until(() -> answers.answered.size() >= before);
                    Thread.sleep(random.nextInt(500));
                    replica.kill();
                });
                assertThat(answers.answered).isNotEmpty();
                assertRecorded(answers);
                if (kill < KILLS) {
                    replica.restart();
                }
            }
        }
    }

    /** A page that one replica opened. */
    private static void assertPagesAreFollowedAt(String otherBase) throws Exception {
        TestRecords child = TestRecords.child(340).flags("one", "two");
        gateway.save(child);
        String body = gateway.get("/Flag?patient=" + child.patientId() + "&_count=1", gateway.token())
                .body();
        String next = body.replaceFirst("(?s).*\"next\",\"url\":\"[^\"]*(/Flag\\?_page=[^\"]*)\".*", "$1");
        HttpRequest request = HttpRequest.newBuilder(URI.create(otherBase + next))
                .header("Authorization", "Bearer " + gateway.token())
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .body())
                .contains("\"resourceType\":\"Flag\"");
    }

    private static void assertRecorded(Answers answers) {
        List<String> audited = gateway.jdbc.queryForList(
                "select request_id from audit_event where request_id is not null", String.class);
        List<String> decided = gateway.jdbc.queryForList("""
                select a.request_id from audit_event a
                  join disclosure_ledger l on l.child_id = a.child_id and l.id = any(a.decision_ids)
                """, String.class);
        assertThat(audited).doesNotHaveDuplicates().containsAll(answers.answered);
        List<String> aboutAChild = new ArrayList<>(answers.answered);
        aboutAChild.removeAll(answers.notFound);
        assertThat(decided).containsAll(aboutAChild);
    }

    /** Clients that ask until they are stopped or nobody answers. */
    private static final class Answers {

        private final HttpClient http = HttpClient.newHttpClient();
        private final Queue<String> answered = new ConcurrentLinkedQueue<>();
        private final Queue<String> notFound = new ConcurrentLinkedQueue<>();
        private final AtomicBoolean stopped = new AtomicBoolean();
        private final String base;
        private final String token;

        Answers(String base, String token) {
            this.base = base;
            this.token = token;
        }

        void during(Moment moment) throws Exception {
            List<Thread> clients = IntStream.range(0, CLIENTS)
                    .mapToObj(i -> new Thread(() -> ask(new Random(i))))
                    .toList();
            clients.forEach(Thread::start);
            moment.pass();
            stopped.set(true);
            for (Thread client : clients) {
                client.join();
            }
        }

        private void ask(Random random) {
            while (!stopped.get()) {
                String id = UUID.randomUUID().toString();
                TestRecords child = CHILDREN.get(random.nextInt(CHILDREN.size()));
                HttpRequest request = HttpRequest.newBuilder(URI.create(base + address(child, random.nextInt(6))))
                        .header("Authorization", "Bearer " + token)
                        .header("X-Request-ID", id)
                        .timeout(Duration.ofSeconds(20))
                        .build();
                try {
                    int status = http.send(request, BodyHandlers.ofString()).statusCode();
                    if (status == 404) {
                        notFound.add(id);
                    }
                    answered.add(id);
                } catch (IOException killed) {
                    return;
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }

        private static String address(TestRecords child, int kind) {
            String number = child.nhsNumber().orElseThrow().digits();
            return Map.of(
                            0, "/Patient/" + child.patientId(),
                            1, "/Flag?patient=" + child.patientId(),
                            2, "/Patient?identifier=https%3A%2F%2Ffhir.nhs.uk%2FId%2Fnhs-number%7C" + number,
                            3, "/Patient/" + child.patientId() + "/$everything",
                            4, "/Patient/" + child.patientId() + "/$social-care-record",
                            5, "/Patient/unknown")
                    .getOrDefault(kind, "");
        }
    }

    private interface Moment {
        void pass() throws Exception;
    }
}
