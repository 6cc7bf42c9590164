package uk.gov.warwickshire.gateway.demo.data;

import java.time.LocalDate;
import java.util.List;

/** Section 47 enquiry, initial conference, plan and its reviews: three months after the start, then every six. */
final class ChildProtectionHistory {

    private static final int FIRST_REVIEW = 90;
    private static final int REVIEW_INTERVAL = 180;
    /** A plan that ended ran this long: until after the second review. */
    static final int ENDED_AFTER = FIRST_REVIEW + REVIEW_INTERVAL + 10;

    private ChildProtectionHistory() {}

    static LocalDate planStart(CaseFile file) {
        return file.began().plusDays(16);
    }

    static void write(CaseFile file, boolean ended) {
        enquiry(file);
        conference(file);
        plan(file, ended);
        reviews(file, ended ? planStart(file).plusDays(ENDED_AFTER) : file.today());
    }

    private static void enquiry(CaseFile file) {
        LocalDate started = file.began().plusDays(3);
        file.row(ExtractTable.S47_ENQUIRY)
                .set("s47e_s47_enquiry_id", file.id("Q", 1))
                .set("s47e_referral_id", ChildInNeedHistory.referralId(file))
                .set("s47e_person_id", file.personId())
                .date("s47e_s47_start_date", started)
                .date("s47e_s47_end_date", started.plusDays(8))
                .flag("s47e_s47_nfa", false)
                .set("s47e_s47_outcome_json", outcome(file))
                .set("s47e_s47_completed_by_worker_id", file.workerId())
                .set("s47e_s47_completed_by_team", file.team().id())
                .write();
    }

    /** The comments stand for what workers write: text that must never leave the council, here over two lines. */
    private static String outcome(CaseFile file) {
        String comments = file.draw().chance(30) ? "SYNTHETIC COMMENT, first line\nand a second, never shared" : "";
        return "{\"NFA_FLAG\": \"N\", \"LEGAL_ACTION_FLAG\": \"N\", \"PROV_OF_SERVICES_FLAG\": \"N\","
                + " \"PROV_OF_SB_CARE_FLAG\": \"N\", \"CP_CONFERENCE_FLAG\": \"Y\","
                + " \"NFA_CONTINUE_SINGLE_FLAG\": \"N\", \"MONITOR_FLAG\": \"N\", \"OTHER_OUTCOMES_EXIST_FLAG\": \"N\","
                + " \"TOTAL_NO_OF_OUTCOMES\": 1, \"OUTCOME_COMMENTS\": \"" + comments + "\"}";
    }

    private static void conference(CaseFile file) {
        file.row(ExtractTable.INITIAL_CP_CONFERENCE)
                .set("icpc_icpc_id", file.id("K", 1))
                .set("icpc_icpc_meeting_id", file.id("KM", 1))
                .set("icpc_s47_enquiry_id", file.id("Q", 1))
                .set("icpc_person_id", file.personId())
                .set("icpc_cp_plan_id", file.id("Z", 1))
                .set("icpc_referral_id", ChildInNeedHistory.referralId(file))
                .flag("icpc_icpc_transfer_in", false)
                .date("icpc_icpc_target_date", file.began().plusDays(18))
                .date("icpc_icpc_date", planStart(file))
                .flag("icpc_icpc_outcome_cp_flag", true)
                .set("icpc_icpc_team", file.team().id())
                .set("icpc_icpc_worker_id", file.workerId())
                .write();
    }

    private static void plan(CaseFile file, boolean ended) {
        String category = file.draw().oneOf(Codes.ABUSE.codes());
        ExtractRow row = file.row(ExtractTable.CP_PLANS)
                .set("cppl_cp_plan_id", file.id("Z", 1))
                .set("cppl_referral_id", ChildInNeedHistory.referralId(file))
                .set("cppl_icpc_id", file.id("K", 1))
                .set("cppl_person_id", file.personId())
                .date("cppl_cp_plan_start_date", planStart(file))
                .flag("cppl_cp_plan_ola", false)
                .code("cppl_cp_plan_initial_category", Codes.ABUSE, category)
                .code("cppl_cp_plan_latest_category", Codes.ABUSE, file.draw().oneOf(List.of(category, "NEG")));
        if (ended) {
            row.date("cppl_cp_plan_end_date", planStart(file).plusDays(ENDED_AFTER));
        }
        row.write();
    }

    private static void reviews(CaseFile file, LocalDate until) {
        LocalDate due = planStart(file).plusDays(FIRST_REVIEW);
        for (int ordinal = 1; ordinal < 10; ordinal++) {
            boolean held = !due.isAfter(until);
            ExtractRow row = file.row(ExtractTable.CP_REVIEWS)
                    .set("cppr_cp_review_id", file.id("V", ordinal))
                    .set("cppr_person_id", file.personId())
                    .set("cppr_cp_plan_id", file.id("Z", 1))
                    .date("cppr_cp_review_due", due);
            if (held) {
                boolean last = !due.plusDays(REVIEW_INTERVAL).isBefore(until) && until.isBefore(file.today());
                row.date("cppr_cp_review_date", due)
                        .flag("cppr_cp_review_outcome_continue_cp", !last)
                        .flag("cppr_cp_review_quorate", true)
                        .set("cppr_cp_review_participation", underFour(file, due) ? "PN0" : "PN1");
            }
            if (held || until.equals(file.today())) {
                row.write();
            }
            if (!held) {
                return;
            }
            due = due.plusDays(REVIEW_INTERVAL);
        }
    }

    private static boolean underFour(CaseFile file, LocalDate day) {
        return file.child().birth().plusYears(4).isAfter(day);
    }
}
