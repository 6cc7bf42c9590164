package uk.gov.warwickshire.gateway.rights.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.gov.warwickshire.gateway.rights.disposal.Disposals;
import uk.gov.warwickshire.gateway.rights.hold.HoldScope;
import uk.gov.warwickshire.gateway.rights.hold.LegalHolds;
import uk.gov.warwickshire.gateway.rights.hold.NewHold;
import uk.gov.warwickshire.gateway.rights.request.Capacity;
import uk.gov.warwickshire.gateway.rights.request.Ground;
import uk.gov.warwickshire.gateway.rights.request.NewRequest;
import uk.gov.warwickshire.gateway.rights.request.RequestKind;
import uk.gov.warwickshire.gateway.rights.request.RequestState;
import uk.gov.warwickshire.gateway.rights.request.RightsRequests;

/** What was granted and cannot be carried out does not stay open for ever. */
class WayOutTest {

    private static final LocalDate RECEIVED = LocalDate.of(2026, 11, 20);

    @TempDir
    static Path folder;

    private static RightsRoom room;
    private static RightsRequests requests;
    private static Erasures erasures;

    @BeforeAll
    static void start() {
        room = new RightsRoom(folder);
        requests = room.bean(RightsRequests.class);
        erasures = room.bean(Erasures.class);
    }

    @AfterAll
    static void stop() {
        room.close();
    }

    @Test
    void an_erasure_that_the_second_person_does_not_approve_is_refused_and_a_disposal_is_free_again() {
        room.dueChild("c1", "9990000018");
        UUID id = granted(RequestKind.ERASURE, "c1");
        erasures.refuse(erasureOf(id).id(), "A complaint is expected.", "second person");
        assertThat(state(id)).isEqualTo(RequestState.GRANTED);
        assertThat(due("c1")).isFalse();

        requests.decide(id, Ground.LEGAL_OBLIGATION, "A complaint is expected.", "officer");

        assertThat(state(id)).isEqualTo(RequestState.REFUSED);
        assertThat(requests.find(id).orElseThrow().finishedAt()).isPresent();
        assertThat(requests.log(id)).extracting(event -> event.what()).contains("granted", "refused");
        assertThat(due("c1")).isTrue();
    }

    @Test
    void an_erasure_that_was_stopped_is_asked_for_again_once_nothing_stands_against_it() {
        room.dueChild("c2", "9990000026");
        UUID id = granted(RequestKind.ERASURE, "c2");
        UUID first = erasureOf(id).id();
        erasures.approve(first, "second person");
        assertThatThrownBy(() -> requests.withdraw(id, "by telephone", "officer"))
                .hasMessageContaining("under way");
        UUID hold = room.bean(LegalHolds.class)
                .save(
                        new NewHold(
                                "Inquiry",
                                "Inquiries Act 2005",
                                "Evidence",
                                List.of(HoldScope.of(HoldScope.Kind.CHILD, "c2"))),
                        "x");
        room.bean(ErasureSteps.class).advance();
        assertThat(erasureOf(id).state()).isEqualTo(ErasureState.STOPPED);
        assertThat(room.beans(ErasureFulfilment.class)
                        .get(0)
                        .proof(requests.find(id).orElseThrow())
                        .orElseThrow()
                        .inWords())
                .contains(Obstacle.LEGAL_HOLD.words());

        assertThatThrownBy(() -> requests.decide(id, Ground.ENTITLED, "the inquiry is over", "officer"))
                .hasMessageContaining(Obstacle.LEGAL_HOLD.words());
        room.bean(LegalHolds.class).release(hold, "It has reported.", "x");
        room.clock.advance(Duration.ofMinutes(1));
        requests.decide(id, Ground.ENTITLED, "the inquiry is over", "officer");

        assertThat(erasureOf(id).state()).isEqualTo(ErasureState.ASKED);
        assertThat(erasureOf(id).id()).isNotEqualTo(first);
        assertThatThrownBy(() -> requests.decide(id, Ground.ENTITLED, "twice", "officer"))
                .hasMessageContaining("already");

        requests.withdraw(id, "she wants to keep it", "officer");
        assertThat(state(id)).isEqualTo(RequestState.WITHDRAWN);
        assertThat(erasureOf(id).state()).as("what waited goes with it").isEqualTo(ErasureState.REFUSED);
    }

    @Test
    void a_pack_of_a_request_that_is_taken_back_is_destroyed() {
        room.dueChild("c3", "9990000034");
        UUID id = granted(RequestKind.SUBJECT_ACCESS, "c3");
        room.jdbc.update("""
                with pack as (
                    insert into rights_pack (request_id, child_id, prepared_at, prepared_by, sections, bundle)
                    values (?, 'c3', now(), 'officer', '[]', 'the record') returning request_id)
                insert into rights_pack_item (request_id, number, reference, element, heading, label, value, reason)
                select request_id, 1, 'r', 'e', 'h', 'l', 'v', 'FREE_TEXT' from pack
                """, id);

        requests.withdraw(id, "by letter", "officer");

        assertThat(room.count("select count(*) from rights_pack")).isZero();
        assertThat(room.count("select count(*) from rights_pack_item")).isZero();
    }

    @Test
    void what_is_in_force_is_lifted_and_not_undone() {
        room.dueChild("c4", "9990000042");
        UUID id = granted(RequestKind.RESTRICTION, "c4");

        assertThatThrownBy(() -> requests.decide(id, Ground.LEGAL_OBLIGATION, "x", "officer"))
                .hasMessageContaining("lift it");
        assertThatThrownBy(() -> requests.withdraw(id, "x", "officer")).hasMessageContaining("lift it");
        assertThatThrownBy(() -> requests.decide(id, Ground.ENTITLED, "twice", "officer"))
                .hasMessageContaining("lift it");
        requests.lift(id, "the reason is gone", "officer");
        assertThat(state(id)).isEqualTo(RequestState.LIFTED);
    }

    @Test
    void an_extension_outlives_the_confirmation() {
        room.dueChild("c5", "9990000050");
        UUID id = requests.add(entered(RequestKind.RECTIFICATION, "c5"), "clerk");
        requests.extend(id, "four case files", "officer");
        assertThat(requests.find(id).orElseThrow().dueOn()).isEqualTo("2027-02-22");

        requests.confirm(id, "passport", Optional.of(LocalDate.of(2026, 11, 24)), "officer");

        assertThat(requests.find(id).orElseThrow().dueOn())
                .as("three months from the day the evidence came")
                .isEqualTo("2027-02-24");
    }

    private static UUID granted(RequestKind kind, String child) {
        UUID id = requests.add(entered(kind, child), "clerk");
        requests.confirm(id, "passport", Optional.empty(), "officer");
        requests.decide(id, Ground.ENTITLED, "as she asks", "officer");
        return id;
    }

    private static NewRequest entered(RequestKind kind, String child) {
        return new NewRequest(
                kind,
                child,
                RECEIVED,
                "Eve Marrow",
                Capacity.PARENTAL_RESPONSIBILITY,
                "1 Example Road",
                Optional.empty(),
                "please");
    }

    private static RequestState state(UUID id) {
        return requests.find(id).orElseThrow().state();
    }

    private static Erasure erasureOf(UUID request) {
        return erasures.ofRequest(request).orElseThrow();
    }

    private static boolean due(String child) {
        return room.bean(Disposals.class).preview(100).first().stream()
                .anyMatch(one -> one.childId().equals(child));
    }
}
