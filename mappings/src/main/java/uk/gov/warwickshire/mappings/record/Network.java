package uk.gov.warwickshire.mappings.record;

import java.util.List;
import java.util.Optional;

/**
 * The professionals around a child. Holds exactly those professionals and teams that the child's own rows name, so that
 * a change of another worker does not change this child.
 */
public record Network(List<Involvement> involvements, List<Professional> professionals, List<Team> teams) {
    public Network {
        involvements = List.copyOf(involvements);
        professionals = List.copyOf(professionals);
        teams = List.copyOf(teams);
    }

    public Optional<Professional> professional(String id) {
        return professionals.stream().filter(p -> p.id().equals(id)).findFirst();
    }

    public Optional<Team> team(String id) {
        return teams.stream().filter(t -> t.id().equals(id)).findFirst();
    }

    /** ssd_involvements. */
    public record Involvement(
            String id,
            Optional<String> professionalId,
            Optional<Coded> role,
            Optional<String> teamId,
            Period period,
            Optional<String> referralId,
            SourceRow row) {}

    /** ssd_professionals. */
    public record Professional(
            String id,
            Optional<String> staffId,
            Optional<String> name,
            Optional<String> socialWorkEnglandNumber,
            Optional<String> jobTitle,
            SourceRow row) {}

    /** ssd_department with the phones of the directory file. */
    public record Team(
            String id,
            Optional<String> name,
            Optional<String> officeHoursPhone,
            Optional<String> emergencyPhone,
            Optional<String> email,
            SourceRow row) {}
}
