package uk.gov.warwickshire.gateway.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.gov.warwickshire.gateway.api.access.AnswerRecords.Asking;
import uk.gov.warwickshire.gateway.api.access.AnswerRecords.Recorded;
import uk.gov.warwickshire.gateway.audit.AuditEntry;
import uk.gov.warwickshire.gateway.audit.AuditReader;
import uk.gov.warwickshire.gateway.audit.AuditUnavailableException;
import uk.gov.warwickshire.gateway.common.Gathering;
import uk.gov.warwickshire.gateway.common.StoreFaults;
import uk.gov.warwickshire.gateway.common.security.Caller;
import uk.gov.warwickshire.gateway.disclosure.Choice;
import uk.gov.warwickshire.gateway.optout.OptOutStatus.State;
import uk.gov.warwickshire.gateway.store.TestRecords;
import uk.gov.warwickshire.mappings.fhir.Category;

/** Questions of several partners, decided and recorded in one transaction. */
class AnswerDeskTest {

    private static final String UNWRITABLE = "Flag?patient=unwritable";

    private static AccessRoom room;
    private static AnswerDesk desk;

    @BeforeAll
    static void prepare() {
        room = new AccessRoom();
        desk = room.bean(AnswerDesk.class);
        for (int i = 1; i <= 3; i++) {
            room.save("child-" + i, Optional.of(TestRecords.nhsNumber(i)), "01", "CV", false);
            room.optOut(TestRecords.nhsNumber(i), State.NOT_OPTED_OUT, false);
        }
        room.choose(TestRecords.nhsNumber(2), Choice.Kind.OBJECT_ICR, Optional.empty());
        room.jdbc.execute("alter table audit_event add check (query is distinct from '" + UNWRITABLE + "')");
    }

    @AfterAll
    static void close() {
        room.close();
    }

    @Test
    void eachQuestionOfAGroupGetsItsOwnChildrenAndItsOwnEntries() {
        List<Asking> group = List.of(
                asking("neighbour", "child-1", "child-2"),
                asking("informed"),
                asking("informed", "unknown", "child-3"),
                asking("neighbour", "child-1"));

        List<Recorded> recorded = desk.answer(group);

        assertThat(recorded)
                .extracting(AnswerDeskTest::shown)
                .containsExactly(
                        Map.of("child-1", true, "child-2", false),
                        Map.of(),
                        Map.of("child-3", true),
                        Map.of("child-1", true));
        assertThat(recorded)
                .extracting(one -> entries(one).map(AuditEntry::childId).toList())
                .containsExactly(
                        List.of(Optional.of("child-1"), Optional.of("child-2")),
                        List.of(Optional.empty()),
                        List.of(Optional.of("child-3")),
                        List.of(Optional.of("child-1")));
        assertThat(recorded)
                .extracting(one -> entries(one)
                        .map(entry -> entry.agent().odsCode().orElse(""))
                        .distinct()
                        .toList())
                .containsExactly(List.of("RKB"), List.of("RTT"), List.of("RTT"), List.of("RKB"));
    }

    @Test
    void aGroupIsRecordedWholeOrNotAtAll() {
        long before = records();

        assertThatThrownBy(() -> desk.answer(List.of(asking("neighbour", "child-1"), unwritable("child-3"))))
                .isInstanceOf(AuditUnavailableException.class);

        assertThat(records()).isEqualTo(before);
    }

    @Test
    void aQuestionThatCannotBeRecordedTakesNoOtherWithIt() throws InterruptedException {
        Gathering<Asking, Recorded> gathering = new Gathering<>(
                "test",
                new Gathering.Limits(1, 8, 8, Duration.ofSeconds(30)),
                desk::answer,
                StoreFaults::isUnavailable);
        Map<String, Object> results = new ConcurrentHashMap<>();
        List<Thread> partners = Stream.of(
                        Map.entry("first", asking("neighbour", "child-1")),
                        Map.entry("unwritable", unwritable("child-1")),
                        Map.entry("last", asking("informed", "child-3")))
                .map(one -> new Thread(() -> results.put(one.getKey(), ask(gathering, one.getValue()))))
                .toList();
        partners.forEach(Thread::start);
        await().until(() -> partners.stream().allMatch(one -> one.getState() == Thread.State.TIMED_WAITING));

        gathering.start();
        for (Thread partner : partners) {
            partner.join();
        }
        gathering.stop();

        assertThat(results.get("first")).isInstanceOf(Recorded.class);
        assertThat(results.get("last")).isInstanceOf(Recorded.class);
        assertThat(results.get("unwritable")).isInstanceOf(AuditUnavailableException.class);
    }

    private static Object ask(Gathering<Asking, Recorded> gathering, Asking asking) {
        try {
            return gathering.ask(asking);
        } catch (ExecutionException failed) {
            return failed.getCause();
        } catch (Exception e) {
            return e;
        }
    }

    private static long records() {
        return room.count("audit_event") + room.count("disclosure_ledger");
    }

    private static Map<String, Boolean> shown(Recorded recorded) {
        return recorded.children().stream()
                .collect(Collectors.toMap(child -> child.known().facts().childId(), ChildAnswer::isShown));
    }

    private static Stream<AuditEntry> entries(Recorded recorded) {
        AuditReader reader = room.bean(AuditReader.class);
        return recorded.auditIds().stream()
                .map((UUID id) -> reader.find(id).orElseThrow().entry());
    }

    private static Asking unwritable(String child) {
        return asking("neighbour", Optional.of(UNWRITABLE), child);
    }

    private static Asking asking(String role, String... children) {
        return asking(role, Optional.of("Flag?patient=x"), children);
    }

    private static Asking asking(String role, Optional<String> query, String... children) {
        Caller caller = AccessCallers.caller(role);
        Map<String, List<Asked>> flags = new LinkedHashMap<>();
        Stream.of(children).forEach(child -> flags.put(child, flag(child)));
        return new Asking(
                new Question(caller, Interaction.SEARCH, "Flag", query),
                room.bean(Partners.class).admit(caller),
                flags,
                List.of());
    }

    private static List<Asked> flag(String child) {
        return List.of(new Asked("Flag", child, 1, Category.CHILD_PROTECTION, Optional.empty()));
    }
}
