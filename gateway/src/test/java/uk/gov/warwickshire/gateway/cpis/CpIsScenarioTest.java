package uk.gov.warwickshire.gateway.cpis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.gov.warwickshire.gateway.cpis.CpIsReconciliationLine.Standing;
import uk.gov.warwickshire.gateway.delivery.Balance;
import uk.gov.warwickshire.gateway.testing.TestDatabase;
import uk.gov.warwickshire.mappings.cpis.CpIsWithdrawal.Cause;
import uk.gov.warwickshire.mappings.cpis.PlanType;
import uk.gov.warwickshire.mappings.record.Identity;
import uk.gov.warwickshire.mappings.record.VerificationStatus;

/** What happens to a child, the record in the next file, and what CP-IS is known to hold afterwards. */
class CpIsScenarioTest {

    private static final TestDatabase DATABASE = new TestDatabase();
    private CpIsRoom room;

    @BeforeEach
    void start() {
        room = new CpIsRoom(DATABASE);
    }

    @AfterEach
    void stop() {
        assertThat(room.service.faults())
                .as("what CP-IS finds wrong with files")
                .isEmpty();
        assertThat(room.books()).allMatch(Balance::holds);
        room.close();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    /**
     * @param files how many files there are in the end
     * @param held what CP-IS then holds of the child, and is known to hold
     */
    private record Case(String name, Consumer<CpIsRoom> story, int files, Map<String, String> held, Standing standing) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Arguments> cases() {
        return Stream.of(
                        new Case(
                                "a plan starts",
                                room -> arrives(room, child().plan("p1", "2026-10-01", "")),
                                1,
                                Map.of("CPP", "2026-10-01"),
                                Standing.IN_STEP),
                        new Case(
                                "the start of a plan is corrected",
                                room -> {
                                    arrives(room, child().plan("p1", "2026-10-01", ""));
                                    arrives(room, child().plan("p1", "2026-10-05", ""));
                                },
                                2,
                                Map.of("CPP", "2026-10-05"),
                                Standing.IN_STEP),
                        new Case(
                                "a plan ends",
                                room -> {
                                    arrives(room, child().plan("p1", "2026-10-01", ""));
                                    arrives(room, child().plan("p1", "2026-10-01", "2026-11-20"));
                                },
                                2,
                                Map.of("CPP", "2026-10-01 to 2026-11-20"),
                                Standing.IN_STEP),
                        new Case(
                                "an end that lies ahead is sent when it comes",
                                room -> {
                                    arrives(room, child().plan("p1", "2026-10-01", "2026-11-24"));
                                    room.dayPasses();
                                    room.turn();
                                },
                                2,
                                Map.of("CPP", "2026-10-01 to 2026-11-24"),
                                Standing.IN_STEP),
                        new Case(
                                "a plan ends and another begins between two files: one after the other",
                                room -> {
                                    arrives(room, child().plan("p1", "2026-01-01", ""));
                                    arrives(
                                            room,
                                            child().plan("p1", "2026-01-01", "2026-08-01")
                                                    .plan("p2", "2026-11-01", ""));
                                    room.turn();
                                },
                                3,
                                Map.of("CPP", "2026-11-01"),
                                Standing.IN_STEP),
                        new Case(
                                "looked after, and on a plan",
                                room -> arrives(
                                        room,
                                        child().lookedAfter("C2", "2026-02-01", "")
                                                .plan("p1", "2026-10-01", "")),
                                1,
                                Map.of("LAC", "2026-02-01", "CPP", "2026-10-01"),
                                Standing.IN_STEP),
                        new Case(
                                "nothing changes",
                                room -> {
                                    arrives(room, child().plan("p1", "2026-10-01", ""));
                                    arrives(room, child().plan("p1", "2026-10-01", ""));
                                    room.dayPasses();
                                    room.turn();
                                },
                                1,
                                Map.of("CPP", "2026-10-01"),
                                Standing.IN_STEP),
                        new Case(
                                "a name is corrected",
                                room -> {
                                    arrives(room, child().plan("p1", "2026-10-01", ""));
                                    arrives(room, child().surname("Quille").plan("p1", "2026-10-01", ""));
                                },
                                2,
                                Map.of("CPP", "2026-10-01"),
                                Standing.IN_STEP),
                        new Case(
                                "the child turns 18: Spine ends the record by itself, nothing is sent",
                                room -> {
                                    arrives(room, child().born("2008-11-24").plan("p1", "2026-10-01", ""));
                                    room.dayPasses();
                                    room.turn();
                                },
                                1,
                                Map.of("CPP", "2026-10-01"),
                                Standing.IN_STEP),
                        new Case(
                                "a plan that vanishes is neither ended nor removed by itself",
                                room -> {
                                    arrives(room, child().plan("p1", "2026-10-01", ""));
                                    arrives(room, child());
                                },
                                1,
                                Map.of("CPP", "2026-10-01"),
                                Standing.DIFFERING),
                        new Case(
                                "a plan was uploaded in error and is withdrawn, though it still stands in the extract",
                                room -> {
                                    arrives(room, child().plan("p1", "2026-10-01", ""));
                                    withdraw(room);
                                    room.turn();
                                },
                                2,
                                Map.of(),
                                Standing.IN_STEP),
                        new Case(
                                "a withdrawal is revoked",
                                room -> {
                                    arrives(room, child().plan("p1", "2026-10-01", ""));
                                    withdraw(room);
                                    room.bean(CpIsActions.class)
                                            .revokeWithdrawal(
                                                    held(room, false), "an engineer", "it was right after all");
                                    room.turn();
                                    room.turn();
                                },
                                3,
                                Map.of("CPP", "2026-10-01"),
                                Standing.IN_STEP),
                        new Case(
                                "the end of an earlier plan is corrected: the current one has the last word",
                                room -> {
                                    arrives(
                                            room,
                                            child().plan("p1", "2026-01-01", "2026-08-01")
                                                    .plan("p2", "2026-11-01", ""));
                                    room.turn();
                                    arrives(
                                            room,
                                            child().plan("p1", "2026-01-01", "2026-08-02")
                                                    .plan("p2", "2026-11-01", ""));
                                    room.turn();
                                },
                                4,
                                Map.of("CPP", "2026-11-01"),
                                Standing.IN_STEP),
                        new Case(
                                "a child without a verified number waits until it has one",
                                room -> {
                                    arrives(room, child().identity(unverified()).plan("p1", "2026-10-01", ""));
                                    assertThat(room.line("c1").standing()).isEqualTo(Standing.FAILING);
                                    assertThat(room.alarms()).contains(CpIsAlarm.Kind.CANNOT_BE_SENT);
                                    arrives(room, child().plan("p1", "2026-10-01", ""));
                                },
                                1,
                                Map.of("CPP", "2026-10-01"),
                                Standing.IN_STEP))
                .map(Arguments::of);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theNextFileSaysWhatHappened(Case told) {
        told.story().accept(room);

        assertThat(room.service.received()).hasSize(told.files());
        assertThat(atCpIs("c1", 1)).isEqualTo(told.held());
        assertThat(room.line("c1").standing()).isEqualTo(told.standing());
        assertThat(room.bean(CpIsFiles.class).latest(10)).allMatch(file -> file.state() == CpIsFileState.ACKNOWLEDGED);
    }

    @Test
    void thePlanOfAnUnbornChildIsHeldAgainstTheMotherAndPassesWithTheBirth() {
        arrives(room, child().expected("2027-01-15").motherOf(7).plan("p1", "2026-11-01", ""));
        assertThat(atCpIs("m7", 7)).isEqualTo(Map.of("UCP", "2026-11-01"));
        assertThat(room.line("m7").standing()).isEqualTo(Standing.IN_STEP);

        room.clock.advance(Duration.ofDays(50));
        arrives(room, child().born("2027-01-10").motherOf(7).plan("p1", "2026-11-01", ""));

        assertThat(atCpIs("m7", 7)).isEqualTo(Map.of("UCP", "2026-11-01 to 2027-01-10"));
        assertThat(atCpIs("c1", 1)).isEqualTo(Map.of("CPP", "2027-01-10"));
    }

    @Test
    void anOptOutARestrictionAndAnObjectionMakeNoDifferenceAndStandInTheLedger() {
        Identity restricted = new Identity(TestChildren.verified(31).nhsNumber(), VerificationStatus.VERIFIED, true);

        arrives(room, TestChildren.child(31).identity(restricted).plan("p1", "2026-10-01", ""));

        assertThat(atCpIs("c31", 31)).isEqualTo(Map.of("CPP", "2026-10-01"));
        assertThat(DATABASE.jdbc()
                        .queryForList(
                                "select outcome || ' ' || headline || ' ' || opt_out_state || ' ' || restricted"
                                        + " from disclosure_ledger where destination = 'cp-is' and child_id = 'c31'",
                                String.class))
                .containsExactly("SENT STATUTORY_DUTY OPTED_OUT true");
    }

    @Test
    void twoPeopleWithOneNumberAreSentForNeither() {
        room.arrive(
                child().plan("p1", "2026-10-01", "").record(),
                TestChildren.child(2)
                        .identity(TestChildren.verified(1))
                        .plan("p2", "2026-10-01", "")
                        .record());
        room.turn();

        assertThat(room.service.received()).isEmpty();
        assertThat(room.bean(CpIsWorkQueue.class).all())
                .extracting(CpIsWorkItem::kind)
                .containsExactly(CpIsWorkItem.Kind.NUMBER_CONFLICT, CpIsWorkItem.Kind.NUMBER_CONFLICT);
    }

    @Test
    void whenTheOtherPersonsNumberIsCorrectedTheOneWhoWaitedForItIsSent() {
        room.arrive(
                child().plan("p1", "2026-10-01", "").record(),
                TestChildren.child(2)
                        .identity(TestChildren.verified(1))
                        .plan("p2", "2026-10-01", "")
                        .record());
        room.turn();
        assertThat(room.line("c1").standing()).isEqualTo(Standing.FAILING);

        // Nothing of the first child changes.
        arrives(room, TestChildren.child(2).plan("p2", "2026-10-01", ""));
        room.bean(DailyEvaluation.class).run();
        room.turn();

        assertThat(atCpIs("c1", 1)).isEqualTo(Map.of("CPP", "2026-10-01"));
        assertThat(room.line("c1").standing()).isEqualTo(Standing.IN_STEP);
        assertThat(room.line("c2").standing()).isEqualTo(Standing.IN_STEP);
    }

    @Test
    void whatStandsUnderAWrongNumberIsWithdrawnThereAndThePlanGoesOnUnderTheRightOne() {
        arrives(room, child().identity(TestChildren.verified(4)).plan("p1", "2026-10-01", ""));
        arrives(room, child().plan("p1", "2026-10-01", ""));
        assertThat(room.line("c1").standing()).as("someone else is shown").isEqualTo(Standing.DIFFERING);
        assertThat(room.bean(CpIsWorkQueue.class).all()).singleElement().satisfies(item -> {
            assertThat(item.kind()).isEqualTo(CpIsWorkItem.Kind.UNEXPLAINED);
            assertThat(item.meaning()).contains("no longer the person's");
        });

        room.bean(CpIsActions.class)
                .withdraw(held(room, true), Cause.UPLOADED_IN_ERROR, "an engineer", "the number was another child's");
        room.turn();

        assertThat(room.service.loaded().get(TestChildren.number(4).digits())).isEmpty();
        assertThat(room.service.loaded().get(TestChildren.number(1).digits())).containsKey("CPP");
        assertThat(room.line("c1").standing()).isEqualTo(Standing.IN_STEP);
        assertThat(room.line("c1").desired()).containsExactly("CPP 2026-10-01");
        assertThat(room.bean(CpIsWorkQueue.class).all()).isEmpty();
        assertThatThrownBy(() -> withdrawFormer("once more")).hasMessageContaining("already");
    }

    private void withdrawFormer(String why) {
        room.bean(CpIsActions.class).withdraw(held(room, true), Cause.UPLOADED_IN_ERROR, "an engineer", why);
    }

    @Test
    void aPlanOfAChildWhoCannotBeSentIsNobodysToTakeAway() {
        arrives(room, child().plan("p1", "2026-10-01", ""));
        arrives(room, child().identity(unverified()).plan("p1", "2026-10-01", ""));

        assertThat(room.bean(CpIsWorkQueue.class).all())
                .extracting(CpIsWorkItem::kind)
                .containsExactly(CpIsWorkItem.Kind.CANNOT_BE_SENT);
    }

    private Map<String, String> atCpIs(String person, int number) {
        Map<String, String> loaded = new TreeMap<>();
        room.service
                .loaded()
                .getOrDefault(TestChildren.number(number).digits(), Map.of())
                .forEach((type, plan) -> loaded.put(
                        type, plan.start() + plan.end().map(end -> " to " + end).orElse("")));
        Map<String, String> known = new TreeMap<>();
        List<String> acknowledged = room.line(person).acknowledged();
        acknowledged.stream()
                .filter(plan -> !plan.contains("deleted"))
                .forEach(plan -> known.put(plan.substring(0, 3), plan.substring(4)));
        assertThat(known).as("the acknowledged state follows").isEqualTo(loaded);
        return loaded;
    }

    private static void arrives(CpIsRoom room, TestChildren child) {
        room.arrive(child.record());
        room.turn();
    }

    private static void withdraw(CpIsRoom room) {
        room.bean(CpIsActions.class)
                .withdraw(held(room, false), Cause.UPLOADED_IN_ERROR, "an engineer", "the plan was another child's");
        room.turn();
    }

    private static CpIsHeldPlan held(CpIsRoom room, boolean formerNumber) {
        return room.bean(CpIsHeldPlans.class).find("c1", PlanType.CPP, "p1", formerNumber);
    }

    private static Identity unverified() {
        return new Identity(Optional.of(TestChildren.number(1)), VerificationStatus.NOT_TRACED, false);
    }

    private static TestChildren child() {
        return TestChildren.child(1);
    }
}
