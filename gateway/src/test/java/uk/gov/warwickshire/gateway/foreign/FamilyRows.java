package uk.gov.warwickshire.gateway.foreign;

import static uk.gov.warwickshire.gateway.foreign.Family.LEFT_CARE;
import static uk.gov.warwickshire.gateway.foreign.Family.LOOKED_AFTER;
import static uk.gov.warwickshire.gateway.foreign.Family.MOTHER;
import static uk.gov.warwickshire.gateway.foreign.Family.ON_PLAN;
import static uk.gov.warwickshire.gateway.foreign.ForeignExtract.MARKER;

/** The family's rows, each in the spelling of its system (source-formats.md 2). */
final class FamilyRows {

    // A row reads as columns and values, several to a line.
    // spotless:off

    private final CaseSystem system;
    private final Family family;
    private final ForeignExtract extract;

    FamilyRows(CaseSystem system, Family family) {
        this.system = system;
        this.family = family;
        this.extract = new ForeignExtract(system, system.id(ON_PLAN.last4()));
    }

    ForeignExtract extract() {
        person(ON_PLAN, false);
        // Liquidlogic puts an estimated date of birth where the expected one of an unborn child stands.
        person(LOOKED_AFTER, system == CaseSystem.SYSTEMC);
        person(LEFT_CARE, false);
        person(MOTHER, false);
        home();
        referral(ON_PLAN, "3001");
        referral(LOOKED_AFTER, "3002");
        referral(LEFT_CARE, "3003");
        childInNeed();
        childProtection();
        lookedAfter();
        careLeaver();
        return directory();
    }

    private void person(Family.Person person, boolean estimated) {
        extract.row(
                "ssd_person",
                "pers_person_id", system.id(person.last4()),
                "pers_forename", person.forename(),
                "pers_surname", family.surname(),
                "pers_sex", system.sex("F", "Female", "2"),
                "pers_gender", system.sex("F", "Woman", "2"),
                "pers_ethnicity", system.ethnicity("WBRI", "White British"),
                "pers_dob", estimated ? system.nothing() : day(person.birth()),
                "pers_expected_dob", estimated ? day(person.birth()) : "",
                "pers_single_unique_id",
                        system == CaseSystem.ECLIPSE ? person.nhsNumber(system) : system.nothing(),
                "pers_upn", "",
                "pers_send_flag", system.no(),
                "pers_is_mother", person == MOTHER ? system.yes() : system.no());
    }

    private void home() {
        for (Family.Person child : Family.CHILDREN) {
            String id = system.id(child.last4());
            extract.row("ssd_mother", "moth_table_id", id, "moth_person_id", system.id("0004"),
                    "moth_childs_person_id", id, "moth_childs_dob", day(child.birth()));
            extract.row("ssd_family", "fami_table_id", id, "fami_family_id", system.id("0900"), "fami_person_id", id);
            extract.row("ssd_linked_identifiers", "link_table_id", id, "link_person_id", id,
                    "link_identifier_type", "Case Number", "link_valid_from_date", day("2020-01-01"));
        }
        address(ON_PLAN, "1", "Home", "CV34 6QX", "Castle Lane");
        // Where the looked-after child comes from, which says whose region it is, and where it lives.
        address(LOOKED_AFTER, "4", "Home", "CV34 6QX", "Castle Lane");
        address(LOOKED_AFTER, "2", "Placement", Family.PLACEMENT_POSTCODE, Family.PLACEMENT_STREET);
        address(LEFT_CARE, "3", "Home", "CV34 6QX", "Castle Lane");
        extract.row("ssd_disability", "disa_table_id", system.id("0911"), "disa_person_id", system.id("0001"),
                "disa_disability_code", "AUT");
    }

    /** Not escaped, as the script of Liquidlogic glues it. */
    private void address(Family.Person person, String house, String type, String postcode, String street) {
        extract.row("ssd_address", "addr_table_id", system.id("090" + house), "addr_person_id",
                system.id(person.last4()), "addr_address_type", type, "addr_address_start_date", day("2022-02-02"),
                "addr_address_end_date", system.open(), "addr_address_postcode", postcode, "addr_address_json",
                "{\"ROOM\": \"\", \"HOUSE\": \"%s\", \"STREET\": \"Old \"%s\"\", \"TOWN\": \"Warwick\", \"UPRN\": \"\"}"
                        .formatted(house, street));
    }

    private void referral(Family.Person child, String last4) {
        String id = system.id(last4);
        extract.row("ssd_cin_episodes", "cine_referral_id", id, "cine_person_id", system.id(child.last4()),
                "cine_referral_date", day("2024-06-03"), "cine_cin_primary_need_code", "N1",
                "cine_referral_source_code", "3B", "cine_referral_nfa", system.no(), "cine_close_reason", "",
                "cine_close_date", system.open(), "cine_referral_team", family.teamId(),
                "cine_referral_worker_id", family.workerId());
        extract.row("ssd_involvements", "invo_involvements_id", id, "invo_person_id", system.id(child.last4()),
                "invo_professional_id", family.workerId(), "invo_professional_role_id", "Allocated Worker",
                "invo_professional_team", family.teamId(), "invo_involvement_start_date", day("2024-06-04"),
                "invo_involvement_end_date", system.open(), "invo_referral_id", id);
    }

    private void childInNeed() {
        String referral = system.id("3001");
        String child = system.id("0001");
        extract.row("ssd_cin_assessments", "cina_assessment_id", system.id("4001"), "cina_person_id", child,
                "cina_referral_id", referral, "cina_assessment_start_date", day("2024-06-05"),
                "cina_assessment_child_seen", system.yes(), "cina_assessment_auth_date", day("2024-07-01"),
                "cina_assessment_outcome_nfa", system.no(), "cina_assessment_team", family.teamId(),
                "cina_assessment_worker_id", family.workerId());
        extract.row("ssd_assessment_factors", "cinf_table_id", system.id("4002"), "cinf_assessment_id",
                system.id("4001"), "cinf_assessment_factors_json", "[\"1B\", \"4B\", \"" + MARKER + "\"]");
        extract.row("ssd_cin_plans", "cinp_cin_plan_id", system.id("4003"), "cin_plan_id", system.id("4003"),
                "cinp_referral_id", referral, "cinp_person_id", child,
                "cinp_cin_plan_start_date", day("2024-07-02"), "cinp_cin_plan_end_date", day("2025-03-10"),
                "cinp_cin_plan_team", family.teamId(), "cinp_cin_plan_worker_id", family.workerId());
    }

    private void childProtection() {
        String referral = system.id("3001");
        String child = system.id("0001");
        extract.row("ssd_s47_enquiry", "s47e_s47_enquiry_id", system.id("5003"), "s47e_referral_id", referral,
                "s47e_person_id", child, "s47e_s47_start_date", day("2025-02-10"),
                "s47e_s47_end_date", day("2025-02-20"), "s47e_s47_nfa", system.no(),
                "s47e_s47_outcome_json",
                "{\"NFA_FLAG\":\"N\",\"CP_CONFERENCE_FLAG\":\"Y\",\"OUTCOME_COMMENTS\":\"He said \"%s\", she said\"}"
                        .formatted(MARKER),
                "s47e_s47_completed_by_team", family.teamId(),
                "s47e_s47_completed_by_worker_id", family.workerId());
        extract.row("ssd_initial_cp_conference", "icpc_icpc_id", system.id("5002"),
                "icpc_s47_enquiry_id", system.id("5003"), "icpc_person_id", child,
                "icpc_cp_plan_id", family.planId(), "icpc_referral_id", referral,
                "icpc_icpc_transfer_in", system.no(), "icpc_icpc_target_date", day("2025-03-12"),
                "icpc_icpc_date", day("2025-03-10"), "icpc_icpc_outcome_cp_flag", system.yes(),
                "icpc_icpc_team", family.teamId(), "icpc_icpc_worker_id", family.workerId());
        extract.row("ssd_cp_plans", "cppl_cp_plan_id", family.planId(), "cppl_referral_id", referral,
                "cppl_icpc_id", system.id("5002"), "cppl_person_id", child,
                "cppl_cp_plan_start_date", day(Family.PLAN_START), "cppl_cp_plan_end_date", system.open(),
                "cppl_cp_plan_ola", system.no(),
                "cppl_cp_plan_initial_category", system.abuse("EMO", "Emotional Abuse"),
                "cppl_cp_plan_latest_category", system.abuse("NEG", "Neglect"));
        extract.row("ssd_cp_reviews", "cppr_cp_review_id", system.id("5004"), "workflow_step_id", system.id("5004"),
                "cppr_person_id", child, "person_id", child, "cppr_cp_plan_id", family.planId(),
                "registration_id", family.planId(), "cppr_cp_review_due", day("2025-06-10"),
                "due_date", day("2025-06-10"), "cppr_cp_review_date", day("2025-06-09"),
                "actual_date", day("2025-06-09"), "cppr_cp_review_outcome_continue_cp", system.yes(),
                "cppr_cp_review_participation", "PN1", "review_participation", "PN1");
    }

    private void lookedAfter() {
        String child = system.id("0002");
        extract.row("ssd_cla_episodes", "clae_cla_episode_id", system.id("6004"), "clae_person_id", child,
                "clae_cla_placement_id", system.id("6005"), "clae_cla_episode_start_date", day(Family.ORDER_START),
                "clae_cla_episode_start_reason", "S", "clae_cla_primary_need_code", "N1",
                "clae_cla_episode_ceased_date", system.open(), "clae_cla_episode_ceased_reason", "",
                "clae_cla_id", system.id("6003"), "clae_referral_id", system.id("3002"),
                "clae_entered_care_date", day(Family.ORDER_START));
        extract.row("ssd_cla_placement", "clap_cla_placement_id", system.id("6005"), "clap_cla_id",
                system.id("6003"), "clap_person_id", child, "clap_cla_placement_start_date", day(Family.ORDER_START),
                "clap_cla_placement_type", "U4", "clap_cla_placement_provider", "PR1",
                "clap_cla_placement_postcode", Family.PLACEMENT_POSTCODE,
                "clap_cla_placement_end_date", system.open(), "clap_cla_placement_change_reason", "");
        legalStatus("6001", "C1", "Interim care order", "2024-05-01", day(Family.ORDER_START));
        legalStatus("6002", "C2", "Full care order", Family.ORDER_START, system.open());
    }

    private void legalStatus(String last4, String code, String words, String start, String end) {
        extract.row("ssd_legal_status", "lega_legal_status_id", system.id(last4), "lega_person_id",
                system.id("0002"), "lega_legal_status", system.legalStatus(code, words),
                "lega_legal_status_start_date", day(start), "lega_legal_status_end_date", end);
    }

    private void careLeaver() {
        extract.row("ssd_care_leavers", "clea_table_id", system.id("7001"), "clea_person_id", system.id("0003"),
                "clea_care_leaver_eligibility", "Former Relevant", "clea_care_leaver_in_touch", system.yes(),
                "clea_care_leaver_latest_contact", day("2026-06-30"), "clea_care_leaver_accommodation", "U",
                "clea_care_leaver_accom_suitable", "1", "clea_care_leaver_activity", "F2",
                "clea_pathway_plan_review_date", day("2026-05-20"),
                "clea_care_leaver_allocated_team", family.teamId(),
                "clea_care_leaver_worker_id", family.workerId());
    }

    private ForeignExtract directory() {
        return extract.row("ssd_professionals", "prof_professional_id", family.workerId(),
                        "prof_professional_name", Family.WORKER, "prof_social_worker_registration_no", "SW4711",
                        "prof_professional_job_title", "Social Worker", "prof_agency_worker_flag", system.no())
                .row("ssd_department", "dept_team_id", family.teamId(), "dept_team_name", "North Team");
    }

    private String day(String iso) {
        return system.date(iso);
    }
    // spotless:on
}
