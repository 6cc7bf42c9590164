package uk.gov.warwickshire.gateway.intake.reference;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import uk.gov.warwickshire.gateway.intake.child.UseKey;
import uk.gov.warwickshire.mappings.source.directory.DirectoryRow;

/** How teams are reached. */
@Repository
class TeamDirectory {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    TeamDirectory(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Joins the caller's transaction. Of several rows of a team the last counts.
     *
     * @return keys of the teams that changed, as {@link UseKey} makes them
     */
    List<String> save(UUID batch, List<DirectoryRow> rows) {
        Timestamp now = Timestamp.from(clock.instant());
        List<String> changed = new ArrayList<>();
        for (DirectoryRow row : rows) {
            int written = jdbc.update(
                    """
                    insert into team_directory as d
                        (team_id, name, office_hours_phone, emergency_phone, email, file, row_no, batch_id, updated_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    on conflict (team_id) do update
                       set name = excluded.name, office_hours_phone = excluded.office_hours_phone,
                           emergency_phone = excluded.emergency_phone, email = excluded.email,
                           file = excluded.file, row_no = excluded.row_no, batch_id = excluded.batch_id,
                           updated_at = excluded.updated_at
                     where (d.name, d.office_hours_phone, d.emergency_phone, d.email)
                           is distinct from
                           (excluded.name, excluded.office_hours_phone, excluded.emergency_phone, excluded.email)
                    """,
                    row.teamId(),
                    row.name().orElse(null),
                    row.officeHoursPhone().orElse(null),
                    row.emergencyPhone().orElse(null),
                    row.email().orElse(null),
                    row.source().file(),
                    row.source().row(),
                    batch,
                    now);
            if (written > 0) {
                changed.add(UseKey.team(row.teamId()));
            }
        }
        return changed;
    }
}
