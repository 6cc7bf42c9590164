package uk.gov.warwickshire.gateway.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.gov.warwickshire.gateway.common.SubjectChanges;
import uk.gov.warwickshire.gateway.testing.TestDatabase;
import uk.gov.warwickshire.mappings.record.NhsNumber;

class ChoiceRegisterTest {

    private static final TestDatabase DATABASE = new TestDatabase();
    private static final Clock CLOCK = Clock.fixed(DecisionCase.NOW, ZoneOffset.UTC);
    private static final LocalDate TODAY = DecisionCase.TODAY;
    private static final NhsNumber PERSON = TestNumbers.number(1);
    private static final int ALL = 1000;

    private final SubjectChanges feed = new SubjectChanges(DATABASE.jdbc());
    private final ChoiceTable table = new ChoiceTable(DATABASE.jdbc());
    private final ChoiceRegister register =
            new JdbcChoiceRegister(GateFixture.terms(), table, feed, DATABASE.transactions(), CLOCK);

    @BeforeEach
    void empty() {
        DATABASE.jdbc().execute("truncate choice, choice_boundary, subject_change");
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void the_same_choice_again_changes_nothing() {
        Choice objection = choice(PERSON, Choice.Kind.OBJECT_ICR, "", TODAY, Optional.empty());

        assertThat(register.save(List.of(objection)).changed()).isEqualTo(1);
        assertThat(feed.take(ALL)).containsExactly(PERSON);
        assertThat(register.save(List.of(objection)).changed()).isZero();
        assertThat(feed.take(ALL)).isEmpty();
    }

    @Test
    void an_end_ends_it_and_the_history_is_kept() {
        register.save(List.of(choice(PERSON, Choice.Kind.OBJECT_ICR, "icr", TODAY.minusDays(9), Optional.empty())));
        feed.take(ALL);
        Choice ended =
                choice(PERSON, Choice.Kind.OBJECT_ICR, "icr", TODAY.minusDays(9), Optional.of(TODAY.minusDays(1)));

        assertThat(register.save(List.of(ended)).changed()).isEqualTo(1);

        assertThat(feed.take(ALL)).containsExactly(PERSON);
        assertThat(table.inForce(List.of(PERSON), TODAY)).isEmpty();
        assertThat(table.inForce(List.of(PERSON), TODAY.minusDays(1))).containsKey(PERSON);
        assertThat(DATABASE.jdbc().queryForObject("select count(*) from choice", Integer.class))
                .isEqualTo(2);
    }

    @Test
    void of_one_choice_given_twice_in_a_file_the_last_counts() {
        Choice open = choice(PERSON, Choice.Kind.CONSENT, "icr", TODAY, Optional.empty());
        Choice ended = choice(PERSON, Choice.Kind.CONSENT, "icr", TODAY, Optional.of(TODAY));

        assertThat(register.save(List.of(open, ended)).changed()).isEqualTo(1);

        assertThat(table.current(List.of(PERSON))).containsExactly(ended);
    }

    @Test
    void what_cannot_have_its_effect_is_refused_with_a_message() {
        ChoiceRegister.Saved saved = register.save(List.of(
                choice(PERSON, Choice.Kind.RESTRICT, "cp-is", TODAY, Optional.empty()),
                choice(PERSON, Choice.Kind.OBJECT_ICR, "cp-is", TODAY, Optional.empty()),
                choice(PERSON, Choice.Kind.CONSENT, "", TODAY, Optional.empty()),
                choice(PERSON, Choice.Kind.OBJECT_ICR, "irc", TODAY, Optional.empty()),
                choice(PERSON, Choice.Kind.RESTRICT, "", TODAY, Optional.of(TODAY.minusDays(1))),
                choice(PERSON, Choice.Kind.RESTRICT, "research.house-project", TODAY, Optional.empty())));

        assertThat(saved.refused())
                .extracting(ChoiceRegister.Refused::code)
                .containsExactly(
                        "CP_IS_NOT_RESTRICTABLE",
                        "CP_IS_NOT_RESTRICTABLE",
                        "CONSENT_WITHOUT_DESTINATION",
                        "UNKNOWN_DESTINATION",
                        "ENDS_BEFORE_IT_BEGINS");
        assertThat(saved.changed()).isEqualTo(1);
    }

    @Test
    void beginnings_and_ends_are_told_once_on_their_day() {
        NhsNumber ends = TestNumbers.number(2);
        NhsNumber later = TestNumbers.number(3);
        register.save(List.of(
                choice(PERSON, Choice.Kind.CONSENT, "icr", TODAY.plusDays(1), Optional.empty()),
                choice(ends, Choice.Kind.RESTRICT, "", TODAY.minusDays(5), Optional.of(TODAY)),
                choice(later, Choice.Kind.CONSENT, "icr", TODAY.plusDays(4), Optional.empty())));
        feed.take(ALL);

        register.recordBoundaries(TODAY);
        assertThat(feed.take(ALL)).isEmpty();
        register.recordBoundaries(TODAY.plusDays(1));
        assertThat(feed.take(ALL)).containsExactlyInAnyOrder(PERSON, ends);
        register.recordBoundaries(TODAY.plusDays(1));
        assertThat(feed.take(ALL)).isEmpty();
    }

    @Test
    void days_on_which_no_gateway_ran_are_made_up_for() {
        register.save(List.of(choice(PERSON, Choice.Kind.CONSENT, "icr", TODAY.plusDays(2), Optional.empty())));
        feed.take(ALL);
        register.recordBoundaries(TODAY);

        register.recordBoundaries(TODAY.plusDays(3));

        assertThat(feed.take(ALL)).containsExactly(PERSON);
    }

    private static Choice choice(
            NhsNumber person, Choice.Kind kind, String destination, LocalDate from, Optional<LocalDate> until) {
        return new Choice(
                person,
                kind,
                Optional.of(destination).filter(named -> !named.isEmpty()),
                "the person",
                from,
                until,
                new Choice.Source("batch", "choices.csv", 2));
    }
}
