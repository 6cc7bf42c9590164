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
        switch (file.child().number() % KINDS_OF_ROWS) {
            case 0 ->
                plan(file.row(SsdTable.CIN_PLANS), file)
                        .date("cinp_cin_plan_start_date", day)
                        .date("cinp_cin_plan_end_date", day.minusDays(30))
                        .write();
            case 1 ->
                plan(file.row(SsdTable.CIN_PLANS), file)
                        .set("cinp_cin_plan_start_date", "31/02/2025")
                        .write();
            case 2 ->
                file.row(SsdTable.S47_ENQUIRY)
                        .set("s47e_s47_enquiry_id", file.id("Q", 9))
                        .set("s47e_referral_id", ChildInNeedHistory.referralId(file))
                        .set("s47e_person_id", file.personId())
                        .date("s47e_s47_start_date", day)
                        .date("s47e_s47_end_date", day.minusDays(3))
                        .write();
            default ->
                file.out().raw(SsdTable.DISABILITY, List.of(file.id("DI", 9), file.personId(), "LD", "one too many"));
        }
    }

    /** The person's own row: a date of birth that is no day, or a second row that says otherwise. */
    static void unreadablePerson(PersonRows persons, SyntheticChild child) {
        if (child.number() % 2 == 0) {
            persons.child(child).set("pers_dob", "30/02/2016").write();
        } else {
            persons.child(child).write();
            persons.child(child)
                    .set("pers_dob", "2001-01-01")
                    .set("pers_surname", "Otherwise")
                    .write();
        }
    }

    /** Rows of nobody, and the same row twice: reported, without touching any child. */
    static void ofNobody(SsdExtract out, LocalDate today) {
        for (int i = 1; i <= 3; i++) {
            out.row(SsdTable.DISABILITY)
                    .set("disa_table_id", out.system().id("DI", 890_000 + i))
                    .set("disa_person_id", "NOBODY" + i)
                    .code("disa_disability_code", CodeList.DISABILITY, "MOB")
                    .write();
        }
        out.row(SsdTable.CP_PLANS)
                .set("cppl_cp_plan_id", out.system().id("Z", 890_001))
                .set("cppl_person_id", "NOBODY4")
                .date("cppl_cp_plan_start_date", today.minusDays(50))
                .write();
    }

    /** A code that is on no list, and a row that stands twice. */
    static void oddButReadable(CaseFile file) {
        for (int i = 0; i < 2; i++) {
            file.row(SsdTable.DISABILITY)
                    .set("disa_table_id", file.id("DI", 8))
                    .set("disa_person_id", file.personId())
                    .set("disa_disability_code", "ZZZ")
                    .write();
        }
    }

    private static SsdRow plan(SsdRow row, CaseFile file) {
        return row.set("cinp_cin_plan_id", file.id("N", 9))
                .set("cinp_referral_id", ChildInNeedHistory.referralId(file))
                .set("cinp_person_id", file.personId());
    }
}
