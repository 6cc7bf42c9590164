package uk.gov.warwickshire.gateway.rights.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.warwickshire.gateway.common.ErasedPersons.Standing;
import uk.gov.warwickshire.gateway.rights.erasure.ErasureRegister.Done;
import uk.gov.warwickshire.gateway.rights.hold.HoldScope;
import uk.gov.warwickshire.gateway.rights.hold.LegalHolds;
import uk.gov.warwickshire.gateway.rights.hold.NewHold;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/** Where an erased person could have stayed, or come back from. */
class ErasureLeavesNothingTest {

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
    void what_stands_under_a_number_the_child_had_before_goes_too() {
        room.dueChild("renumbered", "9990000107");
        room.jdbc.update(
                """
                insert into resource_history (child_id, type, id, version, last_updated, category, content, superseded_at)
                values ('renumbered', 'Patient', 'p-of-before', 1, now(), 'demographics', ?, now())
                """,
                "{\"identifier\":[{\"system\":\"https://fhir.nhs.uk/Id/nhs-number\",\"value\":\"9990000115\"}]}"
                        .getBytes(StandardCharsets.UTF_8));
        room.jdbc.update("insert into opt_out_status values ('9990000115', 'OPTED_OUT', now(), 1)");
        room.jdbc.update("""
                insert into audit_event (child_id, id, recorded_at, kind, interaction, source, result, resources, query, decision_ids)
                values ('', gen_random_uuid(), now(), 'READ', 'search', 'api', 'OK', '{}', 'identifier=9990000115', '{}'),
                       ('', gen_random_uuid(), now(), 'READ', 'read', 'api', 'OK', '{}', 'Patient/p-of-before', '{}')
                """);

        finish(approved("renumbered"));

        assertThat(DatabaseSearch.of(room.jdbc, "renumbered", "9990000107", "9990000115", "p-of-before"))
                .isEmpty();
        assertThat(room.bean(Tombstones.class).numbers(List.of("9990000115")))
                .as("choices about the former number do not come back either")
                .containsKey("9990000115");
    }

    @Test
    void no_certificate_before_every_index_of_messages_has_taken_the_pseudonym_over() {
        room.dueChild("indexed", "9990000123");
        room.jdbc.update("""
                insert into delivery (child_id, destination, id, kind, state, cause, due_on, created_at, next_attempt_at)
                values ('indexed', 'icr.y', gen_random_uuid(), 'UPDATE', 'WITHHELD', 'batch', '2020-01-01', now(), now())
                """);
        room.jdbc.update("insert into message_position values ('messages-of-a-replica', 0, 0, now())");
        UUID id = approved("indexed");
        for (int i = 0; i < 10; i++) {
            steps.advance();
        }

        assertThat(state(id)).isEqualTo(ErasureState.ERASED);
        assertThat(room.count("""
                        select count(*) from message_change c join delivery d on d.id = c.id
                         where d.child_id = ?
                           and c.tx = (select max(tx) from message_change)
                        """, erasures.find(id).orElseThrow().pseudonym()))
                .as("the index is told of the delivery that changed its child")
                .isPositive();

        room.jdbc.update("update message_position set tx = 9000000000");
        finish(id);
        room.jdbc.update("delete from message_position");
    }

    @Test
    void words_of_officers_and_lines_of_released_holds_do_not_name_the_child() {
        room.dueChild("named-4711", "9990000131");
        room.jdbc.update("update retention_child set families = '{F:family-77}' where child_id = 'named-4711'");
        LegalHolds holds = room.bean(LegalHolds.class);
        UUID hold = holds.save(
                new NewHold(
                        "About named-4711",
                        "Litigation",
                        "Claim of named-4711.",
                        List.of(
                                HoldScope.of(HoldScope.Kind.FAMILY, "named-4711"),
                                HoldScope.of(HoldScope.Kind.CHILD, "named-4711"))),
                "officer");
        holds.release(hold, "named-4711 has settled", "officer");
        room.jdbc.update("""
                insert into message_bulk (id, act, state, asked_by, asked_at, why, via, criteria, needs_second)
                values (gen_random_uuid(), 'RETRY', 'DONE', 'x', now(), 'why', 'console', 'state DEAD, child named-4711', false)
                """);
        UUID id = erasures.ask("named-4711", Optional.empty(), "The father of named-4711 asks.", "first person");
        erasures.approve(id, "second person");

        finish(id);

        assertThat(DatabaseSearch.of(room.jdbc, "named-4711")).isEmpty();
        assertThat(erasures.find(id).orElseThrow().certificate().orElseThrow())
                .contains("The father of [erased] asks.");
        assertThat(holds.find(hold).orElseThrow().name()).isEqualTo("About [erased]");
    }

    @Test
    void what_was_asked_before_a_tombstone_is_laid_is_written_before_it() throws Exception {
        room.dueChild("raced", "9990000158");
        UUID id = approved("raced");
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch write = new CountDownLatch(1);
        CompletableFuture<Map<String, Standing>> intake = CompletableFuture.supplyAsync(
                () -> room.bean(TransactionTemplate.class).execute(status -> {
                    Map<String, Standing> answer = room.bean(Tombstones.class).children(List.of("raced"));
                    asked.countDown();
                    await(write);
                    room.jdbc.update("update child set restricted = false where child_id = 'raced'");
                    return answer;
                }));
        await(asked);
        CompletableFuture<Void> erasure = CompletableFuture.runAsync(steps::advance);
        Thread.sleep(300);

        assertThat(erasure).as("waits for what rests on the answer").isNotDone();
        write.countDown();
        assertThat(intake.get(20, TimeUnit.SECONDS)).isEmpty();
        erasure.get(20, TimeUnit.SECONDS);

        assertThat(state(id)).isEqualTo(ErasureState.WITHDRAWING);
        assertThat(room.count("select count(*) from child where child_id = 'raced' and restricted"))
                .as("shut, whatever was written before")
                .isOne();
        assertThat(room.bean(Tombstones.class).children(List.of("raced"))).containsKey("raced");
        finish(id);
    }

    @Test
    void who_was_erased_before_stays_so_when_a_second_erasure_is_stopped() {
        room.dueChild("returned", "9990000166");
        finish(approved("returned"));
        Tombstones tombstones = room.bean(Tombstones.class);
        tombstones.returned(List.of("returned"));
        room.dueChild("returned", "9990000166");
        UUID second = approved("returned");
        steps.advance();
        assertThat(tombstones.children(List.of("returned"))).containsValue(Standing.ERASED);

        room.bean(LegalHolds.class)
                .save(
                        new NewHold(
                                "Second thoughts",
                                "Inquiries Act 2005",
                                "Evidence",
                                List.of(HoldScope.of(HoldScope.Kind.CHILD, "returned"))),
                        "officer");
        steps.advance();

        assertThat(state(second)).isEqualTo(ErasureState.STOPPED);
        assertThat(tombstones.children(List.of("returned"))).containsValue(Standing.RETURNED);
        assertThat(tombstones.numbers(List.of("9990000166"))).containsValue(Standing.RETURNED);
    }

    @Test
    void with_another_key_those_erased_before_are_known_by_the_former_one() {
        room.dueChild("rotated", "9990000174");
        UUID id = approved("rotated");
        finish(id);
        Pseudonyms rotated = new Pseudonyms(settings(Map.of(
                "gateway.rights.pseudonym-key",
                "another key, made when the first one was seen",
                "gateway.rights.former-pseudonym-keys[0]",
                RightsRoom.KEY)));
        Pseudonyms forgetful = new Pseudonyms(
                settings(Map.of("gateway.rights.pseudonym-key", "another key, made when the first one was seen")));

        assertThat(new Tombstones(room.jdbc, rotated, room.clock).children(List.of("rotated", "other")))
                .containsOnlyKeys("rotated");
        assertThat(rotated.allOfChild("rotated"))
                .contains(erasures.find(id).orElseThrow().pseudonym());
        assertThat(new Tombstones(room.jdbc, forgetful, room.clock).children(List.of("rotated")))
                .isEmpty();
        assertThat(erasures.ofErased("rotated")).extracting(Erasure::id).containsExactly(id);
    }

    @Test
    void what_a_backup_brings_back_is_erased_again() {
        room.dueChild("restored", "9990000182");
        room.dueChild("left-out", "9990000190");
        finish(approved("restored"));
        finish(approved("left-out"));
        ErasureRegister register = room.bean(ErasureRegister.class);
        List<Done> kept = register.done();
        // The database of before: one of them is held again, of the other nothing was held then either.
        List<String> pseudonyms = List.of(
                room.bean(Pseudonyms.class).ofChild("restored"),
                room.bean(Pseudonyms.class).ofChild("left-out"));
        pseudonyms.forEach(pseudonym -> {
            room.jdbc.update(
                    "delete from erasure_tombstone where erasure_id in (select id from erasure where pseudonym = ?)",
                    pseudonym);
            room.jdbc.update("delete from erasure where pseudonym = ?", pseudonym);
        });
        room.dueChild("restored", "9990000182");
        room.copyAt("icr.x", "restored");

        ErasureRegister.Repeated repeated = register.again(kept);

        assertThat(repeated.begun()).isOne();
        assertThat(repeated.tombstonesLaid()).isOne();
        assertThat(repeated.waiting()).isEmpty();
        assertThat(repeated.known()).isEqualTo(kept.size() - 2);
        steps.advance();
        room.acknowledge("restored");
        finish(erasures.latest(1).get(0).id());
        assertThat(DatabaseSearch.of(room.jdbc, "restored", "9990000182")).isEmpty();
        assertThat(room.bean(Tombstones.class).children(List.of("restored", "left-out")))
                .containsOnlyKeys("restored", "left-out");
        assertThat(register.again(kept).begun()).as("once").isZero();
    }

    private static GatewaySettings settings(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bind("gateway", GatewaySettings.class)
                .get();
    }

    private static UUID approved(String child) {
        UUID id = erasures.ask(child, Optional.empty(), "The period is over.", "first person");
        erasures.approve(id, "second person");
        return id;
    }

    private static void finish(UUID id) {
        for (int i = 0; i < 50 && state(id) != ErasureState.DONE; i++) {
            steps.advance();
        }
        assertThat(state(id)).isEqualTo(ErasureState.DONE);
    }

    private static ErasureState state(UUID id) {
        return erasures.find(id).orElseThrow().state();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
