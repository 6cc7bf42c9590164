package uk.gov.warwickshire.gateway.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessException;
import uk.gov.warwickshire.gateway.common.InvalidFileException;
import uk.gov.warwickshire.gateway.disclosure.TermsDesk.Compared;
import uk.gov.warwickshire.gateway.testing.TestDatabase;
import uk.gov.warwickshire.mappings.fhir.Category;

/** A change is tried before it counts, counts everywhere at once, and is never lost or made twice. */
class TermsDeskTest {

    private static final Clock CLOCK = Clock.fixed(DecisionCase.NOW, ZoneOffset.UTC);
    private static final TermsReader READER =
            new TermsReader(Map.of("coventry-warwickshire", Set.of("CV"), "birmingham-solihull", Set.of("B")));
    private static final TermsText POLICY = TermsText.of(new ClassPathResource("demo/disclosure-policy.yaml"));
    private static final TermsText AGREEMENTS = TermsText.of(new ClassPathResource("demo/agreements.yaml"));

    private final TestDatabase database = new TestDatabase();
    private final TermsTable table = new TermsTable(database.jdbc(), CLOCK);
    private StoredTerms replica;
    private TermsDesk desk;

    @BeforeEach
    void start() {
        replica = started(POLICY, AGREEMENTS);
        desk = desk(replica);
    }

    @AfterEach
    void stop() {
        replica.destroy();
        database.close();
    }

    @Test
    void a_change_counts_on_every_replica_and_is_kept_with_who_and_why() {
        StoredTerms other = started(POLICY, AGREEMENTS);

        desk.putInForce(recordOnly(), "guardian", " ruled on 3 May ");
        other.look();

        assertThat(List.of(replica, other))
                .allSatisfy(one -> assertThat(one.now().policy().version()).startsWith("demo-2+"));
        assertThat(desk.history(TermsPart.POLICY, 10))
                .extracting(TermsVersion::origin, TermsVersion::putBy, TermsVersion::why)
                .containsExactly(
                        tuple(TermsVersion.Origin.CONSOLE, "guardian", "ruled on 3 May"),
                        tuple(TermsVersion.Origin.FILE, "start of the gateway", "the file is new"));
        other.destroy();
    }

    @Test
    void a_start_with_the_same_file_keeps_what_a_person_put_in_force() {
        desk.putInForce(recordOnly(), "guardian", "ruled");

        StoredTerms again = started(POLICY, AGREEMENTS);

        assertThat(again.now().policy().version()).startsWith("demo-2+");
        again.destroy();
    }

    @Test
    void a_start_with_another_file_brings_it_in_force() {
        desk.putInForce(recordOnly(), "guardian", "ruled");

        StoredTerms again = started(changed(POLICY, "demo-1", "demo-3"), AGREEMENTS);

        assertThat(again.now().policy().version()).startsWith("demo-3+");
        again.destroy();
    }

    @Test
    void trying_tells_what_would_change_and_changes_nothing() {
        Disclosure disclosure = GateFixture.disclosure(
                1, "icr.coventry-warwickshire", Category.DEMOGRAPHICS, Category.CHILD_PROTECTION);

        Compared compared = desk.compare(recordOnly(), List.of(disclosure)).get(0);

        assertThat(compared.now().reasons()).containsExactly(Reason.STATUS_UNKNOWN);
        assertThat(compared.proposed().reasons()).containsExactly(Reason.OPT_OUT_NOT_APPLICABLE);
        assertThat(replica.now().policy().version()).startsWith("demo-1+");
        assertThat(database.jdbc().queryForObject("select count(*) from disclosure_ledger", Long.class))
                .isZero();
    }

    @Test
    void a_policy_that_hides_a_child_from_cp_is_is_refused_with_its_line() {
        String hiding = POLICY.content().replaceFirst("restriction: record", "restriction: withhold");

        assertThatThrownBy(() -> desk.propose(TermsPart.POLICY, "mine.yaml", hiding))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageMatching("mine.yaml, line \\d+: CP-IS is statutory.*");
    }

    @Test
    void agreements_that_hide_a_child_from_cp_is_are_refused() {
        String hiding = changed(AGREEMENTS, "demo-1", "demo-2")
                .content()
                .replaceFirst("child-protection, looked-after\\]", "child-protection]");

        assertThatThrownBy(() -> desk.propose(TermsPart.AGREEMENTS, "mine.yaml", hiding))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageContaining("no agreement on `cp-is` in force would cover looked-after");
    }

    @Test
    void the_same_version_with_another_content_is_refused() {
        String careless = POLICY.content().replaceFirst("minimum-age-years: 1", "minimum-age-years: 2");

        assertThatThrownBy(() -> desk.propose(TermsPart.POLICY, "mine.yaml", careless))
                .hasMessageContaining("give this one a version of its own");
    }

    @Test
    void what_was_tried_against_something_else_is_tried_again() {
        TermsProposal tried = recordOnly();
        desk.putInForce(
                desk.propose(
                        TermsPart.AGREEMENTS,
                        "a.yaml",
                        changed(AGREEMENTS, "demo-1", "demo-2").content()),
                "officer",
                "renewed");

        assertThatThrownBy(() -> desk.putInForce(tried, "guardian", "ruled")).isInstanceOf(IllegalStateException.class);
        assertThat(replica.now().policy().version()).startsWith("demo-1+");
    }

    @Test
    void without_a_reason_nothing_comes_in_force() {
        assertThatThrownBy(() -> desk.putInForce(recordOnly(), "guardian", "  "))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void history_cannot_be_changed() {
        assertThatThrownBy(() -> database.jdbc().update("update disclosure_terms set put_by = 'nobody'"))
                .isInstanceOf(DataAccessException.class);
    }

    /** The ruling that the opt-out does not apply to individual care. */
    private TermsProposal recordOnly() {
        String content = changed(POLICY, "demo-1", "demo-2")
                .content()
                .replace("national-opt-out: withhold", "national-opt-out: record")
                .replace("unknown-status: hold", "unknown-status: record")
                .replace("stale-status: hold", "stale-status: record");
        int research = content.indexOf("  research:");
        int next = content.indexOf("  # The demo's addition");
        String kept = POLICY.content();
        content = content.substring(0, research)
                + kept.substring(kept.indexOf("  research:"), kept.indexOf("  # The demo's addition"))
                + content.substring(next);
        return desk.propose(TermsPart.POLICY, "mine.yaml", content);
    }

    private static TermsText changed(TermsText text, String from, String to) {
        return new TermsText(text.name(), text.content().replaceFirst(from, to));
    }

    private StoredTerms started(TermsText policy, TermsText agreements) {
        return new StoredTerms(table, files(policy, agreements), database.transactions());
    }

    private static StartTerms files(TermsText policy, TermsText agreements) {
        return new StartTerms(policy, agreements, READER.read(policy, agreements), READER);
    }

    private TermsDesk desk(StoredTerms stored) {
        return new TermsDesk(
                stored,
                table,
                files(POLICY, AGREEMENTS),
                new PersonFactsReader(new GateFixture.Register(), new ChoiceTable(database.jdbc())),
                database.transactions(),
                CLOCK);
    }
}
