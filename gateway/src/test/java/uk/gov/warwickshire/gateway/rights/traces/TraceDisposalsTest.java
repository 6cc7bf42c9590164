package uk.gov.warwickshire.gateway.rights.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.warwickshire.gateway.common.ExpiringTraces;
import uk.gov.warwickshire.gateway.common.Ids;
import uk.gov.warwickshire.gateway.common.SingleRunner;
import uk.gov.warwickshire.gateway.common.TraceKind;
import uk.gov.warwickshire.gateway.rights.erasure.RightsRoom;
import uk.gov.warwickshire.gateway.rights.hold.LegalHolds;

/** The job: what goes by the month, what stays, and the report. */
class TraceDisposalsTest {

    private static final String LEDGER = "disclosure_ledger (months)";

    @TempDir
    static Path folder;

    private static RightsRoom room;
    private static OldLedger ledger;
    private static TraceDisposals disposals;

    @BeforeAll
    static void start() {
        room = new RightsRoom(folder);
        ledger = new OldLedger(room);
        disposals = room.bean(TraceDisposals.class);
    }

    @BeforeEach
    void rowsOfLongAgo() {
        ledger.refill();
    }

    @AfterAll
    static void stop() {
        room.close();
    }

    @Test
    void a_month_goes_whole_and_one_with_a_row_under_hold_stays_whole() {
        assertThat(outlook()).containsEntry(LEDGER, "2/2").containsEntry("disclosure_ledger_default", "1/1");

        disposals.runIfDue();

        assertThat(decisions()).containsExactly("held 1999-05-05", "a 2000-02-02", "held 2000-02-29", "a 2001-11-01");
        assertThat(room.count("select count(*) from pg_class where relname = 'disclosure_ledger_2000_01'"))
                .as("the partition is dropped")
                .isZero();
        TraceReport report = disposals.latest(9).get(0);
        assertThat(report.hasProblems()).isFalse();
        assertThat(report.endedAt()).isPresent();
        assertThat(line(report, LEDGER))
                .isEqualTo(new TraceReport.Line(
                        LEDGER,
                        "LEDGER",
                        "25 years",
                        Instant.parse("2001-11-24T10:00:00Z"),
                        "rows",
                        2,
                        2,
                        Optional.empty()));
        assertThat(line(report, "disclosure_ledger_default").removed()).isOne();
        assertThat(report.lines()).hasSameSizeAs(disposals.outlook());
        assertThat(outlook()).containsEntry(LEDGER, "0/2");
    }

    @Test
    void once_a_day_by_night_and_what_a_released_hold_kept_goes_the_next_time() {
        disposals.runIfDue();
        UUID hold = room.bean(LegalHolds.class).all().get(0).id();
        room.bean(LegalHolds.class).release(hold, "The inquiry has reported.", "x");
        disposals.runIfDue();
        room.clock.advance(Duration.ofHours(15));
        disposals.runIfDue();
        assertThat(disposals.latest(9)).as("one in the morning").hasSize(1);
        room.clock.advance(Duration.ofHours(1));
        disposals.runIfDue();

        assertThat(disposals.latest(9)).hasSize(2);
        assertThat(decisions()).containsExactly("a 2001-11-01");
    }

    @ParameterizedTest
    @CsvSource({
        "rights_request, RECEIVED, true",
        "rights_request, COMPLETED, false",
        "erasure, WITHDRAWING, true",
        "erasure, STOPPED, false"
    })
    void nothing_goes_of_a_child_with_an_open_request_or_an_erasure_under_way(
            String what, String state, boolean stays) {
        room.jdbc.update(what.equals("erasure") ? """
                        insert into erasure (id, child_id, pseudonym, cause, state, asked_by, asked_at, because)
                        values (gen_random_uuid(), 'b', 'erased-b', 'REQUEST', ?, 'x', now(), 'y')
                        """ : """
                        insert into rights_request (id, child_id, kind, state, received_on, clock_from, due_on, requester,
                                                    capacity, contact, asked, created_at)
                        values (gen_random_uuid(), 'b', 'RECTIFICATION', ?, now(), now(), now(), 'r', 'CHILD', 'c', 'a', now())
                        """, state);

        disposals.runIfDue();

        assertThat(decisions().contains("b 2000-01-01")).isEqualTo(stays);
        assertThat(decisions().contains("a 2000-01-31"))
                .as("the month is whole")
                .isEqualTo(stays);
    }

    @Test
    void a_hold_that_is_being_saved_is_waited_for_and_covers() throws Exception {
        CountDownLatch saved = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        CompletableFuture<Void> saving = CompletableFuture.runAsync(
                () -> room.bean(TransactionTemplate.class).executeWithoutResult(status -> {
                    ledger.hold("Late", "b");
                    saved.countDown();
                    await(commit);
                }));
        await(saved);
        CompletableFuture<Void> run = CompletableFuture.runAsync(disposals::runIfDue);

        assertThatThrownBy(() -> run.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        commit.countDown();
        saving.get(20, TimeUnit.SECONDS);
        run.get(60, TimeUnit.SECONDS);

        assertThat(decisions()).contains("b 2000-01-01", "a 2000-01-31");
    }

    @Test
    void a_place_that_fails_is_reported_and_the_others_go_on() {
        ExpiringTraces broken = new ExpiringTraces() {
            @Override
            public String place() {
                return "broken";
            }

            @Override
            public TraceKind kind() {
                return TraceKind.AUDIT;
            }

            @Override
            public Expired count(Instant before) {
                return new Expired(1, 0);
            }

            @Override
            public OptionalLong dispose(Instant before) {
                room.jdbc.update("delete from erasure_tombstone");
                throw new IllegalStateException("a row quoted");
            }
        };
        room.jdbc.update("insert into erasure_tombstone values ('h', gen_random_uuid(), now(), null)");
        room.jdbc.update("insert into trace_disposal (id, started_at) values (gen_random_uuid(), '2026-11-20')");

        new TraceDisposals(
                        Stream.concat(Stream.of(broken), places().stream()).toList(),
                        room.bean(TracePeriods.class),
                        room.bean(TraceReportTable.class),
                        room.bean(LegalHolds.class),
                        room.bean(TransactionTemplate.class),
                        room.bean(SingleRunner.class),
                        room.bean(Ids.class),
                        room.clock)
                .runIfDue();

        List<TraceReport> reports = disposals.latest(9);
        assertThat(reports.get(0).hasProblems()).isTrue();
        assertThat(line(reports.get(0), "broken").problem()).contains("IllegalStateException");
        assertThat(line(reports.get(0), "broken").removed()).isZero();
        assertThat(room.count("select count(*) from erasure_tombstone"))
                .as("rolled back")
                .isOne();
        assertThat(line(reports.get(0), LEDGER).removed()).isEqualTo(2);
        assertThat(reports.get(1).cutOff()).as("the one that never ended").isTrue();
    }

    private static List<ExpiringTraces> places() {
        return room.beans(ExpiringTraces.class);
    }

    private static Map<String, String> outlook() {
        return disposals.outlook().stream()
                .collect(Collectors.toMap(TraceOutlook::place, one -> one.due() + "/" + one.keptBack()));
    }

    private static TraceReport.Line line(TraceReport report, String place) {
        return report.lines().stream()
                .filter(line -> line.place().equals(place))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> decisions() {
        return ledger.decisions();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
