package uk.gov.warwickshire.gateway.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.IntFunction;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes an extract of any size, table by table, without holding it: about 64 rows of tables the gateway reads for each
 * child, with history as a case system of six years has it. Three in ten are or were on a plan, two in ten looked after.
 */
public final class SsdGenerator {

    private static final LocalDate BEGIN = LocalDate.of(2020, 1, 6);
    private static final int WORKERS = 400;
    private static final int TEAMS = 40;

    private final int children;
    private final Writer csv;
    private final ZipOutputStream zip;
    private long rows;

    private SsdGenerator(int children, ZipOutputStream zip) {
        this.children = children;
        this.zip = zip;
        this.csv = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 1 << 16);
    }

    /** Returns the number of rows. */
    public static long write(Path file, int children) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_SPEED);
            SsdGenerator generator = new SsdGenerator(children, zip);
            generator.tables();
            return generator.rows;
        }
    }

    /** The fields of one row: of child `c`, the `n`-th of its rows in the table. */
    @FunctionalInterface
    private interface Row {
        String fields(int c, int n);
    }

    /** How many rows a child has in a table. */
    @FunctionalInterface
    private interface Count {
        int of(int c);
    }

    private void tables() throws IOException {
        people();
        childInNeed();
        childProtection();
        lookedAfter();
        network();
    }

    private void people() throws IOException {
        table(
                "ssd_person",
                "pers_person_id,pers_forename,pers_surname,pers_sex,pers_gender,pers_ethnicity,pers_dob,"
                        + "pers_single_unique_id,pers_legacy_id,pers_upn,pers_upn_unknown,pers_send_flag,pers_expected_dob,"
                        + "pers_death_date,pers_is_mother",
                c -> 2,
                (c, n) -> n == 0
                        ? "c" + c + ",Child" + c % 977 + ",Family" + c % 7919 + "," + (c % 2 == 0 ? "F" : "M")
                                + ",,WBRI," + BEGIN.minusDays(c % 4000L) + " 00:00:00.000,,L" + c + ",,UN4,N,,,N"
                        : "m" + c + ",Mother" + c % 977 + ",Family" + c % 7919
                                + ",F,,WBRI,1988-03-04 00:00:00.000,,,,,,,,Y");
        table(
                "ssd_mother",
                "moth_table_id,moth_person_id,moth_childs_person_id",
                c -> 1,
                (c, n) -> "mo" + c + ",m" + c + ",c" + c);
        table(
                "ssd_family",
                "fami_table_id,fami_family_id,fami_person_id",
                c -> 1,
                (c, n) -> "fa" + c + ",f" + c / 2 + ",c" + c);
        table(
                "ssd_address",
                "addr_table_id,addr_address_json,addr_person_id,addr_address_type,"
                        + "addr_address_start_date,addr_address_end_date,addr_address_postcode",
                c -> 3,
                (c, n) -> "ad" + c + "x" + n + ",\"{\"\"HOUSE\"\":\"\"" + (c % 90 + 1)
                        + "\"\",\"\"STREET\"\":\"\"Long Street\"\",\"\"TOWN\"\":\"\"Warwick\"\"}\",c" + c + ",HOME,"
                        + BEGIN.plusMonths(n * 12L) + ","
                        + (n < 2 ? BEGIN.plusMonths(n * 12L + 12).toString() : "")
                        + ",CV34 4RL");
        table(
                "ssd_disability",
                "disa_table_id,disa_person_id,disa_disability_code",
                c -> c % 3 == 0 ? 2 : 1,
                (c, n) -> "di" + c + "x" + n + ",c" + c + "," + (n == 0 ? "NONE" : "LD"));
    }

    private void childInNeed() throws IOException {
        table(
                "ssd_cin_episodes",
                "cine_referral_id,cine_person_id,cine_referral_date,cine_cin_primary_need_code,"
                        + "cine_referral_source_code,cine_referral_source_desc,cine_referral_nfa,cine_close_reason,"
                        + "cine_close_date,cine_referral_team,cine_referral_worker_id",
                c -> 3,
                (c, n) -> "r" + c + "x" + n + ",c" + c + "," + day(c, n * 500) + ",N1,3A,GP,N,"
                        + (n < 2 ? "RC1," + day(c, n * 500 + 300) : ",") + ",t" + c % TEAMS + ",w" + c % WORKERS);
        table(
                "ssd_cin_assessments",
                "cina_assessment_id,cina_person_id,cina_referral_id,cina_assessment_start_date,"
                        + "cina_assessment_child_seen,cina_assessment_auth_date,cina_assessment_outcome_nfa,"
                        + "cina_assessment_team,cina_assessment_worker_id",
                c -> 5,
                (c, n) -> "as" + c + "x" + n + ",c" + c + ",r" + c + "x" + n % 3 + "," + day(c, n * 500 % 1500 + 10)
                        + ",Y," + day(c, n * 500 % 1500 + 50) + ",N,t" + c % TEAMS + ",w" + c % WORKERS);
        table(
                "ssd_assessment_factors",
                "cinf_table_id,cinf_assessment_id,cinf_assessment_factors_json",
                c -> 5,
                (c, n) -> "fc" + c + "x" + n + ",as" + c + "x" + n + ",\"[\"\"3A\"\",\"\"4B\"\"]\"");
        table(
                "ssd_cin_plans",
                "cinp_cin_plan_id,cinp_person_id,cinp_referral_id,cinp_cin_plan_start_date,"
                        + "cinp_cin_plan_end_date,cinp_cin_plan_team,cinp_cin_plan_worker_id",
                c -> 4,
                (c, n) -> "pl" + c + "x" + n + ",c" + c + ",r" + c + "x" + n % 3 + "," + day(c, n * 500 % 1500 + 60)
                        + "," + (n < 3 ? day(c, n * 500 % 1500 + 200) : "") + ",t" + c % TEAMS + ",w" + c % WORKERS);
    }

    private void childProtection() throws IOException {
        Count onPlan = c -> c % 10 < 3 ? 1 : 0;
        table(
                "ssd_s47_enquiry",
                "s47e_s47_enquiry_id,s47e_referral_id,s47e_person_id,s47e_s47_start_date,"
                        + "s47e_s47_end_date,s47e_s47_nfa,s47e_s47_completed_by_team,s47e_s47_completed_by_worker_id",
                c -> 2,
                (c, n) -> "s" + c + "x" + n + ",r" + c + "x" + n + ",c" + c + "," + day(c, n * 500 + 20) + ","
                        + day(c, n * 500 + 30) + ",N,t" + c % TEAMS + ",w" + c % WORKERS);
        table(
                "ssd_cp_plans",
                "cppl_cp_plan_id,cppl_referral_id,cppl_icpc_id,cppl_person_id,cppl_cp_plan_start_date,"
                        + "cppl_cp_plan_end_date,cppl_cp_plan_ola,cppl_cp_plan_initial_category,"
                        + "cppl_cp_plan_latest_category",
                onPlan,
                (c, n) -> "cp" + c + ",r" + c + "x2,,c" + c + "," + day(c, 1100) + ","
                        + (c % 10 < 2 ? day(c, 1400) : "") + ",N,NEG,NEG");
        table(
                "ssd_cp_reviews",
                "cppr_cp_review_id,cppr_person_id,cppr_cp_plan_id,cppr_cp_review_due,"
                        + "cppr_cp_review_date,cppr_cp_review_outcome_continue_cp,cppr_cp_review_participation",
                c -> onPlan.of(c) * 4,
                (c, n) -> "re" + c + "x" + n + ",c" + c + ",cp" + c + "," + day(c, 1180 + n * 60) + ","
                        + day(c, 1180 + n * 60) + ",Y,PN1");
    }

    private void lookedAfter() throws IOException {
        Count looked = c -> c % 10 >= 8 ? 1 : 0;
        table(
                "ssd_cla_episodes",
                "clae_cla_episode_id,clae_person_id,clae_cla_episode_start_date,"
                        + "clae_cla_episode_start_reason,clae_cla_primary_need_code,clae_cla_episode_ceased_date,"
                        + "clae_cla_episode_ceased_reason,clae_cla_id,clae_referral_id,clae_cla_placement_id,"
                        + "clae_entered_care_date",
                c -> looked.of(c) * 4,
                (c, n) -> "ce" + c + "x" + n + ",c" + c + ","
                        + day(c, 1000 + n * 90) + "," + (n == 0 ? "S" : "P") + ",N1,"
                        + (n < 3 ? day(c, 1090 + n * 90) + ",X1" : ",") + ",la" + c + ",r" + c
                        + "x2,pc" + c + "x" + n + "," + day(c, 1000));
        table(
                "ssd_cla_placement",
                "clap_cla_placement_id,clap_person_id,clap_cla_id,clap_cla_placement_start_date,"
                        + "clap_cla_placement_end_date,clap_cla_placement_type,clap_cla_placement_provider,"
                        + "clap_cla_placement_change_reason",
                c -> looked.of(c) * 4,
                (c, n) -> "pc" + c + "x" + n + ",c" + c
                        + ",la" + c + "," + day(c, 1000 + n * 90) + "," + (n < 3 ? day(c, 1090 + n * 90) : "")
                        + ",U1,PR1,");
        table(
                "ssd_legal_status",
                "lega_legal_status_id,lega_person_id,lega_legal_status,"
                        + "lega_legal_status_start_date,lega_legal_status_end_date",
                c -> looked.of(c) * 2,
                (c, n) -> "ls" + c
                        + "x" + n + ",c" + c + "," + (n == 0 ? "C1" : "C2") + "," + day(c, 1000 + n * 180) + ","
                        + (n == 0 ? day(c, 1180) : ""));
    }

    private void network() throws IOException {
        table(
                "ssd_involvements",
                "invo_involvements_id,invo_professional_id,invo_professional_role_id,"
                        + "invo_professional_team,invo_involvement_start_date,invo_involvement_end_date,"
                        + "invo_worker_change_reason,invo_person_id,invo_referral_id",
                c -> 30,
                (c, n) -> "in" + c + "x" + n
                        + ",w" + (c + n) % WORKERS + ",ALLOCATED CASE WORKER,t" + (c + n) % TEAMS + "," + day(c, n * 40)
                        + "," + (n < 28 ? day(c, n * 40 + 60) : "") + ",,c" + c + ",r" + c + "x" + n % 3);
        reference(
                "ssd_professionals",
                "prof_professional_id,prof_staff_id,prof_professional_name,"
                        + "prof_social_worker_registration_no,prof_professional_job_title",
                WORKERS,
                n -> "w" + n + ",st" + n + ",Worker Number" + n + ",SW" + (10_000 + n) + ",Social Worker");
        reference("ssd_department", "dept_team_id,dept_team_name", TEAMS, n -> "t" + n + ",Team " + n);
    }

    private static String day(int c, int offset) {
        return BEGIN.plusDays(offset + c % 200L).toString();
    }

    private void table(String name, String header, Count count, Row row) throws IOException {
        begin(name, header);
        for (int c = 0; c < children; c++) {
            int of = count.of(c);
            for (int n = 0; n < of; n++) {
                line(row.fields(c, n));
            }
        }
        end();
    }

    private void reference(String name, String header, int count, IntFunction<String> row) throws IOException {
        begin(name, header);
        for (int n = 0; n < count; n++) {
            line(row.apply(n));
        }
        end();
    }

    private void begin(String name, String header) throws IOException {
        zip.putNextEntry(new ZipEntry(name + ".csv"));
        csv.write(header);
        csv.write("\r\n");
    }

    private void line(String fields) throws IOException {
        csv.write(fields);
        csv.write("\r\n");
        rows++;
    }

    private void end() throws IOException {
        csv.flush();
        zip.closeEntry();
    }
}
