package uk.gov.warwickshire.gateway.store.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.gov.warwickshire.gateway.testing.TestDatabase;
import uk.gov.warwickshire.mappings.fhir.SearchIndexer;

class SearchReindexTest {

    private static final TestDatabase DATABASE = new TestDatabase();
    private static final SearchIndexer INDEXER = new ResourceIndexer(SearchRecords.FHIR, SearchRecords.PARAMETERS);

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void save() {
        DATABASE.jdbc()
                .execute("truncate child, resource, resource_text, resource_range, resource_quantity, search_reindex");
        SearchRecords.save(DATABASE);
    }

    @Test
    void writesWhatSavingWrites() {
        List<List<Map<String, Object>>> saved = values();
        clear();

        reindex(INDEXER).run();

        assertThat(values()).isEqualTo(saved);
        assertThat(reindex(INDEXER).isFinished()).isTrue();
    }

    @Test
    void goesOnWhereItWasInterrupted() {
        List<List<Map<String, Object>>> saved = values();
        clear();
        SearchIndexer failing = resource -> {
            if (resource.fhirType().equals("Organization")) {
                throw new IllegalStateException("interrupted");
            }
            return INDEXER.index(resource);
        };
        assertThatThrownBy(() -> reindex(failing).run()).hasMessage("interrupted");
        assertThat(reindex(INDEXER).isFinished()).isFalse();

        SearchIndexer onlyTheRest = resource -> {
            assertThat(resource.fhirType()).isIn("Organization", "Practitioner", "PractitionerRole");
            return INDEXER.index(resource);
        };
        reindex(onlyTheRest).run();

        assertThat(values()).isEqualTo(saved);
    }

    @Test
    void doesNothingWhereAllIsDone() {
        reindex(INDEXER).run();

        reindex(resource -> {
                    throw new IllegalStateException("not again");
                })
                .run();

        assertThat(reindex(INDEXER).isFinished()).isTrue();
    }

    private static SearchReindex reindex(SearchIndexer indexer) {
        return new SearchReindex(
                DATABASE.jdbc(),
                DATABASE.transactions().getTransactionManager(),
                SearchRecords.FHIR,
                indexer,
                SearchRecords.PARAMETERS,
                SearchRecords.NOW);
    }

    private static void clear() {
        DATABASE.jdbc().execute("truncate resource_text, resource_range, resource_quantity");
        DATABASE.jdbc().execute("update resource set tokens = '{}'");
    }

    private static List<List<Map<String, Object>>> values() {
        return List.of(
                rows("select child_id, type, id, array_to_string(tokens, ' ') from resource order by 1, 2, 3"),
                rows("select * from resource_text order by 1, 2, 3, 4, 5, 6"),
                rows("select * from resource_range order by 1, 2, 3, 4, 5, 6"),
                rows("select * from resource_quantity order by 1, 2, 3, 4, 5, 6"));
    }

    private static List<Map<String, Object>> rows(String sql) {
        List<Map<String, Object>> rows = DATABASE.jdbc().queryForList(sql);
        assertThat(rows).isNotEmpty();
        return rows;
    }
}
