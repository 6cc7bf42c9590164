package uk.gov.warwickshire.mappings.source.ssd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tables the gateway reads, each with the columns it reads of it (source-formats.md 2 and Appendix A); the first
 * column is the table's own id. What is not named here is never staged: no free text, no placement address, no
 * nationality.
 *
 * <p>Rows that were kept are read by position: a new column goes to the end of its table, and none is taken out.
 */
public enum SsdTable {
    PERSON("ssd_person", "CHILD pers_person_id", "", """
            pers_person_id pers_forename pers_surname pers_sex pers_gender pers_ethnicity pers_dob
            pers_single_unique_id|pers_common_child_id pers_legacy_id pers_upn pers_upn_unknown
            pers_send_flag pers_expected_dob pers_death_date pers_is_mother"""),
    FAMILY("ssd_family", "CHILD fami_person_id", "", """
            fami_table_id fami_person_id fami_family_id"""),
    ADDRESS("ssd_address", "CHILD addr_person_id", "", """
            addr_table_id addr_person_id addr_address_type addr_address_start_date addr_address_end_date@END
            addr_address_postcode addr_address_json"""),
    DISABILITY("ssd_disability", "CHILD disa_person_id", "", """
            disa_table_id disa_person_id disa_disability_code"""),
    MOTHER("ssd_mother", "CHILD moth_childs_person_id", "", """
            moth_table_id moth_childs_person_id moth_person_id@MOTHER"""),
    LINKED_IDENTIFIERS("ssd_linked_identifiers", "CHILD link_person_id", "", """
            link_table_id link_person_id link_identifier_type link_identifier_value link_valid_from_date
            link_valid_to_date@END"""),
    CIN_EPISODES("ssd_cin_episodes", "CHILD cine_person_id", "REFERRAL cine_referral_id", """
            cine_referral_id cine_person_id cine_referral_date cine_cin_primary_need_code
            cine_referral_source_code cine_referral_source_desc cine_referral_nfa cine_close_reason
            cine_close_date@END cine_referral_team@TEAM cine_referral_worker_id@PROFESSIONAL"""),
    CIN_ASSESSMENTS(
            "ssd_cin_assessments",
            "CHILD cina_person_id, REFERRAL cina_referral_id",
            "ASSESSMENT cina_assessment_id",
            """
            cina_assessment_id cina_person_id cina_referral_id cina_assessment_start_date
            cina_assessment_child_seen cina_assessment_auth_date@END cina_assessment_outcome_nfa
            cina_assessment_team@TEAM cina_assessment_worker_id@PROFESSIONAL"""),
    ASSESSMENT_FACTORS("ssd_assessment_factors", "ASSESSMENT cinf_assessment_id", "", """
            cinf_table_id cinf_assessment_id cinf_assessment_factors_json"""),
    CIN_PLANS("ssd_cin_plans", "CHILD cinp_person_id, REFERRAL cinp_referral_id", "", """
            cinp_cin_plan_id|cin_plan_id cinp_person_id cinp_referral_id cinp_cin_plan_start_date
            cinp_cin_plan_end_date@END cinp_cin_plan_team@TEAM cinp_cin_plan_worker_id@PROFESSIONAL"""),
    S47_ENQUIRY("ssd_s47_enquiry", "CHILD s47e_person_id, REFERRAL s47e_referral_id", "", """
            s47e_s47_enquiry_id s47e_person_id s47e_referral_id s47e_s47_start_date s47e_s47_end_date@END
            s47e_s47_nfa s47e_s47_outcome_json s47e_s47_completed_by_team@TEAM
            s47e_s47_completed_by_worker_id@PROFESSIONAL"""),
    INITIAL_CP_CONFERENCE(
            "ssd_initial_cp_conference",
            "CHILD icpc_person_id, REFERRAL icpc_referral_id, PROTECTION_PLAN icpc_cp_plan_id",
            "",
            """
            icpc_icpc_id icpc_person_id icpc_s47_enquiry_id icpc_referral_id icpc_cp_plan_id
            icpc_icpc_transfer_in icpc_icpc_target_date icpc_icpc_date icpc_icpc_outcome_cp_flag
            icpc_icpc_team@TEAM icpc_icpc_worker_id@PROFESSIONAL"""),
    CP_PLANS("ssd_cp_plans", "CHILD cppl_person_id, REFERRAL cppl_referral_id", "PROTECTION_PLAN cppl_cp_plan_id", """
            cppl_cp_plan_id cppl_person_id cppl_referral_id cppl_icpc_id cppl_cp_plan_start_date
            cppl_cp_plan_end_date@END cppl_cp_plan_initial_category cppl_cp_plan_latest_category
            cppl_cp_plan_ola"""),
    CP_REVIEWS("ssd_cp_reviews", "CHILD cppr_person_id, PROTECTION_PLAN cppr_cp_plan_id", "", """
            cppr_cp_review_id|workflow_step_id cppr_person_id|person_id cppr_cp_plan_id|registration_id
            cppr_cp_review_due|due_date cppr_cp_review_date|actual_date cppr_cp_review_outcome_continue_cp
            cppr_cp_review_participation|review_participation"""),
    CLA_EPISODES(
            "ssd_cla_episodes", "CHILD clae_person_id, REFERRAL clae_referral_id", "PERIOD_OF_CARE clae_cla_id", """
            clae_cla_episode_id clae_person_id clae_cla_id clae_referral_id clae_cla_placement_id
            clae_cla_episode_start_date clae_cla_episode_start_reason clae_cla_primary_need_code
            clae_cla_episode_ceased_date@END clae_cla_episode_ceased_reason clae_entered_care_date"""),
    CLA_PLACEMENT("ssd_cla_placement", "CHILD clap_person_id, PERIOD_OF_CARE clap_cla_id", "", """
            clap_cla_placement_id clap_person_id clap_cla_id clap_cla_placement_start_date
            clap_cla_placement_end_date@END clap_cla_placement_type clap_cla_placement_provider
            clap_cla_placement_change_reason"""),
    LEGAL_STATUS("ssd_legal_status", "CHILD lega_person_id", "", """
            lega_legal_status_id lega_person_id lega_legal_status lega_legal_status_start_date
            lega_legal_status_end_date@END"""),
    CARE_LEAVERS("ssd_care_leavers", "CHILD clea_person_id", "", """
            clea_table_id clea_person_id clea_care_leaver_eligibility clea_care_leaver_in_touch
            clea_care_leaver_latest_contact clea_care_leaver_accommodation clea_care_leaver_accom_suitable
            clea_care_leaver_activity clea_pathway_plan_review_date clea_care_leaver_personal_advisor
            clea_care_leaver_allocated_team@TEAM clea_care_leaver_worker_id@PROFESSIONAL"""),
    INVOLVEMENTS("ssd_involvements", "CHILD invo_person_id, REFERRAL invo_referral_id", "", """
            invo_involvements_id invo_person_id invo_professional_id@PROFESSIONAL invo_professional_role_id
            invo_professional_team@TEAM invo_involvement_start_date invo_involvement_end_date@END
            invo_referral_id"""),
    PROFESSIONALS("ssd_professionals", "PROFESSIONAL prof_professional_id", "", """
            prof_professional_id prof_staff_id prof_professional_name prof_social_worker_registration_no
            prof_professional_job_title"""),
    DEPARTMENT("ssd_department", "TEAM dept_team_id", "", """
            dept_team_id dept_team_name""");

    private final String tableName;
    private final List<Link> owners;
    private final List<Link> provides;
    private final List<SsdColumn> columns;
    private final Map<String, Integer> positions = new HashMap<>();
    private final List<Pointer> pointers = new ArrayList<>();
    private final List<Integer> ends;

    /** A column that holds the key of a link. */
    record Link(RowLink.Kind kind, String column) {
        static List<Link> listOf(String text) {
            return Arrays.stream(text.split(", "))
                    .filter(t -> !t.isEmpty())
                    .map(t -> t.split(" "))
                    .map(t -> new Link(RowLink.Kind.valueOf(t[0]), t[1]))
                    .toList();
        }
    }

    /** A column that names a fact outside the child's own rows. */
    record Pointer(int position, SsdColumn.Reference to) {}

    SsdTable(String tableName, String owners, String provides, String columns) {
        this.tableName = tableName;
        this.owners = Link.listOf(owners);
        this.provides = Link.listOf(provides);
        this.columns = Arrays.stream(columns.split("\\s+")).map(SsdColumn::of).toList();
        for (int i = 0; i < this.columns.size(); i++) {
            int position = i;
            positions.put(this.columns.get(i).name(), i);
            this.columns.get(i).refersTo().ifPresent(to -> pointers.add(new Pointer(position, to)));
        }
        this.ends = this.columns.stream()
                .filter(SsdColumn::isEnd)
                .map(column -> position(column.name()))
                .toList();
    }

    public String tableName() {
        return tableName;
    }

    public List<SsdColumn> columns() {
        return columns;
    }

    /** The column that holds the table's own id. */
    public SsdColumn id() {
        return columns.get(0);
    }

    /** Columns that can name the owner of a row, the child's own first. */
    List<Link> owners() {
        return owners;
    }

    List<Pointer> pointers() {
        return List.copyOf(pointers);
    }

    /** Positions of the columns that hold a last day. */
    List<Integer> ends() {
        return ends;
    }

    /** The column whose value other tables hang on. */
    Optional<Link> provides() {
        return provides.stream().findFirst();
    }

    /**
     * A fault in a row of these would make today's status wrong, so it rejects the child whole: what was stored of it
     * before stays.
     */
    public boolean isSafetyCritical() {
        return switch (this) {
            case PERSON, CP_PLANS, CLA_EPISODES, LEGAL_STATUS -> true;
            default -> false;
        };
    }

    /** Rows that show the council worked with this person, not only that the person belongs to somebody. */
    public boolean isSocialCare() {
        return switch (this) {
            case PERSON, FAMILY, ADDRESS, DISABILITY, MOTHER, LINKED_IDENTIFIERS, PROFESSIONALS, DEPARTMENT -> false;
            default -> true;
        };
    }

    /** Rows that belong to no child. */
    public boolean isReference() {
        return this == PROFESSIONALS || this == DEPARTMENT;
    }

    /** @throws IllegalArgumentException if the gateway does not read that column */
    public int position(String column) {
        Integer found = positions.get(column);
        if (found == null) {
            throw new IllegalArgumentException(tableName + " has no column " + column);
        }
        return found;
    }

    public static Optional<SsdTable> ofName(String tableName) {
        return Arrays.stream(values())
                .filter(t -> t.tableName.equalsIgnoreCase(tableName))
                .findFirst();
    }
}
