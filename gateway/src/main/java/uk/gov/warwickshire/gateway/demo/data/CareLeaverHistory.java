package uk.gov.warwickshire.gateway.demo.data;

import java.util.List;

/** A care leaver with a personal adviser and a pathway plan that is reviewed every six months. */
final class CareLeaverHistory {

    private CareLeaverHistory() {}

    static void write(CaseFile file) {
        boolean suitable = file.draw().chance(85);
        file.row(ExtractTable.CARE_LEAVERS)
                .set("clea_table_id", file.id("CL", 1))
                .set("clea_person_id", file.personId())
                .set("clea_care_leaver_eligibility", "Former Relevant")
                .set("clea_care_leaver_in_touch", "YES")
                .date(
                        "clea_care_leaver_latest_contact",
                        file.today().minusDays(file.draw().between(2, 50)))
                .set("clea_care_leaver_accommodation", file.draw().oneOf(List.of("U", "D", "Z", "E")))
                .set("clea_care_leaver_accom_suitable", suitable ? "1" : "2")
                .set("clea_care_leaver_activity", file.draw().oneOf(List.of("F1", "F2", "P5", "G6")))
                .date(
                        "clea_pathway_plan_review_date",
                        file.today().minusDays(file.draw().between(5, 170)))
                .set("clea_care_leaver_personal_advisor", file.draw().oneOf(Names.WORKERS))
                .set("clea_care_leaver_allocated_team", file.team().id())
                .set("clea_care_leaver_worker_id", file.workerId())
                .write();
    }
}
