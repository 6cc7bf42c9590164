package uk.gov.warwickshire.gateway.store.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.gov.warwickshire.gateway.store.StoredResource;
import uk.gov.warwickshire.gateway.store.search.SearchScope.Visible;
import uk.gov.warwickshire.gateway.testing.TestDatabase;

/** What may not be seen is not found, counted, included, nor told by way of a condition. */
class SearchScopeTest {

    private static final TestDatabase DATABASE = new TestDatabase();
    private static final ResourceSearch SEARCH = new JdbcResourceSearch(DATABASE.jdbc(), SearchRecords.PARAMETERS);

    /** Of Amelie one flag and one plan, not the Patient; all of Chloe; nothing of Ben. */
    private static final SearchScope SCOPE = SearchScope.of(Map.of(
            "amelie", new Visible.Only(Set.of("Flag/amelie-cp", "CarePlan/amelie-cin-plan")),
            "chloe", new Visible.All()));

    @BeforeAll
    static void save() {
        SearchRecords.save(DATABASE);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "Flag?patient=amelie,ben,chloe; amelie-cp chloe-lac",
                "Patient?_id=amelie,ben,chloe; chloe",
                "CarePlan?patient=amelie; amelie-cin-plan",
                "Flag?patient:identifier=9449306753; amelie-cp",
                "Flag?patient.identifier=9449306753; amelie-cp",
                "Flag?patient.birthdate=2015-03-04; ''",
                "CarePlan?patient=amelie&based-on.status=completed; ''",
                "CarePlan?patient=amelie&based-on:missing=false; amelie-cin-plan",
                "Patient?_id=chloe&_has:Flag:patient:status=active; chloe",
                "Organization?_has:CareTeam:participant:status=active; ''",
                "Organization?name=north; org-north",
            })
    void findsOnlyWhatMayBeSeen(String query, String expected) {
        SearchPage page = SEARCH.search(parse(query, 100), SCOPE, Optional.empty());

        assertThat(String.join(" ", ids(page.matches()))).isEqualTo(expected.replace("''", ""));
        assertThat(page.total()).hasValue(page.matches().size());
    }

    @Test
    void includesOnlyWhatMayBeSeen() {
        assertThat(included("Flag?_id=amelie-cp&_include=Flag:patient&_include=Flag:detail"))
                .isEmpty();
        assertThat(included("Flag?_id=chloe-lac&_include=Flag:patient&_include:iterate=Patient:link"))
                .containsExactly("chloe");
        assertThat(included("Patient?_id=chloe&_revinclude=Flag:patient")).containsExactly("chloe-lac");
    }

    @Test
    void limitsTheDirectoryToo() {
        SearchScope one = new SearchScope(Map.of(), new Visible.Only(Set.of("Organization/org-north")));

        SearchPage page = SEARCH.search(parse("Organization?_include=Organization:partof", 100), one, Optional.empty());

        assertThat(ids(page.matches())).containsExactly("org-north");
        assertThat(page.included()).isEmpty();
    }

    @Test
    void countsOfTheDirectoryOnlyTheCategoriesThatMayBeSeen() {
        // The records of these tests have one category for all.
        SearchScope theirs = new SearchScope(Map.of(), new Visible.OfCategories(Set.of("demographics")));
        SearchScope others = new SearchScope(Map.of(), new Visible.OfCategories(Set.of("professional-contacts")));
        SearchQuery north = parse("Organization?name=north", 100);

        assertThat(SEARCH.search(north, others, Optional.empty()).total()).hasValue(0);
        assertThat(SEARCH.search(north, theirs, Optional.empty()).total()).hasValue(1);
        assertThatThrownBy(() -> SearchScope.of(Map.of("amelie", new Visible.OfCategories(Set.of()))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Patient?_id=amelie; one",
                "Flag?patient=amelie&code=x; one",
                "Flag?patient:identifier=9449306753; one",
                "Flag?patient.identifier=9449306753; one",
                "Patient?identifier=9449306753&name=a; one",
                "Patient?_id=amelie,ben; several",
                "Flag?patient=amelie,ben; several",
                "Flag?patient:identifier=9449306753,1; several",
                "Flag?patient.identifier=9449306753,1; several",
                "Patient?name=smith; several",
                "Patient?family=smith&birthdate=2015-03-04; several",
                "Flag?patient.name=smith; several",
            })
    void tellsWhetherOnePatientIsNamed(String query, String expected) {
        assertThat(parse(query, 1).namesOnePatient()).isEqualTo(expected.equals("one"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Organization?_has:PractitionerRole:organization:role=R; directory",
                "PractitionerRole?practitioner.name=a; directory",
                "Organization?_revinclude=PractitionerRole:organization; directory",
                "Organization?_has:Patient:organization:family=smith; records",
                "Practitioner?_has:PractitionerRole:practitioner:_has:CareTeam:participant:status=active; records",
                "Organization?_revinclude=Patient:organization; records",
            })
    void tellsWhetherTheDirectoryIsAskedForWhatStandsInRecords(String query, String expected) {
        assertThat(parse(query, 1).looksIntoRecords()).isEqualTo(expected.equals("records"));
    }

    @Test
    void seesNothingOfChildrenWithoutAny() {
        SearchPage page = SEARCH.search(parse("Flag?patient=amelie", 0), SearchScope.directoryOnly(), Optional.empty());

        assertThat(page.total()).hasValue(0);
    }

    private static List<String> included(String query) {
        return ids(SEARCH.search(parse(query, 100), SCOPE, Optional.empty()).included());
    }

    private static SearchQuery parse(String query, int count) {
        return new SearchCorpusTest.Case(query, "", "").parse().withCount(count);
    }

    private static List<String> ids(List<StoredResource> resources) {
        return resources.stream().map(StoredResource::id).toList();
    }
}
