package uk.gov.warwickshire.mappings.source.ssd;

import static uk.gov.warwickshire.mappings.source.ssd.SsdTable.DEPARTMENT;
import static uk.gov.warwickshire.mappings.source.ssd.SsdTable.PROFESSIONALS;

import java.util.List;
import java.util.Optional;
import uk.gov.warwickshire.mappings.record.Network;
import uk.gov.warwickshire.mappings.source.directory.DirectoryRow;

/** Reads the rows that belong to no child. */
public final class SsdReferenceReader {

    private SsdReferenceReader() {}

    /** @throws IllegalArgumentException if it is not a row of ssd_professionals */
    public static Network.Professional professional(SsdRow row) {
        require(row, PROFESSIONALS);
        List<String> values = row.values();
        return new Network.Professional(
                values.get(PROFESSIONALS.position("prof_professional_id")),
                filled(values.get(PROFESSIONALS.position("prof_staff_id"))),
                filled(values.get(PROFESSIONALS.position("prof_professional_name"))),
                filled(values.get(PROFESSIONALS.position("prof_social_worker_registration_no"))),
                filled(values.get(PROFESSIONALS.position("prof_professional_job_title"))),
                row.source());
    }

    /**
     * A team as ssd_department names it, with the phones of the directory.
     *
     * @throws IllegalArgumentException if it is not a row of ssd_department
     */
    public static Network.Team team(SsdRow row, Optional<DirectoryRow> directory) {
        require(row, DEPARTMENT);
        List<String> values = row.values();
        return new Network.Team(
                values.get(DEPARTMENT.position("dept_team_id")),
                filled(values.get(DEPARTMENT.position("dept_team_name")))
                        .or(() -> directory.flatMap(DirectoryRow::name)),
                directory.flatMap(DirectoryRow::officeHoursPhone),
                directory.flatMap(DirectoryRow::emergencyPhone),
                directory.flatMap(DirectoryRow::email),
                row.source());
    }

    /** A team that only the directory knows. */
    public static Network.Team team(DirectoryRow directory) {
        return new Network.Team(
                directory.teamId(),
                directory.name(),
                directory.officeHoursPhone(),
                directory.emergencyPhone(),
                directory.email(),
                directory.source());
    }

    private static Optional<String> filled(String value) {
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    private static void require(SsdRow row, SsdTable table) {
        if (row.table() != table) {
            throw new IllegalArgumentException("not a row of " + table.tableName());
        }
    }
}
