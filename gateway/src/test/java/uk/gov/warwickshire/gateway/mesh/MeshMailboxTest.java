package uk.gov.warwickshire.gateway.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.warwickshire.gateway.demo.mesh.SimulatedMailbox;
import uk.gov.warwickshire.gateway.demo.mesh.SimulatedMesh;
import uk.gov.warwickshire.gateway.mesh.SendOutcome.Refused;
import uk.gov.warwickshire.gateway.mesh.SendOutcome.Sent;
import uk.gov.warwickshire.gateway.testing.MovableClock;
import uk.gov.warwickshire.gateway.testing.SimulatedMeshServer;
import uk.gov.warwickshire.gateway.testing.TestDatabase;

/** The cases of MESH's own assurance catalogue (opt-out-and-mesh.md 9), and crashes at every step. */
class MeshMailboxTest {

    private static final TestDatabase DATABASE = new TestDatabase();
    private static final String WORKFLOW = "TEST_WORKFLOW";
    private static final String OURS = "X26OURS01";
    private static final String OTHER = "X26OTHER1";

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-23T14:00:00Z"));
    private final SimulatedMesh mesh = new SimulatedMesh(
            "key",
            List.of(
                    new SimulatedMailbox(OURS, "secret", Set.of(WORKFLOW)),
                    new SimulatedMailbox(OTHER, "other", Set.of(WORKFLOW))),
            List.of(),
            clock);
    private final SimulatedMeshServer server = new SimulatedMeshServer(mesh);
    private final MeshClient client = client(OURS, "secret");
    private final MeshClient other = client(OTHER, "other");
    private final MeshMailbox mailbox = TestMailboxes.mailbox("test", client, DATABASE, clock);
    private final MeshMailboxStates states = new MeshMailboxStates(JdbcClient.create(DATABASE.dataSource()), clock);
    private final Recorder recorder = new Recorder();

    private static final class Recorder implements MeshMessageHandler {
        final List<String> bodies = new ArrayList<>();
        final List<MeshReport> reports = new ArrayList<>();
        boolean failing;

        @Override
        public String mailbox() {
            return "test";
        }

        @Override
        public Handling handle(MeshMessage message) {
            if (failing) {
                throw new IllegalStateException("cannot now");
            }
            message.report().ifPresent(reports::add);
            String body = new String(message.body(), StandardCharsets.UTF_8);
            bodies.add(body);
            return body.equals("?") ? Handling.UNKNOWN_CONTENT : Handling.HANDLED;
        }
    }

    @BeforeEach
    void empty() {
        DATABASE.jdbc().execute("truncate mesh_message, mesh_mailbox_state");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void case_601_six_hundred_messages_come_in_two_pages_each_downloaded_and_acknowledged_once() {
        for (int i = 0; i < 600; i++) {
            mesh.deliver(OURS, Map.of(MeshHeaders.WORKFLOW, WORKFLOW), ("m" + i).getBytes(), Duration.ZERO);
        }

        mailbox.poll(recorder);

        assertThat(recorder.bodies).hasSize(600).doesNotHaveDuplicates();
        List<String> calls = server.calls();
        assertThat(Collections.frequency(calls, "GET inbox")).isEqualTo(2);
        assertThat(calls.stream().filter(call -> call.matches("GET inbox/.*"))).hasSize(600);
        assertThat(calls.stream().filter(call -> call.startsWith("PUT"))).hasSize(600);
        assertThat(calls.get(0)).as("handshake first").isEqualTo("POST ");
        assertThat(calls.lastIndexOf("GET inbox")).isEqualTo(1 + 1 + 500 * 2);
    }

    @Test
    void case_701_a_disabled_mailbox_is_shown_as_failing_and_works_again_afterwards() {
        MeshMailbox wrong = TestMailboxes.mailbox("test", client(OURS, "wrong"), DATABASE, clock);

        wrong.poll(recorder);

        assertThat(states.of("test")).get().satisfies(state -> {
            assertThat(state.isFailing()).isTrue();
            assertThat(state.lastFailure()).contains("handshake: HTTP status 403");
        });
        clock.advance(Duration.ofMinutes(5));
        mailbox.poll(recorder);
        assertThat(states.of("test")).get().satisfies(state -> assertThat(state.isFailing())
                .isFalse());
    }

    @Test
    void case_702_an_unknown_recipient_and_workflow_are_refused_with_their_codes() {
        assertThat(client.send(Messages.to("X26NOBODY", WORKFLOW, "a1", "x")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).contains("12"));
        assertThat(client.send(Messages.to(OTHER, "NOT_REGISTERED", "a2", "x")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).contains("17"));
    }

    @Test
    void case_703_a_message_nobody_collects_comes_back_as_a_report() {
        SendOutcome outcome = client.send(Messages.to(OTHER, WORKFLOW, "uncollected", "x"));
        clock.advance(Duration.ofDays(6));

        mailbox.poll(recorder);

        assertThat(recorder.reports).singleElement().satisfies(report -> {
            assertThat(report.failed()).isTrue();
            assertThat(report.code()).isEqualTo(MeshErrorCode.UNDELIVERED.code());
            assertThat(report.localId()).contains("uncollected");
            assertThat(report.linkedMessageId()).contains(((Sent) outcome).messageId());
        });
        assertThat(client.track(((Sent) outcome).messageId()).errorCode()).contains("14");
    }

    @Test
    void cases_704_and_705_a_message_that_is_gone_does_not_stop_the_others() {
        assertThat(statusOf(() -> client.get("20260101000000000000_000001"))).isEqualTo(404);
        other.send(Messages.to(OURS, WORKFLOW, "a", "one"));
        String id = client.inbox(java.util.Optional.empty()).messageIds().get(0);
        client.acknowledge(id);
        assertThat(statusOf(() -> client.get(id))).isEqualTo(410);
    }

    @Test
    void a_message_in_compressed_chunks_arrives_whole() {
        MeshLimits small = new MeshLimits(500, 7, 1000);
        MeshClient sender = TestMailboxes.client(
                server.uri(), new MeshCredentials(OTHER, "other", "key"), Duration.ofSeconds(10), clock, small);
        String content = "a message that is longer than one chunk";

        assertThat(sender.send(Messages.to(OURS, WORKFLOW, "chunks", content, true)))
                .isInstanceOf(Sent.class);
        mailbox.poll(recorder);

        assertThat(recorder.bodies).containsExactly(content);
    }

    @Test
    void a_crash_before_the_acknowledgement_does_not_download_or_handle_twice() {
        other.send(Messages.to(OURS, WORKFLOW, "a", "one"));
        server.answering(answer -> {
            if (server.calls().get(server.calls().size() - 1).startsWith("PUT")) {
                throw new IllegalStateException("connection breaks");
            }
            return answer;
        });
        mailbox.poll(recorder);
        server.answering(answer -> answer);
        mailbox.poll(recorder);
        mailbox.poll(recorder);

        assertThat(recorder.bodies).containsExactly("one");
        assertThat(server.calls().stream().filter(call -> call.matches("GET inbox/.+")))
                .hasSize(1);
    }

    @Test
    void a_message_that_cannot_be_handled_is_kept_and_offered_again() {
        other.send(Messages.to(OURS, WORKFLOW, "a", "one"));
        recorder.failing = true;
        mailbox.poll(recorder);
        assertThat(states.of("test")).get().satisfies(state -> assertThat(state.waiting())
                .isEqualTo(1));

        recorder.failing = false;
        mailbox.poll(recorder);

        assertThat(recorder.bodies).containsExactly("one");
        assertThat(states.of("test")).get().satisfies(state -> assertThat(state.waiting())
                .isZero());
    }

    @Test
    void content_nobody_understands_is_kept_and_counted() {
        other.send(Messages.to(OURS, WORKFLOW, "a", "?"));
        mailbox.poll(recorder);
        clock.advance(Duration.ofDays(100));
        mailbox.poll(recorder);

        assertThat(states.of("test")).get().satisfies(state -> assertThat(state.unknownContent())
                .isEqualTo(1));
        assertThat(recorder.bodies).hasSize(1);
    }

    @Test
    void hands_are_shaken_once_a_day() {
        mailbox.poll(recorder);
        mailbox.poll(recorder);
        assertThat(Collections.frequency(server.calls(), "POST ")).isEqualTo(1);
        clock.advance(Duration.ofHours(24));
        mailbox.poll(recorder);
        assertThat(Collections.frequency(server.calls(), "POST ")).isEqualTo(2);
    }

    private MeshClient client(String id, String password) {
        return TestMailboxes.client(
                server.uri(), new MeshCredentials(id, password, "key"), Duration.ofSeconds(10), clock);
    }

    private static int statusOf(Runnable call) {
        try {
            call.run();
            return 200;
        } catch (MeshException e) {
            return e.status();
        }
    }
}
