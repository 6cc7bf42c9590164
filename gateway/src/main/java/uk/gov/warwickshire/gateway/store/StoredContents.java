package uk.gov.warwickshire.gateway.store;

import static uk.gov.warwickshire.gateway.common.SqlArrays.texts;

import ca.uhn.fhir.context.FhirContext;
import java.io.ByteArrayInputStream;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import uk.gov.warwickshire.gateway.common.SqlArrays;
import uk.gov.warwickshire.mappings.fhir.SearchValues;

/** Goes through what is stored to write its search values again. In the caller's transaction. */
public final class StoredContents {

    private static final int CHUNK = 500;

    /** The bytes are shared, not copied. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Content(String childId, String type, String id, byte[] json) {
        public Resource parse(FhirContext context) {
            return (Resource) context.newJsonParser().parseResource(new ByteArrayInputStream(json));
        }
    }

    private final JdbcTemplate jdbc;
    private final SearchValueTable values;

    public StoredContents(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.values = new SearchValueTable(jdbc);
    }

    /** The next children by id. They can't be saved until the transaction ends. */
    public List<String> lockChildrenAfter(String childId, int limit) {
        return jdbc.queryForList(
                "select child_id from child where child_id > ? order by child_id limit ? for no key update",
                String.class,
                childId,
                limit);
    }

    public void ofChildren(List<String> childIds, Consumer<List<Content>> each) {
        stream(
                connection -> {
                    PreparedStatement ps = connection.prepareStatement(
                            "select child_id, type, id, content from resource where child_id = any(?)");
                    ps.setArray(1, texts(ps, childIds));
                    return ps;
                },
                each);
    }

    /** All of it; nobody else writes the directory until the transaction ends. */
    public void ofDirectory(Consumer<List<Content>> each) {
        new ResourceTable(jdbc).lockDirectory();
        stream(
                connection -> connection.prepareStatement(
                        "select child_id, type, id, content from resource where child_id = ''"),
                each);
    }

    private void stream(PreparedStatementCreator query, Consumer<List<Content>> each) {
        List<Content> chunk = new ArrayList<>();
        jdbc.query(
                connection -> {
                    PreparedStatement ps = query.createPreparedStatement(connection);
                    ps.setFetchSize(CHUNK);
                    return ps;
                },
                row -> {
                    chunk.add(new Content(
                            row.getString("child_id"),
                            row.getString("type"),
                            row.getString("id"),
                            row.getBytes("content")));
                    if (chunk.size() >= CHUNK) {
                        each.accept(List.copyOf(chunk));
                        chunk.clear();
                    }
                });
        if (!chunk.isEmpty()) {
            each.accept(List.copyOf(chunk));
        }
    }

    public void replaceValues(List<Content> contents, Function<Content, SearchValues> indexer) {
        List<SearchValueTable.Row> rows = contents.stream()
                .map(c -> new SearchValueTable.Row(c.childId(), c.type(), c.id(), indexer.apply(c)))
                .toList();
        values.replace(rows);
        jdbc.update("""
                update resource r set tokens = string_to_array(k.tokens, E'\\x1f')
                  from unnest(?::text[], ?::text[], ?::text[], ?::text[]) as k (child_id, type, id, tokens)
                 where r.child_id = k.child_id and r.type = k.type and r.id = k.id
                """, ps -> {
            ps.setArray(1, SqlArrays.of(ps, "text", rows, SearchValueTable.Row::childId));
            ps.setArray(2, SqlArrays.of(ps, "text", rows, SearchValueTable.Row::type));
            ps.setArray(3, SqlArrays.of(ps, "text", rows, SearchValueTable.Row::id));
            ps.setArray(
                    4,
                    SqlArrays.of(
                            ps,
                            "text",
                            rows,
                            row -> String.join(
                                    ResourceTable.SEPARATOR, row.values().tokens())));
        });
    }
}
