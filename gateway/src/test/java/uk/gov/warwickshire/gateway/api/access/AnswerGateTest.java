package uk.gov.warwickshire.gateway.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.gov.warwickshire.gateway.api.access.Questions.flag;
import static uk.gov.warwickshire.gateway.api.access.Questions.question;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.gov.warwickshire.gateway.audit.AuditReader;
import uk.gov.warwickshire.gateway.common.security.Caller;
import uk.gov.warwickshire.gateway.common.security.Refusal;
import uk.gov.warwickshire.gateway.common.security.RefusedException;
import uk.gov.warwickshire.gateway.disclosure.Choice;
import uk.gov.warwickshire.gateway.optout.OptOutStatus.State;
import uk.gov.warwickshire.gateway.store.TestRecords;
import uk.gov.warwickshire.mappings.fhir.Category;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/** What the table of single reads does not show: searches, notices, purposes, and a database that fails. */
class AnswerGateTest {

    private static final Caller NEIGHBOUR = AccessCallers.caller("neighbour");
    private static final Caller INFORMED = AccessCallers.caller("informed");
    private static final Caller RESEARCHER = AccessCallers.caller("researcher");
    private static final Caller PARTIAL = AccessCallers.caller("partial");

    private static AccessRoom room;
    private static AnswerGate gate;

    @BeforeAll
    static void prepare() {
        room = new AccessRoom();
        gate = room.bean(AnswerGate.class);
        child("clear", 1, "CV");
        child("objected", 2, "CV");
        room.choose(TestRecords.nhsNumber(2), Choice.Kind.OBJECT_ICR, Optional.empty());
        child("opted-out", 3, "CV");
        room.optOut(TestRecords.nhsNumber(3), State.OPTED_OUT, false);
        child("hereford", 4, "HR");
    }

    @AfterAll
    static void close() {
        room.close();
    }

    @Test
    void a_search_shows_whom_it_may_and_reads_the_same_for_a_withheld_and_an_unknown_child() {
        Answer both = search(NEIGHBOUR, "clear", "objected");
        Answer withheld = search(NEIGHBOUR, "objected");
        Answer unknown = search(NEIGHBOUR);

        assertThat(both.mayShow("Flag", "clear")).isTrue();
        assertThat(both.mayShow("Flag", "objected")).isFalse();
        assertThat(withheld.cleared()).isEmpty();
        assertThat(withheld.notice()).isEqualTo(unknown.notice()).isEqualTo(Notice.MAY_BE_WITHHELD);
    }

    @Test
    void who_may_know_is_told_why_but_never_of_an_opt_out() {
        assertThat(search(INFORMED, "objected").notice()).isEqualTo(Notice.withReasons(List.of("OBJECTED_ICR")));
        assertThat(search(INFORMED, "opted-out").notice()).isEqualTo(Notice.withReasons(List.of("NOT_SHAREABLE_NOW")));
        assertThat(search(INFORMED, "clear").notice()).isEqualTo(Notice.COMPLETE);
    }

    @Test
    void a_record_of_which_part_is_withheld_says_so_whatever_was_asked() {
        assertThat(search(PARTIAL, "hereford").notice()).isEqualTo(Notice.WITHHELD);
    }

    @Test
    void a_record_of_which_only_context_could_be_shown_is_not_shown_bit_by_bit() {
        room.jdbc.update("""
                insert into child (child_id, nhs_number, verification_status, birth_date, postcode_area, restricted,
                                   record_version, changed_at)
                values ('context', ?, '01', '2015-03-04', 'HR', false, 1, now())
                """, TestRecords.nhsNumber(9).digits());
        room.optOut(TestRecords.nhsNumber(9), State.NOT_OPTED_OUT, false);
        room.hold("context", Category.DEMOGRAPHICS);
        room.hold("context", Category.LOOKED_AFTER);
        Asked patient = new Asked("Patient", "context", 1, Category.DEMOGRAPHICS, Optional.empty());

        assertThatThrownBy(() -> gate.answer(
                        question(PARTIAL, Interaction.READ, "Patient"), Map.of("context", List.of(patient)), List.of()))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.NOT_FOUND));
    }

    @Test
    void the_scope_of_a_search_is_what_the_answer_would_show_and_leaves_no_record() {
        long before = room.count("disclosure_ledger") + room.count("audit_event");

        Scope scope = gate.scope(
                question(PARTIAL, Interaction.SEARCH, "Flag"), List.of("clear", "objected", "hereford", "unknown"));

        assertThat(scope.children()).containsExactly("hereford");
        assertThat(scope.categories().get("hereford"))
                .contains(Category.CHILD_PROTECTION)
                .doesNotContain(Category.LOOKED_AFTER, Category.ASSESSMENT, Category.CARE_LEAVER);
        assertThat(room.count("disclosure_ledger") + room.count("audit_event")).isEqualTo(before);
    }

    @Test
    void what_the_scope_has_whole_is_all_that_is_held_and_no_more() {
        assertThat(gate.scope(question(NEIGHBOUR), List.of("clear", "objected")).whole())
                .containsExactly("clear");
        assertThat(gate.scope(question(PARTIAL), List.of("hereford")).whole()).isEmpty();
    }

    @Test
    void a_directory_that_is_not_agreed_is_not_taken_for_an_empty_one() {
        Asked professional = new Asked("Practitioner", "1", 1, Category.PROFESSIONAL_CONTACTS, Optional.empty());
        Question of = question(RESEARCHER, Interaction.SEARCH, "Practitioner");

        Answer answer = gate.answer(of, Map.of(), List.of(professional));

        assertThat(answer.mayShow("Practitioner", "1")).isFalse();
        assertThat(answer.notice()).isEqualTo(Notice.MAY_BE_WITHHELD);
        assertThat(gate.scope(of, List.of()).directory()).doesNotContain(Category.PROFESSIONAL_CONTACTS);
        Question agreed = question(NEIGHBOUR, Interaction.SEARCH, "Practitioner");
        assertThat(gate.answer(agreed, Map.of(), List.of(professional)).notice())
                .isEqualTo(Notice.COMPLETE);
        assertThat(gate.scope(agreed, List.of()).directory()).contains(Category.PROFESSIONAL_CONTACTS);
    }

    @Test
    void each_version_is_decided_on_by_its_own_category() {
        Asked now = new Asked("Flag", "moved", 2, Category.CHILD_PROTECTION, Optional.empty());
        Asked before = new Asked("Flag", "moved", 1, Category.LOOKED_AFTER, Optional.empty());

        Answer answer = gate.answer(
                question(PARTIAL, Interaction.HISTORY, "Flag"), Map.of("hereford", List.of(now, before)), List.of());

        assertThat(answer.mayShow("Flag", "moved", 2)).isTrue();
        assertThat(answer.mayShow("Flag", "moved", 1)).isFalse();
    }

    @Test
    void a_part_of_a_record_that_holds_nothing_is_an_answer_where_the_record_may_be_shown() {
        Question part = question(NEIGHBOUR, Interaction.RECORD, "Patient");

        Answer answer = gate.answer(part, Map.of("clear", List.of()), List.of());

        assertThat(answer.notice()).isEqualTo(Notice.COMPLETE);
        assertThat(room.bean(AuditReader.class)
                        .find(answer.auditIds().get(0))
                        .orElseThrow()
                        .entry()
                        .outcome()
                        .code())
                .isEmpty();
        assertThatThrownBy(() -> gate.answer(part, Map.of("objected", List.of()), List.of()))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.NOT_FOUND));
    }

    @Test
    void another_person_is_left_out_by_that_persons_own_choice() {
        NhsNumber mother = TestRecords.nhsNumber(50);
        child("with-mother", 10, "CV");
        room.jdbc.update(
                "insert into child_other_person values ('with-mother', 'mother', ?, '01', false)", mother.digits());
        room.optOut(mother, State.OPTED_OUT, false);
        Asked flag = new Asked("Flag", "with-mother", 1, Category.CHILD_PROTECTION, Optional.empty());
        Asked person = new Asked("RelatedPerson", "m", 1, Category.FAMILY, Optional.of("mother"));
        Question question = question(NEIGHBOUR, Interaction.RECORD, "Patient");

        Answer answer = gate.answer(question, Map.of("with-mother", List.of(flag, person)), List.of());
        Scope scope = gate.scope(question, List.of("with-mother"));

        assertThat(answer.mayShow("Flag", "with-mother")).isTrue();
        assertThat(answer.mayShow("RelatedPerson", "m")).isFalse();
        assertThat(answer.notice()).isEqualTo(Notice.WITHHELD);
        assertThat(scope.mayShow("with-mother", flag)).isTrue();
        assertThat(scope.mayShow("with-mother", person)).isFalse();
    }

    @Test
    void a_purpose_that_is_not_agreed_is_refused_and_hl7_codes_are_understood() {
        gate.admit(question(AccessCallers.caller("neighbour", Optional.of("TREAT"), Optional.empty())));
        gate.admit(question(AccessCallers.caller("researcher", Optional.of("HRESCH"), Optional.empty())));

        for (String purpose : List.of("research", "PATADMIN", "nonsense")) {
            assertThatThrownBy(() -> gate.admit(
                            question(AccessCallers.caller("neighbour", Optional.of(purpose), Optional.empty()))))
                    .isInstanceOfSatisfying(
                            RefusedException.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.PURPOSE_NOT_AGREED));
        }
    }

    @Test
    void many_children_are_decided_at_once_and_each_has_its_entry() {
        Map<String, List<Asked>> asked = new LinkedHashMap<>();
        IntStream.range(100, 200).forEach(n -> {
            child("many-" + n, n, "CV");
            asked.put("many-" + n, List.of(flag("many-" + n)));
        });

        Answer answer = gate.answer(question(NEIGHBOUR, Interaction.SEARCH, "Flag"), asked, List.of());

        assertThat(answer.cleared()).hasSize(100);
        assertThat(answer.auditIds()).hasSize(100).doesNotHaveDuplicates();
    }

    @Test
    void without_audit_there_is_no_answer_and_no_decision_and_the_other_way_round() {
        for (String table : List.of("audit_event", "disclosure_ledger")) {
            long before = room.count("audit_event") + room.count("disclosure_ledger");
            room.jdbc.execute("alter table " + table + " rename to gone");
            try {
                assertThatThrownBy(() -> search(NEIGHBOUR, "clear"))
                        .as(table)
                        .isInstanceOfSatisfying(RefusedException.class, e -> assertThat(e.refusal())
                                .isEqualTo(Refusal.AUDIT_UNAVAILABLE));
            } finally {
                room.jdbc.execute("alter table gone rename to " + table);
            }
            assertThat(room.count("audit_event") + room.count("disclosure_ledger"))
                    .isEqualTo(before);
        }
    }

    @Test
    void an_answer_is_never_part_of_a_transaction_that_could_be_undone() {
        assertThatThrownBy(() -> room.bean(org.springframework.transaction.support.TransactionTemplate.class)
                        .execute(status -> search(NEIGHBOUR, "clear")))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Answer search(Caller caller, String... children) {
        return Questions.search(gate, caller, children);
    }

    private static void child(String id, int number, String area) {
        NhsNumber nhsNumber = TestRecords.nhsNumber(number);
        room.save(id, Optional.of(nhsNumber), "01", area, false);
        room.optOut(nhsNumber, State.NOT_OPTED_OUT, false);
    }
}
