package uk.gov.warwickshire.gateway.store.search;

import ca.uhn.fhir.context.FhirContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.warwickshire.gateway.store.StoredContents;
import uk.gov.warwickshire.gateway.store.StoredContents.Content;
import uk.gov.warwickshire.mappings.fhir.SearchIndexer;

/**
 * Writes all search values again from the stored resources, when the definitions they were written by have changed. Goes by
 * children, a few in each transaction, and goes on where it was interrupted. Until it has finished, searches may miss what
 * only the new definitions find.
 */
@Component
public class SearchReindex {

    private static final int CHILDREN = 50;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final StoredContents contents;
    private final FhirContext context;
    private final SearchIndexer indexer;
    private final String fingerprint;
    private final Clock clock;

    SearchReindex(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            FhirContext context,
            SearchIndexer indexer,
            SearchParameters parameters,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.contents = new StoredContents(jdbc);
        this.context = context;
        this.indexer = indexer;
        this.fingerprint = parameters.fingerprint();
        this.clock = clock;
    }

    /** Whether all search values are of the present definitions. */
    public boolean isFinished() {
        return !jdbc.queryForList(
                        "select 1 from search_reindex where fingerprint = ? and finished", Integer.class, fingerprint)
                .isEmpty();
    }

    /** Does what is left to do; nothing if all is done. One replica at a time. */
    public void run() {
        if (isFinished()) {
            return;
        }
        jdbc.update(
                "insert into search_reindex values (?, '', false, ?) on conflict (fingerprint) do nothing",
                fingerprint,
                now());
        while (next()) {
            // each step is a transaction of its own
        }
        transaction.executeWithoutResult(status -> directory());
    }

    /** Definitions that were in force once: to be called where somebody wants everything written again. */
    public void forget() {
        jdbc.update("delete from search_reindex");
    }

    private boolean next() {
        return Objects.requireNonNull(transaction.execute(status -> {
            String last = jdbc.queryForObject(
                    "select last_child from search_reindex where fingerprint = ?", String.class, fingerprint);
            List<String> children = contents.lockChildrenAfter(Objects.requireNonNull(last), CHILDREN);
            if (children.isEmpty()) {
                return false;
            }
            contents.ofChildren(children, this::index);
            jdbc.update(
                    "update search_reindex set last_child = ?, changed_at = ? where fingerprint = ?",
                    children.get(children.size() - 1),
                    now(),
                    fingerprint);
            return true;
        }));
    }

    private void directory() {
        contents.ofDirectory(this::index);
        jdbc.update(
                "update search_reindex set finished = true, changed_at = ? where fingerprint = ?", now(), fingerprint);
    }

    private void index(List<Content> chunk) {
        contents.replaceValues(chunk, content -> indexer.index(content.parse(context)));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
