package uk.gov.warwickshire.gateway.store.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.gov.warwickshire.gateway.store.StoredResource;
import uk.gov.warwickshire.gateway.testing.TestDatabase;

/** Every query of `search/queries.tsv`, through parser, children and search, as the API asks them. */
class SearchCorpusTest {

    private static final TestDatabase DATABASE = new TestDatabase();
    private static final SearchQueryParser PARSER =
            new SearchQueryParser(SearchRecords.PARAMETERS, SearchRecords.BASE, SearchRecords.NOW);
    private static final ResourceSearch SEARCH = new JdbcResourceSearch(DATABASE.jdbc(), SearchRecords.PARAMETERS);

    record Case(String query, String expected, String rule) {
        @Override
        public String toString() {
            return query + " -> " + expected + " (" + rule + ")";
        }

        SearchQuery parse() {
            String[] parts = query.split("\\?", 2);
            Map<String, List<String>> parameters = new LinkedHashMap<>();
            for (String pair : parts[1].isEmpty() ? new String[0] : parts[1].split("&")) {
                String[] nameAndValue = pair.split("=", 2);
                parameters
                        .computeIfAbsent(nameAndValue[0], name -> new ArrayList<>())
                        .add(nameAndValue[1]);
            }
            return PARSER.parse(parts[0], parameters).withCount(100);
        }
    }

    @BeforeAll
    static void save() {
        SearchRecords.save(DATABASE);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    static Stream<Case> cases() {
        return SearchRecords.lines("queries.tsv").stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t"))
                .map(columns -> new Case(columns[0], columns[1], columns[2]));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsWhatTheSpecificationSays(Case asked) {
        if (asked.expected().startsWith("error ")) {
            assertThatThrownBy(asked::parse)
                    .isInstanceOfSatisfying(InvalidSearchException.class, error -> assertThat(error.parameter())
                            .isEqualTo(asked.expected().substring(6)));
        } else if (asked.expected().equals("refused")) {
            assertThat(asked.parse().about()).isEqualTo(SearchQuery.About.ANYONE);
        } else {
            check(asked, search(asked.parse()));
        }
    }

    @Test
    void coversEveryTypeServed() {
        assertThat(cases().map(asked -> asked.query().split("\\?")[0]).collect(Collectors.toSet()))
                .containsAll(ServedTypes.ALL);
        assertThat(cases().map(Case::query)).doesNotHaveDuplicates().hasSizeGreaterThan(200);
    }

    private static SearchPage search(SearchQuery query) {
        Map<String, SearchScope.Visible> visible = new LinkedHashMap<>();
        SEARCH.children(query, 100).ids().forEach(child -> visible.put(child, new SearchScope.Visible.All()));
        return SEARCH.search(query, SearchScope.of(visible), Optional.empty());
    }

    private static void check(Case asked, SearchPage page) {
        boolean ordered = asked.expected().startsWith("> ");
        String[] parts = asked.expected().replaceFirst("^> |^-$", "").split(" \\+ ");
        List<String> matches = ids(page.matches());
        if (ordered) {
            assertThat(matches).containsExactlyElementsOf(words(parts[0]));
        } else {
            assertThat(matches).containsExactlyInAnyOrderElementsOf(words(parts[0]));
        }
        assertThat(page.total()).hasValue(matches.size());
        assertThat(ids(page.included()))
                .containsExactlyInAnyOrderElementsOf(parts.length > 1 ? words(parts[1]) : List.of());
    }

    private static List<String> ids(List<StoredResource> resources) {
        return resources.stream().map(StoredResource::id).toList();
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }
}
