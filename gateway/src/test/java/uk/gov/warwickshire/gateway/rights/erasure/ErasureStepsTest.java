package uk.gov.warwickshire.gateway.rights.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.gov.warwickshire.gateway.common.ErasedPersons;
import uk.gov.warwickshire.gateway.common.PersonalTraces;
import uk.gov.warwickshire.gateway.rights.disposal.DisposalRunner;
import uk.gov.warwickshire.gateway.rights.disposal.Disposals;
import uk.gov.warwickshire.gateway.rights.hold.HoldScope;
import uk.gov.warwickshire.gateway.rights.hold.LegalHolds;
import uk.gov.warwickshire.gateway.rights.hold.NewHold;

/** An erasure step by step, with what stops it, what fails in it, and what is left of the person afterwards. */
class ErasureStepsTest {

    @TempDir
    static Path folder;

    private static RightsRoom room;
    private static Erasures erasures;
    private static ErasureSteps steps;

    @BeforeAll
    static void start() {
        room = new RightsRoom(folder);
        erasures = room.bean(Erasures.class);
        steps = room.bean(ErasureSteps.class);
    }

    @AfterAll
    static void stop() {
        room.close();
    }

    @Test
    void nothing_of_the_person_is_left_but_the_pseudonymised_proof() throws IOException {
        room.dueChild("child-quackenbush", "9990000018");
        room.copyAt("icr.x", "child-quackenbush");
        Path done = Files.createDirectories(folder.resolve("inbox/identity/done"));
        Files.writeString(done.resolve("theirs.csv"), "child_id,nhs_number\nchild-quackenbush,9990000018\n");
        Files.writeString(done.resolve("another.csv"), "child_id,nhs_number\nchild-quackenbush-2,9990000026\n");
        UUID id = approved("child-quackenbush");

        steps.advance();
        steps.advance();
        assertThat(state(id)).as("no acknowledgement yet").isEqualTo(ErasureState.WITHDRAWING);
        assertThat(room.count("select count(*) from resource where child_id = 'child-quackenbush'"))
                .as("nothing is destroyed before the recipients confirm")
                .isOne();
        room.acknowledge("child-quackenbush");
        advanceTo(id, ErasureState.DONE);

        assertThat(DatabaseSearch.of(room.jdbc, "child-quackenbush", "9990000018"))
                .as("places where the person still stands")
                .isEmpty();
        assertThat(Files.exists(done.resolve("theirs.csv"))).isFalse();
        assertThat(Files.exists(done.resolve("another.csv"))).isTrue();
        Erasure erasure = erasures.find(id).orElseThrow();
        assertThat(room.count("select count(*) from disclosure_ledger where child_id = ?", erasure.pseudonym()))
                .isOne();
        assertThat(room.count("select count(*) from audit_event where child_id = ?", erasure.pseudonym()))
                .isOne();
        assertThat(erasure.certificate().orElseThrow())
                .contains("disclosure_ledger", "\"place\" : \"resource\"", "icr.x", "second person")
                .doesNotContain("child-quackenbush", "9990000018");
    }

    @Test
    void the_erased_do_not_come_back_and_only_the_key_tells_who_they_were() {
        room.dueChild("tomb", "9990000034");
        UUID id = approved("tomb");
        advanceTo(id, ErasureState.DONE);
        ErasedPersons erased = room.bean(Tombstones.class);

        assertThat(erased.children(List.of("tomb", "other"))).containsOnlyKeys("tomb");
        assertThat(erased.numbers(List.of("9990000034", "9990000042"))).containsOnlyKeys("9990000034");
        erased.returned(List.of("tomb"));
        assertThat(erased.children(List.of("tomb"))).containsValue(ErasedPersons.Standing.RETURNED);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
    void a_crash_in_any_room_leaves_nothing_half_done_and_the_run_resumes(int failing) {
        String child = "crash-" + failing;
        room.dueChild(child, "99911100" + (10 + failing));
        UUID id = approved(child);
        steps.advance();
        room.acknowledge(child);
        Map<String, Long> before = rowsOf(child);

        assertThatThrownBy(() -> room.bean(org.springframework.transaction.support.TransactionTemplate.class)
                        .executeWithoutResult(
                                status -> new Erasing(room.jdbc, failingAt(failing), room.bean(ErasureTable.class))
                                        .erase(
                                                id,
                                                room.bean(uk.gov.warwickshire.gateway.store.ErasureGuard.class)
                                                        .person(
                                                                child,
                                                                erasures.find(id)
                                                                        .orElseThrow()
                                                                        .pseudonym()))))
                .hasMessage("pulled the plug");

        assertThat(rowsOf(child)).isEqualTo(before);
        assertThat(erasures.find(id).orElseThrow().certificate()).isEmpty();
        advanceTo(id, ErasureState.DONE);
        assertThat(DatabaseSearch.of(room.jdbc, child)).isEmpty();
    }

    @Test
    void a_hold_that_is_saved_while_recipients_are_asked_stops_everything_and_the_record_stands_as_before() {
        room.dueChild("held", "9990000050");
        room.copyAt("icr.x", "held");
        UUID id = approved("held");
        steps.advance();
        hold("Inquiry into the north", HoldScope.of(HoldScope.Kind.CHILD, "held"));
        room.acknowledge("held");
        steps.advance();

        assertThat(state(id)).isEqualTo(ErasureState.STOPPED);
        assertThat(room.count("select count(*) from child where child_id = 'held' and not restricted"))
                .isOne();
        assertThat(room.bean(Tombstones.class).children(List.of("held"))).isEmpty();
        assertThatThrownBy(() -> erasures.ask("held", Optional.empty(), "again", "first person"))
                .hasMessageContaining(Obstacle.LEGAL_HOLD.words());
    }

    @Test
    void whoever_asks_cannot_approve() {
        room.dueChild("alone", "9990000069");
        UUID id = erasures.ask("alone", Optional.empty(), "why", "first person");

        assertThatThrownBy(() -> erasures.approve(id, "first person")).hasMessageContaining("another person");
    }

    @Test
    void the_ledger_and_the_audit_stay_closed_to_everything_but_an_erasure_under_way() {
        room.dueChild("closed", "9990000077");

        assertThatThrownBy(() -> room.jdbc.update(
                        "update disclosure_ledger set child_id = 'erased-x' where child_id = 'closed'"))
                .hasStackTraceContaining("append-only");
        assertThatThrownBy(() -> room.jdbc.update("delete from audit_event where child_id = 'closed'"))
                .hasStackTraceContaining("append-only");
        UUID id = approved("closed");
        steps.advance();
        assertThatThrownBy(() -> room.bean(org.springframework.transaction.support.TransactionTemplate.class)
                        .executeWithoutResult(status -> {
                            room.jdbc.queryForList(
                                    "select set_config('gateway.erasure_id', ?, true)", String.class, id.toString());
                            room.jdbc.update(
                                    "update disclosure_ledger set outcome = 'WITHHELD' where child_id = 'closed'");
                        }))
                .hasStackTraceContaining("append-only");
    }

    @Test
    void a_disposal_leaves_out_the_child_that_a_hold_covers_meanwhile() {
        room.dueChild("run-1", "9990000085");
        room.dueChild("run-2", "9990000093");
        Disposals disposals = room.bean(Disposals.class);
        UUID run = disposals.ask("first person");
        assertThatThrownBy(() -> disposals.approve(run, "first person")).hasMessageContaining("another person");
        disposals.approve(run, "second person");
        hold("Late hold", HoldScope.of(HoldScope.Kind.FAMILY, "f-run-2"));
        DisposalRunner runner = room.bean(DisposalRunner.class);
        for (int i = 0; i < 20; i++) {
            runner.advance();
            steps.advance();
        }

        assertThat(disposals.find(run).orElseThrow().state()).isEqualTo("DONE");
        assertThat(room.count("select count(*) from child where child_id = 'run-1'"))
                .isZero();
        assertThat(room.count("select count(*) from child where child_id = 'run-2'"))
                .isOne();
        assertThat(disposals.items(run, 100))
                .filteredOn(item -> item.childId().equals("run-2"))
                .singleElement()
                .satisfies(item -> assertThat(item.reason().orElseThrow()).contains(Obstacle.LEGAL_HOLD.words()));
        assertThat(DatabaseSearch.of(room.jdbc, "run-1")).isEmpty();
    }

    private static List<PersonalTraces> failingAt(int index) {
        List<PersonalTraces> rooms = new java.util.ArrayList<>(room.rooms());
        assertThat(rooms).as("each of them fails once").hasSize(12);
        PersonalTraces real = rooms.get(index);
        rooms.set(index, new PersonalTraces() {
            @Override
            public String room() {
                return real.room();
            }

            @Override
            public List<Removed> erase(uk.gov.warwickshire.gateway.common.ErasedPerson person) {
                real.erase(person);
                throw new IllegalStateException("pulled the plug");
            }
        });
        return rooms;
    }

    private static Map<String, Long> rowsOf(String child) {
        Map<String, Long> rows = new TreeMap<>();
        DatabaseSearch.of(room.jdbc, child).forEach(place -> rows.merge(place, 1L, Long::sum));
        return rows;
    }

    private static UUID approved(String child) {
        UUID id = erasures.ask(child, Optional.empty(), "The period is over.", "first person");
        erasures.approve(id, "second person");
        return id;
    }

    private static void advanceTo(UUID id, ErasureState wanted) {
        for (int i = 0; i < 50 && state(id) != wanted; i++) {
            steps.advance();
            room.jdbc.update("update delivery set state = 'ACKNOWLEDGED', finished_at = now() where state = 'PENDING'");
        }
        assertThat(state(id)).isEqualTo(wanted);
    }

    private static ErasureState state(UUID id) {
        return erasures.find(id).orElseThrow().state();
    }

    private static void hold(String name, HoldScope scope) {
        room.bean(LegalHolds.class)
                .save(new NewHold(name, "Inquiries Act 2005", "Evidence", List.of(scope)), "first person");
    }
}
