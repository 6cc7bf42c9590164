package uk.gov.warwickshire.gateway.rights;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What the case system delivers of a child in need with a mother, a worker and a team. */
final class ChildInNeedExtract {

    private ChildInNeedExtract() {}

    /** The archive, with the child named as given. */
    static byte[] of(String forename) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(
                    zip,
                    "ssd_person",
                    "pers_person_id,pers_forename,pers_surname,pers_sex,pers_dob,pers_is_mother",
                    "c1," + forename + ",Quill,F,2012-04-01,N",
                    "m1,Eve,Marrow,F,1990-01-02,Y");
            put(
                    zip,
                    "ssd_address",
                    "addr_table_id,addr_person_id,addr_address_type,addr_address_start_date,addr_address_postcode",
                    "a1,c1,HOME,2020-01-01,CV34 4RL");
            put(zip, "ssd_mother", "moth_table_id,moth_person_id,moth_childs_person_id", "mo1,m1,c1");
            put(
                    zip,
                    "ssd_cin_episodes",
                    "cine_referral_id,cine_person_id,cine_referral_date,cine_cin_primary_need_code,"
                            + "cine_referral_source_code,cine_referral_nfa,cine_referral_team,cine_referral_worker_id",
                    "r1,c1,2025-02-01,N1,3A,N,t1,w1");
            put(
                    zip,
                    "ssd_professionals",
                    "prof_professional_id,prof_staff_id,prof_professional_name,prof_professional_job_title",
                    "w1,s1,Pat Holm,Social Worker");
            put(zip, "ssd_department", "dept_team_id,dept_team_name", "t1,North Team");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String table, String... lines) throws IOException {
        zip.putNextEntry(new ZipEntry(table + ".csv"));
        zip.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
