package uk.gov.warwickshire.gateway.demo.data;

import java.time.LocalDate;
import java.util.List;

/** Referral, assessment and, where the child is in need, a plan. */
final class ChildInNeedHistory {

    private static final List<String> FACTORS =
            List.of("[\"3B\", \"4B\"]", "[\"1B\"]", "[\"2B\", \"16A\"]", "[\"6A\"]", "[\"4A\", \"3A\"]");

    private ChildInNeedHistory() {}

    static String referralId(CaseFile file) {
        return file.id("R", 1);
    }

    static void referral(CaseFile file, boolean closed) {
        boolean disabled = file.child().caseType() == CaseType.DISABLED;
        String source = file.draw().oneOf(Codes.REFERRAL_SOURCE.codes());
        String need = disabled ? "N2" : file.draw().oneOf(List.of("N1", "N1", "N3", "N4", "N5"));
        ExtractRow row = file.row(ExtractTable.CIN_EPISODES)
                .set("cine_referral_id", referralId(file))
                .set("cine_person_id", file.personId())
                .date("cine_referral_date", file.began())
                .code("cine_cin_primary_need_code", Codes.PRIMARY_NEED, need)
                .set("cine_referral_source_code", source)
                .set("cine_referral_source_desc", Codes.REFERRAL_SOURCE.description(source))
                .flag("cine_referral_nfa", false)
                .set("cine_referral_team", file.team().id())
                .set("cine_referral_worker_id", file.workerId());
        if (closed) {
            row.code("cine_close_reason", Codes.CLOSE_REASON, "RC7")
                    .date("cine_close_date", file.today().minusDays(9));
        }
        row.write();
    }

    /** @param withReferral false where the referral is older than the window of the extract */
    static void assessment(CaseFile file, boolean withReferral) {
        LocalDate started = file.began().plusDays(2);
        file.row(ExtractTable.CIN_ASSESSMENTS)
                .set("cina_assessment_id", file.id("A", 1))
                .set("cina_person_id", file.personId())
                .set("cina_referral_id", withReferral ? referralId(file) : "")
                .date("cina_assessment_start_date", started)
                .flag("cina_assessment_child_seen", file.child().caseType() != CaseType.UNBORN)
                .dateIfPast(
                        "cina_assessment_auth_date",
                        started.plusDays(file.draw().between(20, 45)),
                        file.today())
                .flag("cina_assessment_outcome_nfa", false)
                .set("cina_assessment_team", file.team().id())
                .set("cina_assessment_worker_id", file.workerId())
                .write();
        file.row(ExtractTable.ASSESSMENT_FACTORS)
                .set("cinf_table_id", file.id("AF", 1))
                .set("cinf_assessment_id", file.id("A", 1))
                .set("cinf_assessment_factors_json", file.draw().oneOf(FACTORS))
                .write();
    }

    static void plan(CaseFile file, LocalDate started, boolean ended) {
        if (!file.isPast(started)) {
            return;
        }
        ExtractRow row = file.row(ExtractTable.CIN_PLANS)
                .set("cinp_cin_plan_id", file.id("N", 1))
                .set("cinp_referral_id", referralId(file))
                .set("cinp_person_id", file.personId())
                .date("cinp_cin_plan_start_date", started)
                .set("cinp_cin_plan_team", file.team().id())
                .set("cinp_cin_plan_worker_id", file.workerId());
        if (ended) {
            row.date("cinp_cin_plan_end_date", file.today().minusDays(9));
        }
        row.write();
    }
}
