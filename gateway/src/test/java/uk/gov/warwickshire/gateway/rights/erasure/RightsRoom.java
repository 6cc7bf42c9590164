package uk.gov.warwickshire.gateway.rights.erasure;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.warwickshire.gateway.common.Ids;
import uk.gov.warwickshire.gateway.common.PersonalTraces;
import uk.gov.warwickshire.gateway.common.SingleRunner;
import uk.gov.warwickshire.gateway.delivery.Outbox;
import uk.gov.warwickshire.gateway.rights.retention.RetentionSchedule;
import uk.gov.warwickshire.gateway.rights.retention.RetentionSchedules;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;
import uk.gov.warwickshire.gateway.testing.ApprovedSchedule;
import uk.gov.warwickshire.gateway.testing.MovableClock;
import uk.gov.warwickshire.gateway.testing.TestDatabase;

/** Retention, holds, disposal and erasure over a real database, with what every room keeps and no route. */
public final class RightsRoom implements AutoCloseable {

    public static final String KEY = "a key of the tests, as long as it has to be";

    private final TestDatabase database = new TestDatabase();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    public final JdbcTemplate jdbc = database.jdbc();
    public final MovableClock clock = new MovableClock(Instant.parse("2026-11-24T10:00:00Z"));

    public RightsRoom(Path folder) {
        context.registerBean(DataSource.class, database::dataSource);
        context.registerBean(JdbcTemplate.class, () -> jdbc);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(jdbc));
        context.registerBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(database.dataSource()));
        context.registerBean(TransactionTemplate.class, database::transactions);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(Ids.class);
        context.registerBean(SingleRunner.class);
        context.registerBean(GatewaySettings.class, () -> settings(folder));
        context.registerBean(Outbox.class, () -> (children, cause) -> {});
        context.registerBean(
                RetentionSchedule.class,
                () -> RetentionSchedules.read(
                        new ByteArrayResource(ApprovedSchedule.text().getBytes())));
        ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(context, false);
        scanner.addIncludeFilter(new RegexPatternTypeFilter(Pattern.compile(
                ".*Traces|.*Expiry|.*\\.rights\\.traces\\.Trace(Periods|ReportTable|Disposals)|.*\\.audit\\.(JdbcAuditTrail|AuditTable)|.*\\.ErasureGuard|.*\\.ErasureWithdrawals|.*\\.rights\\.(retention\\.Retention(Keeper|Reader)"
                        + "|hold\\.(LegalHolds|HoldReader|HoldExport)"
                        + "|traces\\.Trace(Periods|ReportTable|Disposals)"
                        + "|disposal\\.(Disposals|DisposalReader|DisposalRunner|DueChildren)"
                        + "|erasure\\.(Pseudonyms|Tombstones|ErasureTable|Erasures|Erasing|ErasureSteps|Standing"
                        + "|ChildTokens|ErasureRegister|ErasureFulfilment)"
                        + "|request\\.(RequestTable|RequestLog|RightsRequests)|pack\\.Pack(Table|Fulfilment))"
                        + "|.*\\.store\\.JdbcResourceReader")));
        scanner.addExcludeFilter(new RegexPatternTypeFilter(Pattern.compile(".*\\.(PersonalTraces|tracing\\.Traces)")));
        scanner.addIncludeFilter(new RegexPatternTypeFilter(Pattern.compile(".*Expiry")));
        scanner.scan("uk.gov.warwickshire.gateway");
        context.refresh();
    }

    private static GatewaySettings settings(Path folder) {
        return new Binder(new MapConfigurationPropertySource(Map.of(
                        "gateway.data-dir",
                        folder.toString(),
                        "gateway.rights.pseudonym-key",
                        KEY,
                        "gateway.organisation.name",
                        "Warwickshire County Council")))
                .bind("gateway", GatewaySettings.class)
                .get();
    }

    /** For another process, or a command. */
    public String url() {
        return database.url();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** All of a type. */
    public <T> List<T> beans(Class<T> type) {
        return context.getBeanProvider(type).stream().toList();
    }

    /** All of them, in the order in which an erasure goes through them. */
    public List<PersonalTraces> rooms() {
        return beans(PersonalTraces.class);
    }

    /** A child with a record whose period was over years ago. */
    public void dueChild(String id, String nhsNumber) {
        jdbc.update("""
                insert into child (child_id, nhs_number, verification_status, birth_date, restricted, record_version, changed_at)
                values (?, ?, '01', '1999-05-05', false, 1, now())
                """, id, nhsNumber);
        jdbc.update("""
                insert into resource (child_id, type, id, version, last_updated, category, hash, content, tokens, refs)
                values (?, 'Patient', 'p-' || ?, 1, now(), 'demographics', ''::bytea, '{}'::bytea,
                        array['Patient.gender|female'], '{}')
                """, id, id);
        jdbc.update("""
                insert into retention_child
                       (child_id, birth_date, last_contact, services, opened, closed, rows_missing, families, workers,
                        teams, places, first_on, last_on, outcome, dispose_from, review_on, record_class, reasons,
                        schedule, worked_out_at)
                values (?, '1999-05-05', '2002-03-04', '{CONTACT}', '{2002-02-02}', '{2002-03-04}', false,
                        array['F:f-' || ?], '{w1}', '{t1}', '{CV344RL}', '2002-02-02', '2002-03-04', 'DATED',
                        '2003-03-04', '2002-12-04', 'contact-no-further-action', '{}', 'draft-1', now())
                """, id, id);
        jdbc.update(
                "insert into child_source values (?, true, 'rows of ' || ?, ''::bytea, '{}', false, gen_random_uuid(), now())",
                id,
                id);
        jdbc.update(
                "insert into choice values (?, 'object-icr', '', 'mother', '2020-01-01', null, 'b', 'f', 1, now(), null)",
                nhsNumber);
        jdbc.update("insert into opt_out_status values (?, 'OPTED_OUT', now(), 1)", nhsNumber);
        jdbc.update("""
                insert into audit_event (child_id, id, recorded_at, kind, interaction, source, result, resources, query, decision_ids)
                values (?, gen_random_uuid(), now(), 'READ', 'read', 'api', 'OK', array['Patient/p-' || ? || '/_history/1'],
                        'identifier=' || ?, '{}')
                """, id, id, nhsNumber);
        jdbc.update("""
                insert into disclosure_ledger
                       (child_id, id, decided_at, destination, kind, message_id, outcome, headline, reasons,
                        policy_version, agreement_ids, verification_status, restricted, opt_out_state, opt_out_stale,
                        choices, other_persons, categories, resources, left_out)
                values (?, gen_random_uuid(), now(), 'icr.x', 'PUSH', gen_random_uuid(), 'SENT', 'NOT_OPTED_OUT', '{}',
                        '1', '{}', '01', false, 'NOT_OPTED_OUT', false, '[]', '[]', '{}',
                        jsonb_build_array('Patient/p-' || ? || '/_history/1'), '[]')
                """, id, id);
    }

    /** The destination holds the child's Patient. */
    public void copyAt(String destination, String id) {
        jdbc.update(
                "insert into recipient_copy values (?, ?, 'Patient', 'p-' || ?, 1, 'demographics')",
                id,
                destination,
                id);
    }

    /** The destination acknowledges what it was told to delete. */
    public void acknowledge(String id) {
        jdbc.update("delete from recipient_copy where child_id = ?", id);
        jdbc.update("update delivery set state = 'ACKNOWLEDGED', finished_at = now() where child_id = ?", id);
    }

    public long count(String sql, Object... parameters) {
        return Optional.ofNullable(jdbc.queryForObject(sql, Long.class, parameters))
                .orElse(0L);
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }
}
