package uk.gov.warwickshire.gateway.store.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.gov.warwickshire.gateway.store.StoredResource;
import uk.gov.warwickshire.gateway.store.StoredResourceRow;

/**
 * A row that was found.
 *
 * @param sortValues as text
 */
record Found(StoredResource resource, List<String> tokens, List<Optional<String>> sortValues) {

    static final String COLUMNS = """
            r.child_id, r.type, r.id, r.version, r.last_updated, r.category, r.about_person, r.content, r.refs, r.tokens""";

    static Found of(ResultSet row, int keys) throws SQLException {
        @Nullable String[] sortValues = new String[keys];
        for (int i = 0; i < keys; i++) {
            sortValues[i] = row.getString("k" + i);
        }
        return new Found(
                StoredResourceRow.map(row),
                List.of((String[]) row.getArray("tokens").getArray()),
                IntStream.range(0, keys)
                        .mapToObj(i -> Optional.ofNullable(sortValues[i]))
                        .toList());
    }

    String reference() {
        return resource.reference();
    }
}
