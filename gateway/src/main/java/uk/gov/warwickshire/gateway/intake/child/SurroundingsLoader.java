package uk.gov.warwickshire.gateway.intake.child;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Repository;
import uk.gov.warwickshire.mappings.record.Identity;
import uk.gov.warwickshire.mappings.record.NhsNumber;
import uk.gov.warwickshire.mappings.record.SourceRow;
import uk.gov.warwickshire.mappings.record.VerificationStatus;
import uk.gov.warwickshire.mappings.source.directory.DirectoryRow;
import uk.gov.warwickshire.mappings.source.ssd.References;
import uk.gov.warwickshire.mappings.source.ssd.SsdChildRows;
import uk.gov.warwickshire.mappings.source.ssd.SsdRow;
import uk.gov.warwickshire.mappings.source.ssd.SsdTable;

/** Loads {@link Surroundings} for many children with one query per kind. */
@Repository
class SurroundingsLoader {

    private final JdbcTemplate jdbc;
    private final ChildSources sources;

    SurroundingsLoader(JdbcTemplate jdbc, ChildSources sources) {
        this.jdbc = jdbc;
        this.sources = sources;
    }

    /** @param incoming rows of ssd_person in the extract that is being read, before those kept from earlier ones */
    Surroundings load(Collection<String> childIds, Collection<References> wanted, PersonRows incoming) {
        Set<String> keys = new HashSet<>();
        Set<String> teams = new HashSet<>();
        Set<String> mothers = new HashSet<>();
        for (References references : wanted) {
            references.professionalIds().forEach(id -> keys.add(UseKey.professional(id)));
            references.teamIds().forEach(id -> keys.add(UseKey.team(id)));
            teams.addAll(references.teamIds());
            mothers.addAll(references.motherIds());
        }
        Set<String> persons = new HashSet<>(childIds);
        persons.addAll(mothers);
        return new Surroundings(references(keys), directory(teams), mothers(mothers, incoming), identities(persons));
    }

    private Map<String, SsdRow> references(Set<String> keys) {
        Map<String, SsdRow> found = new HashMap<>();
        query("select key, file, row_no, content from ssd_reference where key = any (?)", keys, row -> {
            SsdTable table = row.getString("key").startsWith("P:") ? SsdTable.PROFESSIONALS : SsdTable.DEPARTMENT;
            found.put(
                    row.getString("key"),
                    new SsdRow(table, row.getString("file"), row.getLong("row_no"), row.getString("content")));
        });
        return found;
    }

    private Map<String, DirectoryRow> directory(Set<String> teams) {
        Map<String, DirectoryRow> found = new HashMap<>();
        query("select * from team_directory where team_id = any (?)", teams, row -> {
            found.put(
                    row.getString("team_id"),
                    new DirectoryRow(
                            row.getString("team_id"),
                            Optional.ofNullable(row.getString("name")),
                            Optional.ofNullable(row.getString("office_hours_phone")),
                            Optional.ofNullable(row.getString("emergency_phone")),
                            Optional.ofNullable(row.getString("email")),
                            new SourceRow(row.getString("file"), "directory", row.getLong("row_no"))));
        });
        return found;
    }

    private Map<String, SsdRow> mothers(Set<String> mothers, PersonRows incoming) {
        Map<String, SsdRow> found = new HashMap<>(incoming.of(mothers));
        Set<String> missing = new HashSet<>(mothers);
        missing.removeAll(found.keySet());
        for (SsdChildRows kept : sources.rows(missing).values()) {
            kept.of(SsdTable.PERSON).stream().findFirst().ifPresent(row -> found.put(kept.childId(), row));
        }
        return found;
    }

    private Map<String, Identity> identities(Set<String> persons) {
        Map<String, Identity> found = new HashMap<>();
        query("select * from child_identity where child_id = any (?)", persons, row -> {
            found.put(row.getString("child_id"), identity(row));
        });
        return found;
    }

    private static Identity identity(ResultSet row) throws SQLException {
        VerificationStatus status = row.getBoolean("disputed")
                ? VerificationStatus.TRACE_TO_RESOLVE
                : VerificationStatus.valueOf(row.getString("status"));
        return new Identity(
                Optional.ofNullable(row.getString("nhs_number")).map(NhsNumber::new),
                status,
                row.getBoolean("restricted"));
    }

    private void query(String sql, Set<String> keys, RowCallbackHandler handler) {
        if (!keys.isEmpty()) {
            jdbc.query(sql, handler, (Object) keys.toArray(String[]::new));
        }
    }
}
