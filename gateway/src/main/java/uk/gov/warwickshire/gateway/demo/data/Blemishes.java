package uk.gov.warwickshire.gateway.demo.data;

import java.time.LocalDate;
import java.util.List;

/** What goes wrong in real extracts: rows and persons that cannot be read, orphans, duplicates, unknown codes. */
final class Blemishes {

    private static final int KINDS_OF_ROWS = 4;

    private Blemishes() {}

    /** One more row of the child, which the reader must reject and say why. */
    static void unreadableRow(CaseFile file) {
        LocalDate day = file.began().plusDays(5);
        switch (file.child().nth() % KINDS_OF_ROWS) {
            case 0 ->
                plan(file.row(ExtractTable.CIN_PLANS), file)
                        .date("cinp_cin_plan_start_date", day)
                        .date("cinp_cin_plan_end_date", day.minusDays(30))
                        .write();
            case 1 ->
                plan(file.row(ExtractTable.CIN_PLANS), file)
                        .set("cinp_cin_plan_start_date", "31/02/2025")
                        .write();
            case 2 ->
                file.row(ExtractTable.S47_ENQUIRY)
                        .set("s47e_s47_enquiry_id", file.id("Q", 9))
                        .set("s47e_referral_id", ChildInNeedHistory.referralId(file))
                        .set("s47e_person_id", file.personId())
                        .date("s47e_s47_start_date", day)
                        .date("s47e_s47_end_date", day.minusDays(3))
                        .write();
            default ->
                file.out()
                        .raw(ExtractTable.DISABILITY, List.of(file.id("DI", 9), file.personId(), "LD", "one too many"));
        }
    }

    /** The person's own row: a date of birth that is no day, or a second row that says otherwise. */
    static void unreadablePerson(PersonRows persons, SyntheticChild child) {
        if (child.nth() % 2 == 0) {
            persons.child(child).set("pers_dob", "30/02/2016").write();
        } else {
            persons.child(child).write();
            persons.child(child)
                    .set("pers_dob", "2001-01-01")
                    .set("pers_surname", "Otherwise")
                    .write();
        }
    }

    /** Rows of persons who were not delivered: a disability, and what would be a child on a plan. */
    static void ofNobody(SsdExtract out, LocalDate today) {
        out.row(ExtractTable.DISABILITY)
                .set("disa_table_id", out.system().id("DI", 890_001))
                .set("disa_person_id", "NOBODY1")
                .code("disa_disability_code", Codes.DISABILITY, "MOB")
                .write();
        out.row(ExtractTable.CP_PLANS)
                .set("cppl_cp_plan_id", out.system().id("Z", 890_001))
                .set("cppl_person_id", "NOBODY2")
                .date("cppl_cp_plan_start_date", today.minusDays(50))
                .write();
    }

    /** A code that is on no list, and a row that stands twice. */
    static void oddButReadable(CaseFile file) {
        for (int i = 0; i < 2; i++) {
            file.row(ExtractTable.DISABILITY)
                    .set("disa_table_id", file.id("DI", 8))
                    .set("disa_person_id", file.personId())
                    .set("disa_disability_code", "ZZZ")
                    .write();
        }
    }

    private static ExtractRow plan(ExtractRow row, CaseFile file) {
        return row.set("cinp_cin_plan_id", file.id("N", 9))
                .set("cinp_referral_id", ChildInNeedHistory.referralId(file))
                .set("cinp_person_id", file.personId());
    }
}
