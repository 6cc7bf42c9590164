package uk.gov.warwickshire.gateway.cpis;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.warwickshire.gateway.cpis.ScenarioSteps.arrives;
import static uk.gov.warwickshire.gateway.cpis.ScenarioSteps.atCpIs;
import static uk.gov.warwickshire.gateway.cpis.ScenarioSteps.child;
import static uk.gov.warwickshire.gateway.cpis.ScenarioSteps.held;
import static uk.gov.warwickshire.gateway.cpis.ScenarioSteps.unverified;

import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.gov.warwickshire.gateway.cpis.CpIsReconciliationLine.Standing;
import uk.gov.warwickshire.mappings.cpis.CpIsWithdrawal.Cause;

/** What happens to a child, the record in the next file, and what CP-IS is known to hold afterwards. */
class CpIsScenarioTest extends SoundRoomFixture {

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
        assertThat(atCpIs(room, "c1", 1)).isEqualTo(told.held());
        assertThat(room.line("c1").standing()).isEqualTo(told.standing());
        assertThat(room.bean(CpIsFiles.class).latest(10)).allMatch(file -> file.state() == CpIsFileState.ACKNOWLEDGED);
    }

    private static void withdraw(CpIsRoom room) {
        room.bean(CpIsActions.class)
                .withdraw(held(room, false), Cause.UPLOADED_IN_ERROR, "an engineer", "the plan was another child's");
        room.turn();
    }
}
