package uk.gov.warwickshire.gateway.store.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.gov.warwickshire.gateway.testing.TestDatabase;

/** Searches stay as fast as they are only while no statement reads a table from end to end: 62,000 resources. */
class SearchPlansTest {

    private static final TestDatabase DATABASE = new TestDatabase();
    private static final SearchScope SCOPE = SearchScope.of(Map.of("c7", new SearchScope.Visible.All()));

    @BeforeAll
    static void fill() {
        SearchBench.fill(DATABASE, 2_000);
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
                "Flag?patient=Patient/p7; resource_by_id",
                "Flag?patient:identifier=s|7; resource_by_token",
                "Flag?patient.identifier=7; resource_by_token",
                "Flag?_id=f2-7; resource_by_id",
                "Patient?_id=p7; resource_by_id",
                "Patient?identifier=s|7; resource_by_token",
                "Patient?family=fam77&birthdate=2005-03-19; resource_text_by_prefix",
                "Patient?family:exact=fam77; resource_text_by_prefix",
                "Patient?family:contains=am77; resource_text_by_part",
                "Patient?birthdate=2005-03-19; resource_range_by_low",
            })
    void findsChildrenByIndex(String query, String index) {
        String plan = plan(ChildrenSql.of(parse(query), 20));

        assertThat(plan).contains(index).doesNotContain("Seq Scan", "BitmapOr", "BitmapAnd");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "Flag?patient=Patient/p7; resource_pkey",
                "CarePlan?patient:identifier=s|7&date=ge2024&status=active&_sort=-date; resource_pkey",
                "Task?patient.family=fam7; resource_pkey",
                "Patient?identifier=s|7; resource_pkey",
                "Patient?family=fam7&birthdate=ge2005; resource_pkey",
                "Organization?name=north; resource_text_by_prefix",
            })
    void findsResourcesByIndex(String query, String index) {
        String plan = plan(JdbcResourceSearch.pageSql(parse(query), Visibility.Scoped.of(SCOPE), Optional.empty(), 51));

        assertThat(plan).contains(index).doesNotContain("Seq Scan on resource");
    }

    private static String plan(Sql sql) {
        List<String> lines = DATABASE.jdbc().query("explain " + sql.text(), sql::bind, (row, i) -> row.getString(1));
        return String.join("\n", lines);
    }

    private static SearchQuery parse(String query) {
        return new SearchCorpusTest.Case(query, "", "").parse();
    }
}
