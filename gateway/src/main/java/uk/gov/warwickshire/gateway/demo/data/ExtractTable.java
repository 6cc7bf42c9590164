package uk.gov.warwickshire.gateway.demo.data;

import java.util.List;
import java.util.Locale;

/** Tables of the dataset that the extracts hold, with their columns in the order of the specification. */
enum ExtractTable {
    PERSON("pers_person_id pers_legacy_id pers_upn pers_forename pers_surname pers_sex pers_gender pers_ethnicity"
            + " pers_dob pers_single_unique_id pers_upn_unknown pers_send_flag pers_expected_dob"
            + " pers_death_date pers_is_mother pers_nationality"),
    FAMILY("fami_table_id fami_family_id fami_person_id"),
    ADDRESS("addr_table_id addr_address_json addr_person_id addr_address_type addr_address_start_date"
            + " addr_address_end_date addr_address_postcode"),
    DISABILITY("disa_table_id disa_person_id disa_disability_code"),
    MOTHER("moth_table_id moth_person_id moth_childs_person_id moth_childs_dob"),
    LEGAL_STATUS("lega_legal_status_id lega_person_id lega_legal_status lega_legal_status_start_date"
            + " lega_legal_status_end_date"),
    CIN_EPISODES("cine_referral_id cine_person_id cine_referral_date cine_cin_primary_need_code"
            + " cine_referral_source_code cine_referral_source_desc cine_referral_outcome_json cine_referral_nfa"
            + " cine_close_reason cine_close_date cine_referral_team cine_referral_worker_id"),
    CIN_ASSESSMENTS("cina_assessment_id cina_person_id cina_referral_id cina_assessment_start_date"
            + " cina_assessment_child_seen cina_assessment_auth_date cina_assessment_outcome_json"
            + " cina_assessment_outcome_nfa cina_assessment_team cina_assessment_worker_id"),
    ASSESSMENT_FACTORS("cinf_table_id cinf_assessment_id cinf_assessment_factors_json"),
    CIN_PLANS("cinp_cin_plan_id cinp_referral_id cinp_person_id cinp_cin_plan_start_date cinp_cin_plan_end_date"
            + " cinp_cin_plan_team cinp_cin_plan_worker_id"),
    S47_ENQUIRY("s47e_s47_enquiry_id s47e_referral_id s47e_person_id s47e_s47_start_date s47e_s47_end_date"
            + " s47e_s47_nfa s47e_s47_outcome_json s47e_s47_completed_by_worker_id s47e_s47_completed_by_team"),
    INITIAL_CP_CONFERENCE("icpc_icpc_id icpc_icpc_meeting_id icpc_s47_enquiry_id icpc_person_id icpc_cp_plan_id"
            + " icpc_referral_id icpc_icpc_transfer_in icpc_icpc_target_date icpc_icpc_date icpc_icpc_outcome_cp_flag"
            + " icpc_icpc_outcome_json icpc_icpc_team icpc_icpc_worker_id"),
    CP_PLANS("cppl_cp_plan_id cppl_referral_id cppl_icpc_id cppl_person_id cppl_cp_plan_start_date"
            + " cppl_cp_plan_end_date cppl_cp_plan_ola cppl_cp_plan_initial_category cppl_cp_plan_latest_category"),
    CP_REVIEWS("cppr_cp_review_id cppr_person_id cppr_cp_plan_id cppr_cp_review_due cppr_cp_review_date"
            + " cppr_cp_review_outcome_continue_cp cppr_cp_review_quorate cppr_cp_review_participation"),
    CLA_EPISODES("clae_cla_episode_id clae_person_id clae_cla_episode_start_date clae_cla_episode_start_reason"
            + " clae_cla_primary_need_code clae_cla_episode_ceased_date clae_cla_episode_ceased_reason clae_cla_id"
            + " clae_referral_id clae_cla_placement_id clae_entered_care_date clae_cla_last_iro_contact_date"),
    CLA_PLACEMENT("clap_cla_placement_id clap_cla_id clap_person_id clap_cla_placement_start_date"
            + " clap_cla_placement_type clap_cla_placement_urn clap_cla_placement_distance"
            + " clap_cla_placement_provider clap_cla_placement_postcode clap_cla_placement_end_date"
            + " clap_cla_placement_change_reason"),
    CARE_LEAVERS("clea_table_id clea_person_id clea_care_leaver_eligibility clea_care_leaver_in_touch"
            + " clea_care_leaver_latest_contact clea_care_leaver_accommodation clea_care_leaver_accom_suitable"
            + " clea_care_leaver_activity clea_pathway_plan_review_date clea_care_leaver_personal_advisor"
            + " clea_care_leaver_allocated_team clea_care_leaver_worker_id"),
    INVOLVEMENTS("invo_involvements_id invo_professional_id invo_professional_role_id invo_professional_team"
            + " invo_person_id invo_involvement_start_date invo_involvement_end_date invo_worker_change_reason"
            + " invo_referral_id"),
    PROFESSIONALS("prof_professional_id prof_staff_id prof_professional_name prof_social_worker_registration_no"
            + " prof_agency_worker_flag prof_professional_job_title"),
    DEPARTMENT("dept_team_id dept_team_name dept_team_parent_id dept_team_parent_name");

    private final List<String> columns;

    ExtractTable(String columns) {
        this.columns = List.of(columns.split(" "));
    }

    List<String> columns() {
        return columns;
    }

    String fileName() {
        return "ssd_" + name().toLowerCase(Locale.ROOT) + ".csv";
    }
}
