package uk.gov.warwickshire.gateway.cpis;

import ca.uhn.fhir.context.FhirContext;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import uk.gov.warwickshire.gateway.common.SingleRunner;
import uk.gov.warwickshire.gateway.common.SubjectChanges;
import uk.gov.warwickshire.gateway.mesh.MeshMailboxStates;
import uk.gov.warwickshire.gateway.mesh.MeshMessages;
import uk.gov.warwickshire.gateway.optout.OptOutRegister;
import uk.gov.warwickshire.gateway.optout.OptOutStatus;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;
import uk.gov.warwickshire.gateway.testing.TestDatabase;
import uk.gov.warwickshire.mappings.record.NhsNumber;
import uk.gov.warwickshire.profiles.ProfilePackage;

/** The gateway's side of the room as Spring wires it: the real gate and the real steps over a real database. */
final class CpIsWiring {

    private static final List<Class<?>> PARTS = List.of(
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

    private CpIsWiring() {}

    static AnnotationConfigApplicationContext context(TestDatabase database, Clock clock, GatewaySettings settings) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
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
        context.registerBean(GatewaySettings.class, () -> settings);
        context.registerBean(
                ProfilePackage.class,
                () -> ProfilePackage.load(FhirContext.forR4Cached(), ProfilePackage.PUBLISHED_BASE));
        context.scan("uk.gov.warwickshire.gateway.disclosure");
        PARTS.forEach(context::registerBean);
        context.refresh();
        return context;
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

    static GatewaySettings settings(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(Map.of(
                "gateway.organisation.ods-code", "X937",
                "gateway.organisation.name", "Warwickshire County Council",
                "gateway.organisation.local-authority-code", "937",
                "gateway.organisation.office-hours-phone", "01632 960100",
                "gateway.organisation.emergency-duty-phone", "01632 960999",
                "gateway.agreements", "classpath:demo/agreements.yaml",
                "gateway.allow-test-numbers", "true",
                "gateway.cp-is.recipient-mailbox", CpIsRoom.CP_IS,
                "gateway.cp-is.workflow-id", CpIsRoom.WORKFLOW));
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
}
