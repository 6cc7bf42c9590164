package uk.gov.warwickshire.gateway.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An extract written by hand, table by table. */
final class Extract {

    private final Map<String, List<String>> tables = new LinkedHashMap<>();

    Extract table(String name, String header, String... rows) {
        List<String> lines = new ArrayList<>(List.of(header));
        lines.addAll(List.of(rows));
        tables.put(name, lines);
        return this;
    }

    /** A child in need with a worker and a team: two children of it, `c1` and `c2`, and the mother `m1` of the first. */
    static Extract ofTwoChildren() {
        return new Extract()
                .table(
                        "ssd_person",
                        "pers_person_id,pers_forename,pers_surname,pers_sex,pers_dob,pers_is_mother",
                        "c1,Ada,Quill,F,2015-04-01,N",
                        "c2,Ben,Reed,M,2016-05-02,N",
                        "m1,Eve,Quill,F,1990-01-02,Y")
                .table(
                        "ssd_address",
                        "addr_table_id,addr_person_id,addr_address_type,addr_address_start_date,addr_address_postcode",
                        "a1,c1,HOME,2020-01-01,CV34 4RL",
                        "a2,c2,HOME,2020-01-01,CV34 4RL")
                .table("ssd_mother", "moth_table_id,moth_person_id,moth_childs_person_id", "mo1,m1,c1")
                .table(
                        "ssd_cin_episodes",
                        "cine_referral_id,cine_person_id,cine_referral_date,cine_cin_primary_need_code,"
                                + "cine_referral_source_code,cine_referral_nfa,cine_referral_team,"
                                + "cine_referral_worker_id",
                        "r1,c1,2025-02-01,N1,3A,N,t1,w1",
                        "r2,c2,2025-03-01,N1,3A,N,t2,w2")
                .table(
                        "ssd_professionals",
                        "prof_professional_id,prof_staff_id,prof_professional_name,prof_professional_job_title",
                        "w1,s1,Pat Holm,Social Worker",
                        "w2,s2,Sam Ford,Social Worker")
                .table("ssd_department", "dept_team_id,dept_team_name", "t1,North Team", "t2,South Team");
    }

    /** Only what the named tables hold. */
    Extract only(String... names) {
        tables.keySet().retainAll(List.of(names));
        return this;
    }

    Extract without(String table) {
        tables.remove(table);
        return this;
    }

    Extract row(String table, String row) {
        tables.get(table).add(row);
        return this;
    }

    Extract replace(String table, String old, String now) {
        tables.get(table).replaceAll(line -> line.replace(old, now));
        return this;
    }

    byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, List<String>> table : tables.entrySet()) {
                zip.putNextEntry(new ZipEntry(table.getKey() + ".csv"));
                zip.write((String.join("\r\n", table.getValue()) + "\r\n").getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
