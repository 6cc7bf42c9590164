package uk.gov.warwickshire.gateway.cpis;

import ca.uhn.fhir.context.FhirContext;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.warwickshire.gateway.common.Ids;
import uk.gov.warwickshire.gateway.common.RecordListener.DerivedRecord;
import uk.gov.warwickshire.gateway.common.SingleRunner;
import uk.gov.warwickshire.gateway.common.SubjectChanges;
import uk.gov.warwickshire.gateway.delivery.Balance;
import uk.gov.warwickshire.gateway.demo.cpis.CpIsBehaviour;
import uk.gov.warwickshire.gateway.demo.cpis.CpIsService;
import uk.gov.warwickshire.gateway.demo.cpis.ReceivedUpload;
import uk.gov.warwickshire.gateway.demo.cpis.ReceivedUpload.ReceivedRecord;
import uk.gov.warwickshire.gateway.demo.mesh.SimulatedMailbox;
import uk.gov.warwickshire.gateway.demo.mesh.SimulatedMesh;
import uk.gov.warwickshire.gateway.mesh.Handling;
import uk.gov.warwickshire.gateway.mesh.MeshCredentials;
import uk.gov.warwickshire.gateway.mesh.MeshHeaders;
import uk.gov.warwickshire.gateway.mesh.MeshMailbox;
import uk.gov.warwickshire.gateway.mesh.MeshMailboxStates;
import uk.gov.warwickshire.gateway.mesh.MeshMessage;
import uk.gov.warwickshire.gateway.mesh.MeshMessageHandler;
import uk.gov.warwickshire.gateway.mesh.MeshMessages;
import uk.gov.warwickshire.gateway.mesh.TestMailboxes;
import uk.gov.warwickshire.gateway.optout.OptOutRegister;
import uk.gov.warwickshire.gateway.optout.OptOutStatus;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;
import uk.gov.warwickshire.gateway.testing.MovableClock;
import uk.gov.warwickshire.gateway.testing.SimulatedMeshServer;
import uk.gov.warwickshire.gateway.testing.TestDatabase;
import uk.gov.warwickshire.mappings.record.NhsNumber;
import uk.gov.warwickshire.profiles.ProfilePackage;

/** The room with the real gate over a real database, and the strict CP-IS behind the strict MESH. */
final class CpIsRoom implements AutoCloseable {

    static final String OURS = "X26OURS02";
    static final String CP_IS = "X26CPIS01";
    static final String WORKFLOW = "CPIS";

    final MovableClock clock;
    final Script script;
    final CpIsService service;
    final SimulatedMesh mesh;
    final SimulatedMeshServer server;
    final TestDatabase database;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private MeshMailbox mailbox;
    private int messages;

    /** What CP-IS answers, changed by a test as it goes. */
    static final class Script implements CpIsBehaviour {
        final Map<Long, String> firstAnswers = new HashMap<>();
        final Map<Long, String> everyAnswer = new HashMap<>();
        final Map<String, String> recordCodes = new HashMap<>();
        final List<byte[]> notifications = new ArrayList<>();

        @Override
        public Optional<String> fileCode(long sequence, int times) {
            return Optional.ofNullable(everyAnswer.get(sequence))
                    .or(() -> times == 1 ? Optional.ofNullable(firstAnswers.get(sequence)) : Optional.empty());
        }

        @Override
        public Optional<String> recordCode(ReceivedRecord record) {
            return Optional.ofNullable(recordCodes.get(record.nhsNumber()));
        }

        @Override
        public List<byte[]> notifications(ReceivedUpload loaded) {
            List<byte[]> due = List.copyOf(notifications);
            notifications.clear();
            return due;
        }
    }

    CpIsRoom(TestDatabase database) {
        this(database, Map.of());
    }

    CpIsRoom(TestDatabase database, Map<String, String> more) {
        this.database = database;
        clock = new MovableClock(Instant.parse("2026-11-23T10:00:00Z"));
        script = new Script();
        service = new CpIsService(
                new SimulatedMailbox(CP_IS, "service", Set.of(WORKFLOW)), WORKFLOW, script, Duration.ZERO);
        mesh = new SimulatedMesh(
                "key",
                List.of(new SimulatedMailbox(OURS, "secret", Set.of(WORKFLOW, WORKFLOW + "_ACK"))),
                List.of(service),
                clock);
        server = new SimulatedMeshServer(mesh);
        empty();
        wire(more);
    }

    /** The gateway again, before the same MESH and CP-IS, over another database as it stands. */
    CpIsRoom(TestDatabase database, CpIsRoom before) {
        this.database = database;
        clock = before.clock;
        script = before.script;
        service = before.service;
        mesh = before.mesh;
        server = before.server;
        wire(Map.of());
    }

    private void wire(Map<String, String> more) {
        context.registerBean(DataSource.class, () -> new DelegatingDataSource(database.dataSource()));
        context.registerBean(JdbcTemplate.class, database::jdbc);
        context.registerBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(database.dataSource()));
        context.registerBean(
                TransactionTemplate.class,
                () -> new TransactionTemplate(context.getBean(JdbcTransactionManager.class)));
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(database.dataSource()));
        context.registerBean(MeshMessages.class);
        context.registerBean(MeshMailboxStates.class);
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(Ids.class);
        context.registerBean(SingleRunner.class);
        context.registerBean(SubjectChanges.class);
        context.registerBean(OptOutRegister.class, Nobody::new);
        context.registerBean(GatewaySettings.class, () -> settings(more));
        context.registerBean(
                ProfilePackage.class,
                () -> ProfilePackage.load(FhirContext.forR4Cached(), ProfilePackage.PUBLISHED_BASE));
        context.scan("uk.gov.warwickshire.gateway.disclosure");
        ROOM.forEach(context::registerBean);
        context.refresh();
        mailbox = TestMailboxes.mailbox(
                CpIsMailbox.NAME,
                TestMailboxes.client(
                        server.uri(), new MeshCredentials(OURS, "secret", "key"), Duration.ofSeconds(10), clock),
                database,
                clock);
    }

    /** Everyone has opted out, and everyone has been asked about: it must make no difference. */
    private static final class Nobody implements OptOutRegister {
        @Override
        public Map<NhsNumber, OptOutStatus> statusesOf(Collection<NhsNumber> numbers) {
            Map<NhsNumber, OptOutStatus> statuses = new HashMap<>();
            numbers.forEach(number -> statuses.put(
                    number, new OptOutStatus(OptOutStatus.State.OPTED_OUT, Optional.of(Instant.now()), false)));
            return statuses;
        }

        @Override
        public void requestChecks(Collection<NhsNumber> numbers) {
            // Nobody looks at them here.
        }

        @Override
        public void forget(Collection<NhsNumber> numbers) {
            // There is nothing to forget.
        }
    }

    private static final List<Class<?>> ROOM = List.of(
            CpIsConfiguration.class,
            CpIsIntake.class,
            Evaluation.class,
            DailyEvaluation.class,
            Reconciler.class,
            ChildTable.class,
            StatusTable.class,
            UploadTable.class,
            FileTable.class,
            FileRecordTable.class,
            InboundTable.class,
            PersonStates.class,
            Teams.class,
            UploadDecisions.class,
            FileBuilder.class,
            FileSender.class,
            RecordStep.class,
            AcknowledgementStep.class,
            NotificationStep.class,
            MeshReportStep.class,
            CpIsMailbox.class,
            CpIsBooks.class,
            CpIsFiles.class,
            CpIsInboundReports.class,
            CpIsAccessNotifications.class,
            CpIsWorkQueue.class,
            CpIsReconciliation.class,
            CpIsHeldPlans.class,
            FlowAlarms.class,
            CpIsAlarms.class,
            CpIsActions.class);

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

    static GatewaySettings settings(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(Map.of(
                "gateway.organisation.ods-code", "X937",
                "gateway.organisation.name", "Warwickshire County Council",
                "gateway.organisation.local-authority-code", "937",
                "gateway.organisation.office-hours-phone", "01632 960100",
                "gateway.organisation.emergency-duty-phone", "01632 960999",
                "gateway.agreements", "classpath:demo/agreements.yaml",
                "gateway.allow-test-numbers", "true",
                "gateway.cp-is.recipient-mailbox", CP_IS,
                "gateway.cp-is.workflow-id", WORKFLOW));
        Map.of("coventry-warwickshire", "CV", "birmingham-solihull", "B", "herefordshire-worcestershire", "HR,WR")
                .forEach((region, areas) -> {
                    all.put("gateway.icr.regions." + region + ".url", "http://localhost:1");
                    all.put("gateway.icr.regions." + region + ".postcode-areas", areas);
                });
        all.putAll(more);
        return new Binder(new MapConfigurationPropertySource(all))
                .bind("gateway", GatewaySettings.class)
                .get();
    }

    @Override
    public void close() {
        context.close();
        server.close();
    }
}
