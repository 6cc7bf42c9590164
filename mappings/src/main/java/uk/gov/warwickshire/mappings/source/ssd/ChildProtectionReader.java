package uk.gov.warwickshire.mappings.source.ssd;

import java.util.List;
import uk.gov.warwickshire.mappings.record.ChildProtection;
import uk.gov.warwickshire.mappings.source.code.CodeList;

/** ssd_s47_enquiry, ssd_initial_cp_conference, ssd_cp_plans, ssd_cp_reviews; after the referrals, to which they link. */
final class ChildProtectionReader {

    private ChildProtectionReader() {}

    static ChildProtection read(ReadContext context) {
        List<ChildProtection.Section47Enquiry> enquiries =
                context.read(SsdTable.S47_ENQUIRY, ChildProtectionReader::enquiry);
        List<ChildProtection.InitialConference> conferences =
                context.read(SsdTable.INITIAL_CP_CONFERENCE, ChildProtectionReader::conference);
        List<ChildProtection.ChildProtectionPlan> plans = context.read(SsdTable.CP_PLANS, ChildProtectionReader::plan);
        return new ChildProtection(
                enquiries, conferences, plans, context.read(SsdTable.CP_REVIEWS, ChildProtectionReader::review));
    }

    private static ChildProtection.Section47Enquiry enquiry(RowReader row) {
        return new ChildProtection.Section47Enquiry(
                row.id(),
                row.link("s47e_referral_id", SsdTable.CIN_EPISODES),
                row.period("s47e_s47_start_date", "s47e_s47_end_date"),
                row.flag("s47e_s47_nfa"),
                Section47Outcomes.parse(row.text("s47e_s47_outcome_json").orElse("")),
                row.team("s47e_s47_completed_by_team"),
                row.professional("s47e_s47_completed_by_worker_id"),
                row.source());
    }

    private static ChildProtection.InitialConference conference(RowReader row) {
        return new ChildProtection.InitialConference(
                row.id(),
                row.link("icpc_s47_enquiry_id", SsdTable.S47_ENQUIRY),
                row.link("icpc_referral_id", SsdTable.CIN_EPISODES),
                row.link("icpc_cp_plan_id", SsdTable.CP_PLANS),
                row.date("icpc_icpc_target_date"),
                row.date("icpc_icpc_date"),
                row.flag("icpc_icpc_transfer_in"),
                row.flag("icpc_icpc_outcome_cp_flag"),
                row.team("icpc_icpc_team"),
                row.professional("icpc_icpc_worker_id"),
                row.source());
    }

    private static ChildProtection.ChildProtectionPlan plan(RowReader row) {
        return new ChildProtection.ChildProtectionPlan(
                row.id(),
                row.link("cppl_referral_id", SsdTable.CIN_EPISODES),
                row.link("cppl_icpc_id", SsdTable.INITIAL_CP_CONFERENCE),
                row.period("cppl_cp_plan_start_date", "cppl_cp_plan_end_date"),
                row.coded("cppl_cp_plan_initial_category", CodeList.CATEGORY_OF_ABUSE),
                row.coded("cppl_cp_plan_latest_category", CodeList.CATEGORY_OF_ABUSE),
                row.flag("cppl_cp_plan_ola"),
                row.source());
    }

    private static ChildProtection.Review review(RowReader row) {
        return new ChildProtection.Review(
                row.id(),
                row.link("cppr_cp_plan_id", SsdTable.CP_PLANS),
                row.date("cppr_cp_review_due"),
                row.date("cppr_cp_review_date"),
                row.flag("cppr_cp_review_outcome_continue_cp"),
                row.coded("cppr_cp_review_participation", CodeList.REVIEW_PARTICIPATION),
                row.source());
    }
}
