package uk.gov.warwickshire.gateway.store.fulltext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import uk.gov.warwickshire.gateway.common.SingleRunner;
import uk.gov.warwickshire.gateway.store.TestStore;
import uk.gov.warwickshire.gateway.store.fulltext.TextSearch.Part;
import uk.gov.warwickshire.gateway.testing.TestDatabase;
import uk.gov.warwickshire.mappings.fhir.ResourceIds;

/** What holds with either backend. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FullTextContract {

    private final TestDatabase database = new TestDatabase();
    private final TestStore store = new TestStore(database);
    private final JsonMapper json = JsonMapper.builder().build();
    private FullTextIndex index;
    private FullTextFollower follower;
    private PersonSearch persons;
    private TextSearch texts;

    abstract FullTextIndex createIndex() throws Exception;

    @BeforeAll
    void fill() throws Exception {
        index = createIndex();
        follower = follower();
        persons = new PersonSearch(index, store.reader(), json);
        texts = new TextSearch(index);
        follower.follow();
        save("catherine", "Smith", "Catherine", "2014-03-05", "CV34 4RL", "12 High Street", "Warwick");
        save("jose", "Núñez-O'Neil", "José", "2012-11-21", "CV1 2GT", "3 Mill Lane", "Coventry");
        save("married", "Brown;Achterberg", "Lena", "2009-07-01", "B15 2TT", "7 Park Road", "Birmingham");
        save("twin-a", "Okafor", "Adaeze", "2016-05-04", "WR1 1AA", "1 Canal Street", "Worcester");
        save("twin-b", "Okafor", "Chidera", "2016-05-04", "WR1 1AA", "1 Canal Street", "Worcester");
        for (int i = 0; i < 40; i++) {
            save(
                    "other-" + i,
                    "Person" + i,
                    "Given" + i,
                    "2010-01-" + (10 + i % 19),
                    "CV6 1AA",
                    i + " Road",
                    "Coventry");
        }
        follower.follow();
    }

    @AfterAll
    void close() {
        index.close();
        database.close();
    }

    private FullTextFollower follower() {
        return new FullTextFollower(
                index,
                store.reader(),
                JdbcClient.create(database.jdbc()),
                new SingleRunner(database.dataSource()),
                json,
                Clock.systemUTC());
    }

    private void save(
            String id, String families, String given, String birth, String postcode, String line, String city) {
        Patient patient = new Patient();
        patient.setId(ResourceIds.of("test", id));
        String[] names = families.split(";");
        for (int i = 0; i < names.length; i++) {
            patient.addName()
                    .setUse(i == 0 ? HumanName.NameUse.OFFICIAL : HumanName.NameUse.OLD)
                    .setFamily(names[i])
                    .addGiven(given);
        }
        patient.setBirthDateElement(new DateType(birth));
        patient.addAddress().addLine(line).setCity(city).setPostalCode(postcode);
        CarePlan plan = new CarePlan();
        plan.setId(ResourceIds.of("test", id + "-plan"));
        plan.setTitle("Plan for " + id).addNote(new Annotation().setText("Reviewed monthly, naïve wording kept"));
        store.save(id, patient, plan);
    }

    /** Empty columns are what the asker does not know. */
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/fulltext/persons.csv", numLinesToSkip = 1)
    void finds_the_person_meant(
            String why,
            String family,
            String given,
            LocalDate birth,
            String postcode,
            String line,
            String expected,
            String grade) {
        List<PersonMatch> found = persons.match(new Demographics(
                Optional.empty(),
                known(family),
                known(given),
                Optional.ofNullable(birth),
                Optional.empty(),
                known(postcode),
                known(line)));

        if (expected == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).isNotEmpty();
            assertThat(found.get(0).patient().childId()).isEqualTo(expected);
            assertThat(found.get(0).grade().code()).isEqualTo(grade);
        }
        assertThat(found).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
    }

    private static List<String> known(String value) {
        return value == null ? List.of() : List.of(value);
    }

    @Test
    void gives_twins_both_and_neither_as_certain() {
        Demographics either = new Demographics(
                Optional.empty(),
                List.of("Okafor"),
                List.of(),
                Optional.of(LocalDate.of(2016, 5, 4)),
                Optional.empty(),
                List.of("WR1 1AA"),
                List.of());

        assertThat(persons.match(either))
                .extracting(match -> match.patient().childId())
                .startsWith("twin-a", "twin-b")
                .hasSize(2);
        assertThat(PersonMatch.certainAlone(persons.match(either))).isEmpty();
    }

    @Test
    void only_certain_gives_the_one_who_is() {
        Demographics all = new Demographics(
                Optional.empty(),
                List.of("smith"),
                List.of("catherine"),
                Optional.of(LocalDate.of(2014, 3, 5)),
                Optional.empty(),
                List.of("CV344RL"),
                List.of());

        assertThat(PersonMatch.certainAlone(persons.match(all)))
                .extracting(match -> match.patient().childId())
                .containsExactly("catherine");
    }

    @Test
    void asks_for_more_when_too_little_is_told() {
        Demographics given = new Demographics(
                Optional.empty(), List.of(), List.of("Lena"), Optional.empty(), Optional.empty(), List.of(), List.of());

        assertThatThrownBy(() -> persons.match(given)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void content_finds_words_within_the_children_named_and_nowhere_else() {
        String plan = ResourceIds.of("test", "jose-plan");

        assertThat(texts.ids("CarePlan", Part.CONTENT, "naive month*", List.of("jose", "catherine")))
                .containsExactlyInAnyOrder(plan, ResourceIds.of("test", "catherine-plan"));
        assertThat(texts.ids("CarePlan", Part.CONTENT, "naive jose", List.of("jose", "catherine")))
                .containsExactly(plan);
        assertThat(texts.ids("CarePlan", Part.CONTENT, "naive -jose", List.of("jose")))
                .isEmpty();
        assertThat(texts.ids("Patient", Part.CONTENT, "naive", List.of("jose"))).isEmpty();
        assertThat(texts.ids("CarePlan", Part.TEXT, "naive", List.of("jose"))).isEmpty();
    }

    @Test
    void follows_what_changes_and_forgets_what_is_gone() {
        save("mover", "Zelenka", "Ida", "2011-02-03", "HR1 1AA", "5 New Road", "Hereford");
        follower.follow();
        assertThat(named("Zelenka")).containsExactly("mover");

        save("mover", "Havranek", "Ida", "2011-02-03", "HR1 1AA", "5 New Road", "Hereford");
        // What a crash leaves: a new follower over the same index, from where the last one stood.
        follower().follow();

        assertThat(named("Zelenka")).isEmpty();
        assertThat(named("Havranek")).containsExactly("mover");
        assertThat(follower.drift()).isZero();
    }

    @Test
    void a_rebuilt_index_is_like_the_one_before() {
        List<String> before = named("Okafor");

        database.jdbc().update("delete from fulltext_position");
        follower().follow();

        assertThat(named("Okafor")).isEqualTo(before).hasSize(2);
        assertThat(follower.drift()).isZero();
    }

    @Test
    void a_change_that_commits_late_is_not_overlooked() throws Exception {
        database.transactions().executeWithoutResult(open -> {
            database.jdbc().update("insert into record_change (child_id, changed_at) values ('late', now())");
            Thread other = new Thread(() -> save("early", "Quick", "Una", "2010-02-02", "CV1 1AA", "1 Way", "Rugby"));
            other.start();
            try {
                other.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            follower.follow();
            assertThat(named("Quick")).isEmpty();
        });

        follower.follow();

        assertThat(named("Quick")).containsExactly("early");
    }

    private List<String> named(String family) {
        return persons
                .match(new Demographics(
                        Optional.empty(),
                        List.of(family),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of()))
                .stream()
                .filter(match -> match.score() > 0.95)
                .map(match -> match.patient().childId())
                .toList();
    }
}
