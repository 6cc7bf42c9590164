package uk.gov.warwickshire.gateway.rights.disposal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.rights.disposal.Preview.BlockedCount;
import uk.gov.warwickshire.gateway.rights.disposal.Preview.ClassCount;
import uk.gov.warwickshire.gateway.rights.disposal.Preview.DueChild;
import uk.gov.warwickshire.gateway.rights.erasure.ErasureCause;
import uk.gov.warwickshire.gateway.rights.erasure.Obstacle;
import uk.gov.warwickshire.gateway.rights.erasure.Standing;

/** Finds whose period is over, and what blocks it: a constant number of statements however many children. */
@Component
class DueChildren {

    private final JdbcTemplate jdbc;
    private final Standing standing;

    DueChildren(JdbcTemplate jdbc, Standing standing) {
        this.jdbc = jdbc;
        this.standing = standing;
    }

    Preview preview(LocalDate asOf, int shown) {
        Map<Obstacle, Long> blocked = new EnumMap<>(Obstacle.class);
        List<DueChild> due = free(asOf, blocked);
        Map<String, Long> classes = new TreeMap<>();
        due.forEach(child -> classes.merge(child.recordClass(), 1L, Long::sum));
        return new Preview(
                asOf,
                due.size(),
                classes.entrySet().stream()
                        .map(entry -> new ClassCount(entry.getKey(), entry.getValue()))
                        .toList(),
                blocked.entrySet().stream()
                        .map(entry -> new BlockedCount(entry.getKey(), entry.getValue()))
                        .toList(),
                due.stream().limit(shown).toList());
    }

    /** Those who may be disposed of now. */
    List<DueChild> free(LocalDate asOf, Map<Obstacle, Long> blocked) {
        List<DueChild> over = jdbc.query(
                """
                select r.child_id, r.record_class, r.dispose_from from retention_child r
                 where r.outcome = 'DATED' and r.dispose_from <= ?
                   and not exists (select from disposal_item i
                                    where i.child_id = r.child_id and i.state in ('WAITING', 'ERASING'))
                 order by r.dispose_from, r.child_id
                """,
                (row, i) -> new DueChild(row.getString(1), row.getString(2), row.getObject(3, LocalDate.class)),
                asOf);
        Set<String> stopped = new HashSet<>();
        List<String> ids = over.stream().map(DueChild::childId).toList();
        count(Obstacle.LEGAL_HOLD, onHold(asOf), stopped, blocked);
        count(Obstacle.OPEN_CP_IS, standing.neededBy(ids), stopped, blocked);
        count(Obstacle.OPEN_REQUEST, standing.withOpenRequest(ids, ErasureCause.DISPOSAL), stopped, blocked);
        List<DueChild> free = new ArrayList<>(over);
        free.removeIf(child -> stopped.contains(child.childId()));
        return free;
    }

    private Set<String> onHold(LocalDate asOf) {
        return new HashSet<>(jdbc.queryForList("""
                select distinct c.child_id from legal_hold_child c
                  join legal_hold h on h.id = c.hold_id and h.released_at is null
                  join retention_child r on r.child_id = c.child_id
                 where r.outcome = 'DATED' and r.dispose_from <= ?
                """, String.class, asOf));
    }

    private static void count(Obstacle obstacle, Set<String> found, Set<String> stopped, Map<Obstacle, Long> blocked) {
        if (!found.isEmpty()) {
            blocked.put(obstacle, (long) found.size());
            stopped.addAll(found);
        }
    }
}
