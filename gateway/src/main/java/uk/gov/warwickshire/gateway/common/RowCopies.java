package uk.gov.warwickshire.gateway.common;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.gov.warwickshire.gateway.common.PersonalTraces.Copy;

/** Rows of a table as JSON, one line for each: copies for a legal hold. */
public final class RowCopies {

    private RowCopies() {}

    /**
     * @param query its one column is JSON as text
     * @return nothing where there is no row
     */
    public static Stream<Copy> of(JdbcTemplate jdbc, String name, String query, Object... parameters) {
        List<String> rows = jdbc.queryForList(query, String.class, parameters);
        return rows.isEmpty()
                ? Stream.empty()
                : Optional.of(new Copy(name + ".ndjson", String.join("\n", rows).getBytes(StandardCharsets.UTF_8)))
                        .stream();
    }
}
