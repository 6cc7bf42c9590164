package uk.gov.warwickshire.gateway.demo.data;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** `team_id,team_name,office_hours_phone,emergency_phone,email`: what no case system exports. */
final class DirectoryFile {

    private DirectoryFile() {}

    static void write(Path file) {
        List<String> header = List.of("team_id", "team_name", "office_hours_phone", "emergency_phone", "email");
        try (CsvOut out = new CsvOut(file, StandardCharsets.UTF_8, "\n", header)) {
            for (Workforce.Team team : Workforce.TEAMS) {
                out.write(List.of(team.id(), team.name(), team.phone(), team.emergencyPhone(), team.email()));
            }
            // A row that names no team.
            out.write(List.of("", "Team without an id", "01632 960199", "", ""));
        }
    }
}
