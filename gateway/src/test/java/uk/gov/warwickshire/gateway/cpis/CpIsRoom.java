package uk.gov.warwickshire.gateway.cpis;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import uk.gov.warwickshire.gateway.common.RecordListener.DerivedRecord;
import uk.gov.warwickshire.gateway.delivery.Balance;
import uk.gov.warwickshire.gateway.demo.cpis.CpIsService;
import uk.gov.warwickshire.gateway.demo.mesh.SimulatedMailbox;
import uk.gov.warwickshire.gateway.demo.mesh.SimulatedMesh;
import uk.gov.warwickshire.gateway.mesh.Handling;
import uk.gov.warwickshire.gateway.mesh.MeshCredentials;
import uk.gov.warwickshire.gateway.mesh.MeshHeaders;
import uk.gov.warwickshire.gateway.mesh.MeshMailbox;
import uk.gov.warwickshire.gateway.mesh.MeshMessage;
import uk.gov.warwickshire.gateway.mesh.MeshMessageHandler;
import uk.gov.warwickshire.gateway.mesh.TestMailboxes;
import uk.gov.warwickshire.gateway.testing.MovableClock;
import uk.gov.warwickshire.gateway.testing.SimulatedMeshServer;
import uk.gov.warwickshire.gateway.testing.TestDatabase;

/** The room with the real gate over a real database, and the strict CP-IS behind the strict MESH. */
final class CpIsRoom implements AutoCloseable {

    static final String OURS = "X26OURS02";
    static final String CP_IS = "X26CPIS01";
    static final String WORKFLOW = "CPIS";

    final MovableClock clock;
    final CpIsScript script;
    final CpIsService service;
    final SimulatedMesh mesh;
    final SimulatedMeshServer server;
    final TestDatabase database;
    private final AnnotationConfigApplicationContext context;
    private final MeshMailbox mailbox;
    private int messages;

    CpIsRoom(TestDatabase database) {
        this(database, Map.of());
    }

    CpIsRoom(TestDatabase database, Map<String, String> more) {
        this.database = database;
        clock = new MovableClock(Instant.parse("2026-11-23T10:00:00Z"));
        script = new CpIsScript();
        service = new CpIsService(
                new SimulatedMailbox(CP_IS, "service", Set.of(WORKFLOW)), WORKFLOW, script, Duration.ZERO);
        mesh = new SimulatedMesh(
                "key",
                List.of(new SimulatedMailbox(OURS, "secret", Set.of(WORKFLOW, WORKFLOW + "_ACK"))),
                List.of(service),
                clock);
        server = new SimulatedMeshServer(mesh);
        empty();
        context = CpIsWiring.context(database, clock, CpIsWiring.settings(more));
        mailbox = mailbox();
    }

    /** The gateway again, before the same MESH and CP-IS, over another database as it stands. */
    CpIsRoom(TestDatabase database, CpIsRoom before) {
        this.database = database;
        clock = before.clock;
        script = before.script;
        service = before.service;
        mesh = before.mesh;
        server = before.server;
        context = CpIsWiring.context(database, clock, CpIsWiring.settings(Map.of()));
        mailbox = mailbox();
    }

    private MeshMailbox mailbox() {
        return TestMailboxes.mailbox(
                CpIsMailbox.NAME,
                TestMailboxes.client(
                        server.uri(), new MeshCredentials(OURS, "secret", "key"), Duration.ofSeconds(10), clock),
                database,
                clock);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** As intake does: in one transaction. */
    void arrive(DerivedRecord... records) {
        database.transactions()
                .executeWithoutResult(status -> bean(CpIsIntake.class).recordsChanged(Arrays.asList(records)));
    }

    /** Writes what is due, sends it, and takes in what CP-IS answers. */
    void turn() {
        bean(FileBuilder.class).build();
        poll();
        poll();
    }

    void poll() {
        mailbox.poll(bean(CpIsMailbox.class));
    }

    /** Takes in what has arrived, with nothing sent before: the client of another mailbox's turn. */
    void takeInOnly() {
        MeshMessageHandler handler = bean(CpIsMailbox.class);
        mailbox.poll(new MeshMessageHandler() {
            @Override
            public String mailbox() {
                return handler.mailbox();
            }

            @Override
            public Handling handle(MeshMessage message) {
                return handler.handle(message);
            }
        });
    }

    /** Takes in what has arrived with a handler that cannot. */
    void takeInInVain() {
        mailbox.poll(new MeshMessageHandler() {
            @Override
            public String mailbox() {
                return CpIsMailbox.NAME;
            }

            @Override
            public Handling handle(MeshMessage message) {
                throw new IllegalStateException("a fault of ours");
            }
        });
    }

    /** A new day, as the calendar's route would find it. */
    void dayPasses() {
        clock.advance(Duration.ofDays(1));
        bean(DailyEvaluation.class).run();
    }

    /** A message as CP-IS would send it, under the local id of no file. */
    String deliver(byte[] document) {
        return deliver(document, Map.of());
    }

    String deliver(byte[] document, Map<String, String> more) {
        Map<String, String> headers = new HashMap<>(
                Map.of(MeshHeaders.FROM, CP_IS, MeshHeaders.WORKFLOW, WORKFLOW + "_ACK", MeshHeaders.TO, OURS));
        headers.putAll(more);
        messages++;
        mesh.deliver(OURS, headers, document, Duration.ZERO);
        return mesh.receivedBy(OURS).get(mesh.receivedBy(OURS).size() - 1).id();
    }

    CpIsFile file(long sequence) {
        return bean(CpIsFiles.class).find(sequence).orElseThrow();
    }

    /** The last report of what came in. */
    CpIsInboundReport lastReport() {
        return bean(CpIsInboundReports.class).latest(1).get(0);
    }

    CpIsReconciliationLine line(String person) {
        return bean(CpIsReconciliation.class).of(person).orElseThrow();
    }

    List<CpIsAlarm.Kind> alarms() {
        return bean(CpIsAlarms.class).current().stream().map(CpIsAlarm::kind).toList();
    }

    List<Balance> books() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return bean(CpIsBooks.class).between(today.minusDays(4000), today);
    }

    private void empty() {
        database.jdbc().execute("""
                truncate cpis_child, cpis_status, cpis_held, cpis_inactive_number, cpis_withdrawal, cpis_upload, cpis_due,
                         cpis_file, cpis_file_record, cpis_inbound, cpis_access, cpis_act, mesh_message,
                         mesh_mailbox_state
                """);
    }

    @Override
    public void close() {
        context.close();
        server.close();
    }
}
