package uk.gov.warwickshire.gateway.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.gov.warwickshire.gateway.audit.AuditQuery;
import uk.gov.warwickshire.gateway.audit.AuditReader;
import uk.gov.warwickshire.gateway.audit.AuditRecord;
import uk.gov.warwickshire.gateway.common.security.Caller;
import uk.gov.warwickshire.gateway.common.security.RefusedException;
import uk.gov.warwickshire.gateway.disclosure.Choice;
import uk.gov.warwickshire.gateway.optout.OptOutStatus.State;
import uk.gov.warwickshire.gateway.store.TestRecords;
import uk.gov.warwickshire.gateway.store.search.ServedTypes;
import uk.gov.warwickshire.mappings.fhir.Category;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/** Walks every role, resource type, region and state of policy, and holds each answer against the rules. */
class AccessTableTest {

    private static final Set<String> REGIONS = Set.of("CV", "B", "HR", "none");
    private static final List<String> STATES = List.of(
            "clear",
            "opted-out",
            "never-checked",
            "stale",
            "objected",
            "restricted",
            "restricted-by-choice",
            "number-missing",
            "number-unverified",
            "consented-opted-out",
            "consented-objected",
            "override-clear",
            "override-objected",
            "override-restricted",
            "override-opted-out",
            "override-never-checked");

    /** Every type that is served, and among them every category of data; those of the directory belong to no child. */
    private static final Map<String, Optional<Category>> TYPES = types();

    private static AccessRoom room;

    @BeforeAll
    static void prepare() {
        room = new AccessRoom();
        int number = 0;
        for (String region : REGIONS) {
            for (String state : STATES) {
                child(region, state, TestRecords.nhsNumber(++number));
            }
        }
    }

    @AfterAll
    static void close() {
        room.close();
    }

    @Test
    void every_answer_is_as_the_rules_say_and_on_record() throws Exception {
        List<AccessRule> rules = AccessRule.all();
        AnswerGate gate = room.bean(AnswerGate.class);
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (String role : AccessCallers.roles()) {
            for (String type : TYPES.keySet()) {
                for (String region : REGIONS) {
                    for (String state : STATES) {
                        String category = TYPES.get(type).map(Category::code).orElse("directory");
                        String expected = rules.stream()
                                .filter(rule -> rule.fits(role, category, region, state))
                                .findFirst()
                                .orElseThrow()
                                .expected();
                        String actual = read(gate, role, type, region, state);
                        asked++;
                        if (!actual.equals(expected)) {
                            wrong.add(role + " " + type + " " + region + " " + state + ": " + actual + ", not "
                                    + expected);
                        }
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(asked).isEqualTo(10 * ServedTypes.ALL.size() * 4 * 16);
        assertThat(room.count("audit_event")).isEqualTo(asked);
        assertThat(room.count("disclosure_ledger"))
                .isEqualTo(
                        room.jdbc.queryForObject("select sum(cardinality(decision_ids)) from audit_event", Long.class));
        assertThat(codesInTheAudit())
                .doesNotContain("OPTED_OUT_NATIONAL", "NOT_OPTED_OUT", "STATUS_UNKNOWN", "STATUS_STALE")
                .contains("NOT_SHAREABLE_NOW", "RESTRICTED", "PERMITTED", "BREAK_GLASS");
    }

    private static String read(AnswerGate gate, String role, String type, String region, String state) {
        Caller caller = state.startsWith("override-")
                ? AccessCallers.overriding(role, "found unconscious at home")
                : AccessCallers.caller(role);
        Question question = new Question(caller, Interaction.READ, type, Optional.of(type + "/1"));
        Optional<Category> category = TYPES.get(type);
        Asked resource = new Asked(type, "1", 1, category.orElse(Category.PROFESSIONAL_CONTACTS), Optional.empty());
        try {
            gate.admit(question);
            Answer answer = category.isEmpty()
                    ? gate.answer(question, Map.of(), List.of(resource))
                    : gate.answer(question, Map.of(childId(region, state), List.of(resource)), List.of());
            return answer.mayShow(type, "1") ? "200" : "not shown";
        } catch (RefusedException refused) {
            return (refused.refusal().status() + " " + refused.refusal().code() + " "
                            + String.join(" ", refused.reasons()))
                    .strip();
        }
    }

    private static Set<String> codesInTheAudit() {
        AuditQuery all = AuditQuery.between(AccessRoom.NOW.minusSeconds(60), AccessRoom.NOW.plusSeconds(60), 1000);
        List<AuditRecord> page = room.bean(AuditReader.class).search(all);
        assertThat(page).hasSize(1000);
        return Set.copyOf(room.jdbc.queryForList("""
                select distinct said.word
                  from audit_event, unnest(array[code, decision_code]) said (word)
                 where said.word is not null
                """, String.class));
    }

    private static void child(String region, String state, NhsNumber number) {
        String word = state.replace("override-", "");
        boolean restricted = word.equals("restricted");
        Optional<NhsNumber> known = word.equals("number-missing") ? Optional.empty() : Optional.of(number);
        room.save(childId(region, state), known, word.equals("number-unverified") ? "02" : "01", region, restricted);
        if (word.endsWith("opted-out")) {
            room.optOut(number, State.OPTED_OUT, false);
        } else if (!word.equals("never-checked")) {
            room.optOut(number, State.NOT_OPTED_OUT, word.equals("stale"));
        }
        if (word.endsWith("objected") || state.equals("override-never-checked")) {
            room.choose(number, Choice.Kind.OBJECT_ICR, Optional.empty());
        }
        if (word.startsWith("consented")) {
            room.choose(number, Choice.Kind.CONSENT, Optional.of("icr"));
        }
        if (word.equals("restricted-by-choice")) {
            room.choose(number, Choice.Kind.RESTRICT, Optional.empty());
        }
    }

    private static String childId(String region, String state) {
        return region + "." + state;
    }

    private static Map<String, Optional<Category>> types() {
        Map<String, Category> ofChildren = new HashMap<>(Map.of(
                "Patient", Category.DEMOGRAPHICS,
                "RelatedPerson", Category.FAMILY,
                "CareTeam", Category.PROFESSIONAL_CONTACTS,
                "Observation", Category.DISABILITY,
                "EpisodeOfCare", Category.CHILD_IN_NEED,
                "ServiceRequest", Category.CHILD_IN_NEED,
                "Task", Category.ASSESSMENT,
                "Flag", Category.CHILD_PROTECTION,
                "CarePlan", Category.LOOKED_AFTER,
                "Provenance", Category.CARE_LEAVER));
        assertThat(Set.copyOf(ofChildren.values())).hasSize(Category.values().length);
        Map<String, Optional<Category>> types = new HashMap<>();
        ServedTypes.ALL.forEach(type -> types.put(type, Optional.ofNullable(ofChildren.get(type))));
        assertThat(types.keySet().stream().filter(ServedTypes::isDirectory))
                .allSatisfy(type -> assertThat(types.get(type)).isEmpty());
        assertThat(types.values().stream().filter(Optional::isEmpty)).hasSize(3);
        return types;
    }
}
