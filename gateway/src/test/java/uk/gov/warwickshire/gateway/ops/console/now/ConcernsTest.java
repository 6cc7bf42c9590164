package uk.gov.warwickshire.gateway.ops.console.now;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.warwickshire.gateway.cpis.ChildrenAtRisk;
import uk.gov.warwickshire.gateway.delivery.DeliveryOverviews;
import uk.gov.warwickshire.gateway.ops.console.CouncilTimes;
import uk.gov.warwickshire.gateway.optout.OptOutExchanges;
import uk.gov.warwickshire.gateway.testing.TestDatabase;

/** Whom a trouble concerns is counted, every child once and those at risk among them: never guessed, never left at nought. */
class ConcernsTest {

    private static final List<String> AT_RISK = List.of("C1", "C3");

    private static TestDatabase database;
    private static AnnotationConfigApplicationContext context;

    @Configuration
    @Import({
        HeldConcerns.class,
        OptOutConcerns.class,
        PartnerConcerns.class,
        DeadConcerns.class,
        ChildrenAtRisk.class,
        CouncilTimes.class,
        DeliveryOverviews.class,
        OptOutExchanges.class
    })
    static class Rooms {}

    @BeforeAll
    static void start() {
        database = new TestDatabase();
        context = new AnnotationConfigApplicationContext();
        context.registerBean(JdbcTemplate.class, () -> database.jdbc());
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(database.jdbc()));
        context.registerBean(Clock.class, Clock::systemUTC);
        context.register(Rooms.class);
        context.refresh();
    }

    @AfterAll
    static void stop() {
        context.close();
        database.close();
    }

    @BeforeEach
    void clear() {
        database.jdbc().execute("truncate delivery, cpis_status, opt_out_exchange");
        AT_RISK.forEach(child -> database.jdbc().update("""
                insert into cpis_status (child_id, ordinal, person_id, outcome, problems, verification, restricted, since)
                values (?, 0, ?, 'NEEDS_ATTENTION', array['NHS_NUMBER_NOT_VERIFIED'], '02', false, now())
                """, child, child));
    }

    @Test
    void what_is_held_too_long_counts_each_child_once_over_all_destinations() {
        for (String child : List.of("C1", "C2")) {
            delivery(child, "icr.north", "HELD", "STATUS_UNKNOWN", "2 days");
        }
        delivery("C3", "icr.south", "HELD", "STATUS_UNKNOWN", "2 days");
        delivery("C1", "icr.south", "HELD", "STATUS_UNKNOWN", "2 days");

        assertThat(concern(HeldConcerns.class).affected()).isEqualTo(new Concern.Affected(4, "message", 3, 2));
    }

    @Test
    void an_exchange_that_never_came_back_says_whom_it_keeps_waiting() {
        delivery("C2", "icr.north", "HELD", "STATUS_STALE", "1 hour");
        delivery("C3", "icr.south", "HELD", "STATUS_UNKNOWN", "1 hour");
        delivery("C1", "icr.south", "HELD", "NHS_NUMBER_MISSING", "1 hour");
        database.jdbc().update("""
                insert into opt_out_exchange (sequence, month, month_sequence, local_id, file_name, state, asked, problem,
                                              created_at, attempted_at)
                values (1, '2026-11-01', 1, 'local', 'FILE', 'OVERDUE', 12, 'no answer in time', now(), now())
                """);

        assertThat(concern(OptOutConcerns.class).affected()).isEqualTo(new Concern.Affected(2, "message", 2, 1));
    }

    @Test
    void a_partner_that_is_down_keeps_also_those_waiting_who_were_not_tried_yet() {
        delivery("C2", "icr.north", "RETRYING", null, "3 hours");
        delivery("C1", "icr.north", "CLEARED", null, "1 hour");
        delivery("C3", "icr.north", "PENDING", null, "1 hour");
        delivery("C4", "icr.south", "PENDING", null, "1 hour");

        Concern concern = concern(PartnerConcerns.class);

        assertThat(concern.title()).contains("is down");
        assertThat(concern.affected()).isEqualTo(new Concern.Affected(3, "message", 3, 2));
    }

    @Test
    void messages_refused_for_one_cause_are_one_concern_whatever_else_the_partner_wrote() {
        for (int record = 1; record <= 3; record++) {
            UUID id = delivery("C" + record, "icr.north", "DEAD", null, "1 hour");
            database.jdbc()
                    .update(
                            "update delivery set last_status = 422, last_error = ? where id = ?",
                            "{\"issue\":[{\"code\":\"code-invalid\",\"diagnostics\":\"Record " + record + "\"}]}",
                            id);
        }

        Concern concern = concern(DeadConcerns.class);

        assertThat(concern.affected()).isEqualTo(new Concern.Affected(3, "message", 3, 2));
        assertThat(concern.title()).isEqualTo("North (ICR) refused messages: answered 422: code-invalid");
    }

    @Test
    void those_of_cp_is_stay_loudest_first_and_others_come_by_the_children_at_risk() {
        List<Concern> found = List.of(
                plain(Concern.Urgency.STOPPED, "few", 1),
                plain(Concern.Urgency.CP_IS, "a file has stopped", 1),
                plain(Concern.Urgency.STOPPED, "many", 9),
                plain(Concern.Urgency.CP_IS, "fewer than 95 %", 17));

        assertThat(found.stream().sorted(Concern.WORST_FIRST).map(Concern::title))
                .containsExactly("a file has stopped", "fewer than 95 %", "many", "few");
    }

    private static Concern plain(Concern.Urgency urgency, String title, long atRisk) {
        return new Concern(
                urgency, title, "", Optional.empty(), new Concern.Affected(1, "message", 20, atRisk), "/console", "Go");
    }

    private static Concern concern(Class<? extends ConcernSource> source) {
        List<Concern> found = context.getBean(source).current();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static UUID delivery(String child, String destination, String state, @Nullable String reason, String age) {
        UUID id = UUID.randomUUID();
        database.jdbc().update("""
                insert into delivery (child_id, destination, id, kind, state, cause, due_on, created_at, next_attempt_at,
                                      reason)
                values (?, ?, ?, 'RECORD', ?, 'test', current_date, now() - ?::interval, now() + interval '1 hour', ?)
                """, child, destination, id, state, age, reason);
        return id;
    }
}
