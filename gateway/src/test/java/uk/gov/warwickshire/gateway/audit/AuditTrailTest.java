package uk.gov.warwickshire.gateway.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.warwickshire.gateway.common.Ids;
import uk.gov.warwickshire.gateway.testing.MovableClock;
import uk.gov.warwickshire.gateway.testing.TestDatabase;

/** The audit over a real PostgreSQL. */
class AuditTrailTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private static final AtomicLong MONTHS = new AtomicLong();

    private static TestDatabase database;

    private final MovableClock clock = new MovableClock(NOON);
    private final AuditTable table = new AuditTable(database.jdbc());
    private final AuditTrail trail = new JdbcAuditTrail(table, database.transactions(), new Ids(clock), clock);
    private final AuditReader reader = new JdbcAuditReader(JdbcClient.create(database.dataSource()));

    @BeforeAll
    static void start() {
        database = new TestDatabase();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    /** The audit cannot be emptied, so each test has a month of its own. */
    @BeforeEach
    void nextMonth() {
        clock.advance(Duration.ofDays(31L * MONTHS.incrementAndGet()));
        table.createPartitions(clock.instant(), 1);
    }

    @Test
    void keeps_every_part_of_an_entry() {
        AuditEntry entry = AuditSamples.full();

        UUID id = trail.record(entry);

        AuditRecord kept = reader.find(id).orElseThrow();
        assertThat(kept.recordedAt()).isEqualTo(clock.instant());
        assertThat(kept.entry()).usingRecursiveComparison().ignoringFields("id").isEqualTo(entry);
        assertThat(partitions())
                .contains("audit_event_"
                        + clock.instant().toString().substring(0, 7).replace('-', '_'));
    }

    @Test
    void who_saw_this_child_newest_first_page_by_page() {
        for (int i = 0; i < 5; i++) {
            trail.record(AuditSamples.readBy("RKB", "child-seen"));
            clock.advance(Duration.ofMinutes(1));
        }
        trail.record(AuditSamples.readBy("RKB", "child-other"));
        AuditQuery query = thisMonth(2).withChild("child-seen");

        List<AuditRecord> first = reader.search(query);
        List<AuditRecord> second = reader.search(query.after(first.get(1).id()));
        List<AuditRecord> third = reader.search(query.after(second.get(1).id()));

        assertThat(first).hasSize(2);
        assertThat(second).hasSize(2);
        assertThat(third).hasSize(1);
        assertThat(List.of(first.get(0), first.get(1), second.get(0), second.get(1), third.get(0)))
                .isSortedAccordingTo((a, b) -> b.recordedAt().compareTo(a.recordedAt()))
                .allSatisfy(kept -> assertThat(kept.entry().childId()).contains("child-seen"));
        assertThat(reader.count(query)).isEqualTo(5);
    }

    @Test
    void what_did_this_organisation_look_at() {
        trail.recordAll(List.of(
                AuditSamples.readBy("RJC", "child-1"),
                AuditSamples.readBy("RKB", "child-2"),
                AuditSamples.readBy("RJC", "child-3")));

        assertThat(reader.search(thisMonth(10).withOrganisation("RJC")))
                .extracting(kept -> kept.entry().childId().orElseThrow())
                .containsExactlyInAnyOrder("child-1", "child-3");
    }

    @Test
    void stands_or_falls_with_the_transaction_of_what_it_records() {
        database.transactions().executeWithoutResult(status -> {
            trail.record(AuditSamples.readBy("RKB", "child-undone"));
            status.setRollbackOnly();
        });

        assertThat(reader.search(thisMonth(10).withChild("child-undone"))).isEmpty();
    }

    @Test
    void no_row_is_ever_changed_or_deleted() {
        trail.record(AuditSamples.readBy("RKB", "child-1"));

        for (String statement : List.of(
                "update audit_event set purpose = 'other'",
                "delete from audit_event",
                "truncate audit_event",
                "truncate audit_event_default")) {
            assertThatThrownBy(() -> database.jdbc().execute(statement))
                    .as(statement)
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("append-only");
        }
        assertThat(reader.search(thisMonth(10))).hasSize(1);
    }

    @Test
    void what_cannot_be_written_is_said() {
        AuditEntry tooOften = AuditEntry.of(AuditKind.READ, "read", "/fhir/R4", AuditAgent.unknown(Optional.empty()))
                .id(trail.nextId())
                .build();
        trail.record(tooOften);

        assertThatThrownBy(() -> trail.record(tooOften)).isInstanceOf(AuditUnavailableException.class);
    }

    @Test
    void an_attack_with_a_zero_in_it_is_on_record_too() {
        UUID id = trail.record(
                AuditEntry.of(AuditKind.ALERT, "rest", "/fhir/R4", AuditAgent.unknown(Optional.of("192.0.2.1")))
                        .outcome(AuditOutcome.refused("request-invalid"))
                        .query(Optional.of("GET /fhir/R4/Patient?name=\0"))
                        .build());

        assertThat(reader.find(id).orElseThrow().entry().query()).contains("GET /fhir/R4/Patient?name=\uFFFD");
    }

    private AuditQuery thisMonth(int limit) {
        return AuditQuery.between(
                clock.instant().minus(Duration.ofDays(1)), clock.instant().plusSeconds(1), limit);
    }

    private static List<String> partitions() {
        return database.jdbc().queryForList("select tableoid::regclass::text from audit_event", String.class);
    }
}
