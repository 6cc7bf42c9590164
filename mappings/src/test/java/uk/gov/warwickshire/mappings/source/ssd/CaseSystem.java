package uk.gov.warwickshire.mappings.source.ssd;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Case systems whose tables are listed in the shared reference data, column by column. */
enum CaseSystem {
    SYSTEMC,
    MOSAIC,
    ECLIPSE;

    private static final Path DDL = Path.of("../../shared/data/socialcare/ssd");

    Path ddl() {
        return DDL.resolve("ssd_ddl_reference_" + name().toLowerCase(Locale.ROOT) + ".csv");
    }

    boolean isAvailable() {
        return Files.exists(ddl());
    }

    /** Columns of each table in the system's order. */
    Map<String, Set<String>> tables() throws IOException {
        Map<String, Set<String>> tables = new TreeMap<>(Comparator.naturalOrder());
        for (String line : Files.readAllLines(ddl())) {
            String[] fields = line.split(",");
            if (fields.length > 4 && fields[3].startsWith("ssd_")) {
                tables.computeIfAbsent(fields[3], t -> new LinkedHashSet<>()).add(fields[4]);
            }
        }
        return tables;
    }

    /** A family as this system would export it: every table it has, every column filled with what fits its name. */
    Extract export() throws IOException {
        Extract extract = new Extract();
        for (Map.Entry<String, Set<String>> table : tables().entrySet()) {
            List<String> columns = new ArrayList<>(table.getValue());
            StringBuilder csv = new StringBuilder(String.join(",", columns)).append("\r\n");
            csv.append(String.join(",", columns.stream().map(this::value).toList()))
                    .append("\r\n");
            extract.with(
                    "export/" + table.getKey() + ".csv",
                    csv.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        return extract;
    }

    private String value(String column) {
        return KNOWN.getOrDefault(column, byEnding(column));
    }

    private static String byEnding(String column) {
        if (column.endsWith("_person_id") || column.equals("person_id")) {
            return "C1";
        }
        if (column.endsWith("_json")) {
            return "\"{\"\"SECRET\"\":\"\"free text\"\"}\"";
        }
        if (column.contains("end_date") || column.contains("close_date") || column.contains("ceased_date")) {
            return "1900-01-01 00:00:00.000";
        }
        if (column.contains("date")
                || column.endsWith("latest_contact")
                || column.endsWith("_due")
                || column.endsWith("dob")) {
            return "2024-12-10 00:00:00.000";
        }
        if (column.endsWith("worker_id")) {
            return "P1";
        }
        if (column.endsWith("team")) {
            return "T1";
        }
        return column.endsWith("_id") ? column.substring(0, 4) + "-1" : "free text";
    }

    private static final Map<String, String> KNOWN = known();

    private static Map<String, String> known() {
        Map<String, String> known = new LinkedHashMap<>();
        for (String link : List.of("cine_referral_id", "cina_referral_id", "cinp_referral_id", "s47e_referral_id")) {
            known.put(link, "R1");
        }
        for (String link : List.of("icpc_referral_id", "cppl_referral_id", "clae_referral_id", "invo_referral_id")) {
            known.put(link, "R1");
        }
        known.put("cina_assessment_id", "A1");
        known.put("cinf_assessment_id", "A1");
        known.put("icpc_cp_plan_id", "CP1");
        known.put("cppl_cp_plan_id", "CP1");
        known.put("cppr_cp_plan_id", "CP1");
        known.put("registration_id", "CP1");
        known.put("clae_cla_id", "POC1");
        known.put("clap_cla_id", "POC1");
        known.put("prof_professional_id", "P1");
        known.put("invo_professional_id", "P1");
        known.put("dept_team_id", "T1");
        known.put("moth_childs_person_id", "C1");
        known.put("moth_person_id", "M1");
        known.put("pers_death_date", "");
        known.put("pers_is_mother", "0");
        known.put("pers_sex", "Female");
        known.put("pers_dob", "10/12/2020");
        known.put("pers_expected_dob", "");
        known.put("pers_single_unique_id", "NULL");
        known.put("cinf_assessment_factors_json", "\"[\"\"1B\"\", \"\"4B\"\"]\"");
        known.put(
                "s47e_s47_outcome_json",
                "\"{\"\"NFA_FLAG\"\":\"\"N\"\",\"\"CP_CONFERENCE_FLAG\"\":\"\"Y\"\",\"\"OUTCOME_COMMENTS\"\":\"\"free text\"\"}\"");
        known.put("lega_legal_status", "Full care order (S31)");
        known.put("cppl_cp_plan_latest_category", "Neglect");
        return known;
    }
}
