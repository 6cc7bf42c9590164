package uk.gov.warwickshire.gateway.store.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.gov.warwickshire.gateway.store.StoredResource;
import uk.gov.warwickshire.gateway.store.search.SearchScope.Visible;
import uk.gov.warwickshire.gateway.testing.TestDatabase;

class SearchPagingTest {

    private static final TestDatabase DATABASE = new TestDatabase();
    private static final ResourceSearch SEARCH = new JdbcResourceSearch(DATABASE.jdbc(), SearchRecords.PARAMETERS);
    private static final Visible ALL = new Visible.All();
    private static final SearchScope SCOPE = SearchScope.of(Map.of("amelie", ALL, "ben", ALL, "chloe", ALL));

    @BeforeAll
    static void save() {
        SearchRecords.save(DATABASE);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    /** Directions mixed, values missing, values equal, keys of every type. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Task?patient=amelie,ben",
                "Task?patient=amelie,ben&_sort=status",
                "Task?patient=amelie,ben&_sort=-authored-on",
                "Task?patient=amelie,ben&_sort=priority,-period,_id",
                "Observation?patient=amelie,ben,chloe&_sort=-date,code",
                "Observation?patient=amelie,ben,chloe&_sort=value-quantity,-_lastUpdated",
                "Observation?patient=amelie,ben,chloe&_sort=-performer,value-string",
                "Patient?_id=amelie,ben,chloe&_sort=-family",
                "Patient?_id=amelie,ben,chloe&_sort=_profile,birthdate",
                "RelatedPerson?patient=amelie,ben&_sort=-birthdate,name",
                "Practitioner?_sort=-name",
            })
    void pagesTogetherAreTheWhole(String query) {
        List<String> whole = pages(query, 100);

        assertThat(whole).hasSizeGreaterThan(2).doesNotHaveDuplicates();
        for (int size = 1; size <= whole.size(); size++) {
            assertThat(pages(query, size)).isEqualTo(whole);
        }
    }

    @Test
    void countsTheWholeOnEveryPage() {
        SearchQuery query = parse("Observation?patient=amelie", 3);
        SearchPage first = SEARCH.search(query, SCOPE, Optional.empty());
        SearchPage second = SEARCH.search(query, SCOPE, first.next());

        assertThat(first.matches()).hasSize(3);
        assertThat(second.matches()).hasSize(1);
        assertThat(second.next()).isEmpty();
        assertThat(List.of(first.total(), second.total())).containsOnly(OptionalLong.of(4));
    }

    @Test
    void countsNothingWhereNobodyAsks() {
        assertThat(SEARCH.search(parse("Observation?patient=amelie&_total=none", 2), SCOPE, Optional.empty())
                        .total())
                .isEmpty();
        SearchPage count = SEARCH.search(parse("Observation?patient=amelie&_total=none", 0), SCOPE, Optional.empty());
        assertThat(count.matches()).isEmpty();
        assertThat(count.total()).hasValue(4);
    }

    @Test
    void neitherRepeatsNorSkipsWhileOthersComeAndGo() {
        SearchQuery query = parse("Practitioner?_sort=-name", 1);
        List<String> found = new ArrayList<>();
        SearchPage page = SEARCH.search(query, SCOPE, Optional.empty());
        while (true) {
            page.matches().forEach(match -> found.add(match.id()));
            if (page.next().isEmpty()) {
                break;
            }
            // One that sorts before what was shown already, each time, and the last one shown leaves.
            add("prac-new-" + found.size(), "ZZZ" + found.size());
            DATABASE.jdbc().update("delete from resource where id like 'prac-new-%' and id <> ?", found.get(0));
            page = SEARCH.search(query, SCOPE, page.next());
        }

        assertThat(found).containsExactly("prac-smythe", "prac-jones", "prac-smith");
        DATABASE.jdbc().update("delete from resource where id like 'prac-new-%'");
        DATABASE.jdbc().update("delete from resource_text where id like 'prac-new-%'");
    }

    private static void add(String id, String name) {
        DATABASE.jdbc().update("""
                insert into resource select '', 'Practitioner', ?, 1, now(), 'demographics', null, '', '', '{}', '{}'
                """, id);
        DATABASE.jdbc().update("""
                insert into resource_text values ('', 'Practitioner', ?, 'Practitioner.name', ?, ?)
                """, id, name, name);
    }

    private static List<String> pages(String query, int size) {
        List<String> ids = new ArrayList<>();
        Optional<Continuation> from = Optional.empty();
        do {
            SearchPage page = SEARCH.search(parse(query, size), SCOPE, from);
            page.matches().stream().map(StoredResource::id).forEach(ids::add);
            from = page.next();
        } while (from.isPresent());
        return ids;
    }

    private static SearchQuery parse(String query, int count) {
        return new SearchCorpusTest.Case(query, "", "").parse().withCount(count);
    }
}
