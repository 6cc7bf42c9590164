package uk.gov.warwickshire.gateway.optout;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.warwickshire.gateway.common.Ids;
import uk.gov.warwickshire.gateway.common.SubjectChanges;
import uk.gov.warwickshire.gateway.demo.mesh.OptOutCheckService;
import uk.gov.warwickshire.gateway.demo.mesh.SimulatedMailbox;
import uk.gov.warwickshire.gateway.demo.mesh.SimulatedMesh;
import uk.gov.warwickshire.gateway.demo.mesh.SimulatedOptOuts;
import uk.gov.warwickshire.gateway.mesh.MeshCredentials;
import uk.gov.warwickshire.gateway.mesh.MeshHeaders;
import uk.gov.warwickshire.gateway.mesh.MeshMailbox;
import uk.gov.warwickshire.gateway.mesh.TestMailboxes;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;
import uk.gov.warwickshire.gateway.testing.MovableClock;
import uk.gov.warwickshire.gateway.testing.SimulatedMeshServer;
import uk.gov.warwickshire.gateway.testing.TestDatabase;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/** The whole room over a real database and the strict simulator; a new one on the same database is a restart. */
final class OptOutRoom implements AutoCloseable {

    static final String OURS = "X26OURS01";
    static final String SERVICE = "X26HC065";
    static final String WORKFLOW = "SPINE_NTT_UPHOLDING";
    static final Duration DELAY = Duration.ofMinutes(30);

    final MovableClock clock;
    final SimulatedMesh mesh;
    final SimulatedMeshServer server;
    final OptOutRegister register;
    final OptOutExchanges exchanges;
    final OptOutOverviews overviews;
    final OptOutCollector collector;
    final OptOutMailbox handler;
    final MeshMailbox mailbox;
    private final TestDatabase database;

    /** @param answering whether the check service exists, or only its mailbox */
    OptOutRoom(TestDatabase database, SimulatedOptOuts optOuts, boolean answering, int maxNumbersPerFile) {
        this(database, simulated(optOuts, answering), maxNumbersPerFile);
    }

    /** After a restart: same database, same national side. */
    static OptOutRoom restarted(OptOutRoom before) {
        return new OptOutRoom(before.database, new National(before.mesh, before.clock), 1000);
    }

    private record National(SimulatedMesh mesh, MovableClock clock) {}

    private OptOutRoom(TestDatabase database, National national, int maxNumbersPerFile) {
        this.database = database;
        this.mesh = national.mesh();
        this.clock = national.clock();
        this.server = new SimulatedMeshServer(mesh);
        JdbcTemplate jdbc = database.jdbc();
        OptOutRules rules = new OptOutRules(settings(maxNumbersPerFile), OURS, false, clock);
        register = new JdbcOptOutRegister(jdbc, rules);
        exchanges = new OptOutExchanges(JdbcClient.create(jdbc), clock);
        overviews = new OptOutOverviews(jdbc, rules);
        collector = new OptOutCollector(jdbc, database.transactions(), rules, new Ids(clock));
        handler = new OptOutMailbox(
                new OptOutSender(exchanges, rules, database.transactions()),
                collector,
                exchanges,
                new OptOutAnswers(jdbc, rules, new SubjectChanges(jdbc)),
                rules);
        mailbox = TestMailboxes.mailbox(
                OptOutMailbox.NAME,
                TestMailboxes.client(
                        server.uri(), new MeshCredentials(OURS, "secret", "key"), Duration.ofSeconds(10), clock),
                database,
                clock);
    }

    private static National simulated(SimulatedOptOuts optOuts, boolean answering) {
        MovableClock clock = new MovableClock(Instant.parse("2026-11-23T14:00:00Z"));
        SimulatedMailbox service = new SimulatedMailbox(SERVICE, "service", Set.of(WORKFLOW));
        SimulatedMailbox ours = new SimulatedMailbox(OURS, "secret", Set.of(WORKFLOW));
        SimulatedMesh mesh = answering
                ? new SimulatedMesh(
                        "key", List.of(ours), List.of(new OptOutCheckService(service, WORKFLOW, optOuts, DELAY)), clock)
                : new SimulatedMesh("key", List.of(ours, service), List.of(), clock);
        return new National(mesh, clock);
    }

    static GatewaySettings.OptOut settings(int maxNumbersPerFile) {
        return new GatewaySettings.OptOut(
                SERVICE,
                WORKFLOW,
                Duration.ofDays(21),
                Duration.ofDays(7),
                Duration.ofHours(1),
                Duration.ofHours(24),
                maxNumbersPerFile);
    }

    void request(Collection<NhsNumber> numbers) {
        register.requestChecks(numbers);
    }

    /** Collects, sends and takes in what has arrived; then half an hour passes. */
    void turn() {
        collector.collect();
        mailbox.poll(handler);
        clock.advance(DELAY);
    }

    /** A reply as the service would send it. */
    void reply(String localId, String body) {
        mesh.deliver(
                OURS,
                Map.of(
                        MeshHeaders.FROM, SERVICE,
                        MeshHeaders.WORKFLOW, WORKFLOW,
                        MeshHeaders.LOCAL_ID, localId),
                body.getBytes(),
                Duration.ZERO);
    }

    /** The newest file. */
    Exchange last() {
        return exchanges.latest(1).get(0);
    }

    List<NhsNumber> changes() {
        return database.transactions().execute(transaction -> new SubjectChanges(database.jdbc()).take(100_000));
    }

    static void empty(TestDatabase database) {
        database.jdbc()
                .execute("truncate opt_out_status, opt_out_request, opt_out_refused, opt_out_exchange,"
                        + " opt_out_exchange_number, mesh_message, mesh_mailbox_state, subject_change");
    }

    @Override
    public void close() {
        server.close();
    }
}
