package uk.gov.warwickshire.gateway.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import uk.gov.warwickshire.mappings.fhir.Category;

/** Reads a row of `resource` with all its columns but `hash` and `tokens`. */
public final class StoredResourceRow {

    private StoredResourceRow() {}

    public static StoredResource map(ResultSet row) throws SQLException {
        return new StoredResource(
                row.getString("child_id"),
                row.getString("type"),
                row.getString("id"),
                row.getLong("version"),
                row.getTimestamp("last_updated").toInstant(),
                Category.ofCode(row.getString("category")).orElseThrow(),
                Optional.ofNullable(row.getString("about_person")),
                row.getBytes("content"),
                List.of((String[]) row.getArray("refs").getArray()));
    }
}
