package uk.gov.warwickshire.gateway.demo.data;

import java.util.List;
import java.util.Locale;

/** Teams of the council and the social workers each case system knows. */
final class Workforce {

    /** @param phone from the ranges that Ofcom keeps for drama */
    record Team(String id, String name, String phone, String emergencyPhone, String email) {}

    static final List<Team> TEAMS = List.of(
            team("TEAM01", "Initial Response, North", "01632 960101"),
            team("TEAM02", "Initial Response, South", "01632 960102"),
            team("TEAM03", "Children's Team, Rugby", "01632 960103"),
            team("TEAM04", "Children with Disabilities", "01632 960104"),
            team("TEAM05", "Corporate Parenting, Looked-after Children", "01632 960105"),
            team("TEAM06", "Leaving Care", "01632 960106"));

    private static final int WORKERS = 8;

    private Workforce() {}

    static Team teamOf(CaseType caseType, Draw draw) {
        return switch (caseType) {
            case DISABLED -> TEAMS.get(3);
            case LOOKED_AFTER, ONLY_LOOKED_AFTER -> TEAMS.get(4);
            case CARE_LEAVER, ONLY_PATHWAY_PLAN -> TEAMS.get(5);
            default -> TEAMS.get(draw.between(0, 2));
        };
    }

    static String drawWorker(CaseSystem system, Draw draw) {
        return system.id("W", draw.between(1, WORKERS));
    }

    static void write(SsdExtract out) {
        for (int i = 1; i <= WORKERS; i++) {
            out.row(ExtractTable.PROFESSIONALS)
                    .set("prof_professional_id", out.system().id("W", i))
                    .set("prof_staff_id", out.system().id("S", i))
                    .set("prof_professional_name", Names.WORKERS.get(i - 1))
                    .set("prof_social_worker_registration_no", "SW99000" + i)
                    .flag("prof_agency_worker_flag", i % 4 == 0)
                    .set("prof_professional_job_title", i % 3 == 0 ? "Senior Social Worker" : "Social Worker")
                    .write();
        }
        for (Team team : TEAMS) {
            out.row(ExtractTable.DEPARTMENT)
                    .set("dept_team_id", team.id())
                    .set("dept_team_name", team.name())
                    .set("dept_team_parent_name", "Children and Family services")
                    .write();
        }
    }

    private static Team team(String id, String name, String phone) {
        return new Team(id, name, phone, "01632 960999", id.toLowerCase(Locale.ROOT) + "@example.org");
    }
}
