package uk.gov.warwickshire.gateway.demo.data;

import java.time.LocalDate;
import java.util.List;

/** The persons of a family and what ties them: address, family id, mother, disability. */
final class PersonRows {

    private static final List<String> ETHNICITIES =
            List.of("WBRI", "WBRI", "WBRI", "MWBC", "AIND", "APKN", "BAFR", "NOBT");

    private final SsdExtract out;
    private final SyntheticFamily family;
    private final Draw draw;
    private final LocalDate today;
    private final String ethnicity;

    PersonRows(SsdExtract out, SyntheticFamily family, Draw draw, LocalDate today) {
        this.out = out;
        this.family = family;
        this.draw = draw;
        this.today = today;
        this.ethnicity = draw.oneOf(ETHNICITIES);
    }

    void write() {
        mother();
        for (SyntheticChild child : family.children()) {
            if (child.situation() == Situation.CHILD_REJECTED) {
                Blemishes.unreadablePerson(this, child);
            } else {
                child(child).write();
            }
            familyMember(out.system().id("FA", child.number()), child.personId());
            address(child);
            if (!child.caseType().isAdult()) {
                motherOf(child);
            }
            if (child.caseType() == CaseType.DISABLED) {
                disability(child);
            }
        }
    }

    ExtractRow child(SyntheticChild child) {
        ExtractRow row = out.row(ExtractTable.PERSON)
                .set("pers_person_id", child.personId())
                .set("pers_legacy_id", "OLD" + child.number())
                .set("pers_forename", child.forename())
                .set("pers_surname", child.surname())
                .code("pers_sex", Codes.SEX, child.sex())
                .code("pers_ethnicity", Codes.ETHNICITY, ethnicity)
                .flag("pers_send_flag", child.caseType() == CaseType.DISABLED)
                .flag("pers_is_mother", false);
        if (child.birth().isAfter(today)) {
            return row.date("pers_expected_dob", child.birth());
        }
        boolean ofSchoolAge = !child.birth().plusYears(5).isAfter(today);
        if (out.system() == CaseSystem.ECLIPSE && child.situation().isNumberInCaseSystem()) {
            row.set("pers_single_unique_id", child.nhsNumber().digits());
        }
        return row.date("pers_dob", child.birth())
                .set(ofSchoolAge ? "pers_upn" : "pers_upn_unknown", ofSchoolAge ? upn(child) : "UN1");
    }

    private void mother() {
        SyntheticFamily.Mother mother = family.mother();
        out.row(ExtractTable.PERSON)
                .set("pers_person_id", mother.personId())
                .set("pers_forename", mother.forename())
                .set("pers_surname", mother.surname())
                .code("pers_sex", Codes.SEX, "F")
                .code("pers_ethnicity", Codes.ETHNICITY, ethnicity)
                .date("pers_dob", mother.birth())
                .flag("pers_is_mother", true)
                .write();
        familyMember(out.system().id("FM", family.number()), mother.personId());
    }

    private void familyMember(String id, String personId) {
        if (out.system().has(ExtractTable.FAMILY)) {
            out.row(ExtractTable.FAMILY)
                    .set("fami_table_id", id)
                    .set("fami_family_id", family.familyId())
                    .set("fami_person_id", personId)
                    .write();
        }
    }

    private void motherOf(SyntheticChild child) {
        ExtractRow row = out.row(ExtractTable.MOTHER)
                .set("moth_table_id", out.system().id("MO", child.number()))
                .set("moth_person_id", family.mother().personId())
                .set("moth_childs_person_id", child.personId());
        (child.birth().isAfter(today) ? row : row.date("moth_childs_dob", child.birth())).write();
    }

    private void address(SyntheticChild child) {
        Home home = draw.chance(2) ? family.home().withQuotedStreet() : family.home();
        LocalDate since = child.birth().isBefore(today) ? child.birth() : today.minusDays(300);
        out.row(ExtractTable.ADDRESS)
                .set("addr_table_id", out.system().id("AD", child.number()))
                .set("addr_address_json", home.asUnescapedJson())
                .set("addr_person_id", child.personId())
                .set("addr_address_type", "Primary Address")
                .date("addr_address_start_date", since)
                .set("addr_address_postcode", home.postcode())
                .write();
    }

    private void disability(SyntheticChild child) {
        out.row(ExtractTable.DISABILITY)
                .set("disa_table_id", out.system().id("DI", child.number()))
                .set("disa_person_id", child.personId())
                .code("disa_disability_code", Codes.DISABILITY, draw.oneOf(Codes.DISABILITY.codes()))
                .write();
    }

    /** A pupil number of this authority with its check letter (CIN rules 1510 to 1550). */
    private static String upn(SyntheticChild child) {
        String digits = "937%09d".formatted(990_000_000 + child.number());
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (i + 2) * (digits.charAt(i) - '0');
        }
        return "ABCDEFGHJKLMNPQRTUVWXYZ".charAt(sum % 23) + digits;
    }
}
