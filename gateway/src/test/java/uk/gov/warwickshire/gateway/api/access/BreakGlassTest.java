package uk.gov.warwickshire.gateway.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.gov.warwickshire.gateway.api.access.BreakGlassReview.Verdict;
import uk.gov.warwickshire.gateway.audit.AuditQuery;
import uk.gov.warwickshire.gateway.audit.AuditReader;
import uk.gov.warwickshire.gateway.common.security.Caller;
import uk.gov.warwickshire.gateway.disclosure.Choice;
import uk.gov.warwickshire.gateway.optout.OptOutStatus.State;
import uk.gov.warwickshire.gateway.store.TestRecords;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/** An emergency override opens one child for an hour, sets off an alarm, and is looked at by a second person. */
class BreakGlassTest {

    private static final Caller INFORMED = AccessCallers.caller("informed");

    private static AccessRoom room;
    private static AnswerGate gate;

    @BeforeAll
    static void prepare() {
        room = new AccessRoom();
        gate = room.bean(AnswerGate.class);
        child("clear", 1);
        child("objected", 2);
        room.choose(TestRecords.nhsNumber(2), Choice.Kind.OBJECT_ICR, Optional.empty());
    }

    @AfterAll
    static void close() {
        room.close();
    }

    @Test
    void every_override_is_looked_at_once_and_by_a_second_person() {
        room.clock.advance(Duration.ofDays(1));
        search(AccessCallers.overriding("informed", "found unconscious at home"), "objected");
        BreakGlassReviews reviews = room.bean(BreakGlassReviews.class);
        BreakGlassGrant grant = room.bean(BreakGlassReader.class).recent(1).get(0);
        long open = reviews.open().count();

        assertThatThrownBy(() -> reviews.review(grant.id(), Verdict.JUSTIFIED, "grace", " "))
                .isInstanceOf(IllegalArgumentException.class);
        grant.user().ifPresent(user -> assertThatThrownBy(() ->
                        reviews.review(grant.id(), Verdict.JUSTIFIED, user.toUpperCase(Locale.ROOT), "I was there"))
                .isInstanceOf(IllegalStateException.class));
        reviews.review(grant.id(), Verdict.JUSTIFIED, "grace", "the consultant confirms it");

        assertThat(reviews.open().count()).isEqualTo(open - 1);
        assertThat(reviews.of(List.of(grant.id()))).extractingByKey(grant.id()).satisfies(review -> {
            assertThat(review.by()).isEqualTo("grace");
            assertThat(review.verdict()).isEqualTo(Verdict.JUSTIFIED);
        });
        assertThatThrownBy(() -> reviews.review(grant.id(), Verdict.NOT_JUSTIFIED, "audrey", "I think otherwise"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("already");
        assertThatThrownBy(() -> room.bean(JdbcTemplate.class).update("update break_glass_review set why = 'other'"))
                .hasStackTraceContaining("append-only");
    }

    @Test
    void an_override_is_listed_alarmed_and_short_lived() {
        // Whatever another test opened has run out by then.
        room.clock.advance(Duration.ofDays(1));
        Instant start = room.clock.instant();
        Caller overriding = AccessCallers.overriding("informed", "found unconscious at home");
        Caller again = AccessCallers.overriding("informed", "second look, same emergency");
        double alarms = alarms();

        assertThat(search(overriding, "objected", "clear").mayShow("Flag", "objected"))
                .isTrue();
        room.clock.advance(Duration.ofMinutes(30));
        assertThat(search(again, "objected").mayShow("Flag", "objected")).isTrue();
        assertThat(alarms()).isEqualTo(alarms + 1);
        room.clock.advance(Duration.ofMinutes(31));
        assertThat(search(again, "objected").mayShow("Flag", "objected")).isTrue();

        assertThat(alarms()).isEqualTo(alarms + 2);
        assertThat(room.bean(BreakGlassReader.class).recent(10))
                .filteredOn(grant -> !grant.grantedAt().isBefore(start))
                .hasSize(2)
                .allSatisfy(grant -> {
                    assertThat(grant.childId()).isEqualTo("objected");
                    assertThat(grant.odsCode()).isEqualTo("RTT");
                    assertThat(grant.expiresAt()).isEqualTo(grant.grantedAt().plus(Duration.ofHours(1)));
                })
                .extracting(BreakGlassGrant::reason)
                .containsExactly("second look, same emergency", "found unconscious at home");
        AuditQuery overridden = new AuditQuery(
                Optional.of("objected"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                true,
                start.minusSeconds(1),
                start.plus(Duration.ofDays(1)),
                Optional.empty(),
                10);
        assertThat(room.bean(AuditReader.class).search(overridden)).hasSize(3);
        assertThat(search(INFORMED, "objected").cleared())
                .as("without a reason nothing is open")
                .isEmpty();
    }

    private static double alarms() {
        return room.bean(MeterRegistry.class)
                .counter("gateway.break.glass", "organisation", "RTT")
                .count();
    }

    private static Answer search(Caller caller, String... children) {
        return Questions.search(gate, caller, children);
    }

    private static void child(String id, int number) {
        NhsNumber nhsNumber = TestRecords.nhsNumber(number);
        room.save(id, Optional.of(nhsNumber), "01", "CV", false);
        room.optOut(nhsNumber, State.NOT_OPTED_OUT, false);
    }
}
