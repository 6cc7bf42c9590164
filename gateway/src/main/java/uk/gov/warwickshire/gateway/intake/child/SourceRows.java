package uk.gov.warwickshire.gateway.intake.child;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.mappings.source.ssd.SsdChildRows;

/** Says in which rows of which files a child's record has its source; the values stay where they are. */
@Component
public class SourceRows {

    /**
     * Rows of one table.
     *
     * @param lines from 1, the header included
     */
    public record Place(String file, String table, List<Long> lines) {
        public Place {
            lines = List.copyOf(lines);
        }
    }

    /**
     * The rows a record stands on now.
     *
     * @param batch that changed them last
     */
    public record Source(UUID batch, Instant changedAt, List<Place> places) {
        public Source {
            places = List.copyOf(places);
        }
    }

    private record Key(String file, String table) {}

    private final JdbcTemplate jdbc;

    SourceRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Source> of(String childId) {
        return jdbc
                .query(
                        "select batch_id, updated_at, rows from child_source where child_id = ?",
                        (row, i) -> new Source(
                                row.getObject("batch_id", UUID.class),
                                row.getTimestamp("updated_at").toInstant(),
                                places(SsdChildRows.fromJson(row.getString("rows")))),
                        childId)
                .stream()
                .findFirst();
    }

    private static List<Place> places(SsdChildRows rows) {
        Map<Key, List<Long>> lines = new LinkedHashMap<>();
        rows.all().forEach(row -> lines.computeIfAbsent(
                        new Key(row.file(), row.table().tableName()), key -> new ArrayList<>())
                .add(row.line()));
        return lines.entrySet().stream()
                .map(entry -> new Place(entry.getKey().file(), entry.getKey().table(), entry.getValue()))
                .toList();
    }
}
