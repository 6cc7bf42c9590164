package uk.gov.warwickshire.gateway.rights.erasure;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** Looks for words in every column of every table of the database, in bytes too. */
public final class DatabaseSearch {

    private DatabaseSearch() {}

    /** Tables with a row that names one of the words, once for each row and word. */
    public static List<String> of(JdbcTemplate jdbc, String... words) {
        List<String> found = new ArrayList<>();
        List<String> tables = jdbc.queryForList("""
                select quote_ident(table_schema) || '.' || quote_ident(table_name) from information_schema.tables
                 where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
                 order by 1
                """, String.class);
        for (String table : tables) {
            for (String word : words) {
                long rows = Optional.ofNullable(jdbc.queryForObject(
                                "select count(*) from " + table
                                        + " t where position(lower(?) in lower(t::text)) > 0 or position(? in t::text) > 0",
                                Long.class,
                                word,
                                HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8))))
                        .orElse(0L);
                for (long row = 0; row < rows; row++) {
                    found.add(table);
                }
            }
        }
        return found;
    }
}
