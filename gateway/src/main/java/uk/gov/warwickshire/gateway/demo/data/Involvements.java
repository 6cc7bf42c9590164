package uk.gov.warwickshire.gateway.demo.data;

import java.time.LocalDate;
import java.util.Optional;

/** Who works with the child: an allocated worker, often one before, and an independent reviewing officer in care. */
final class Involvements {

    private Involvements() {}

    static void write(CaseFile file) {
        boolean hasReferral = file.child().caseType().hasReferral();
        if (!hasReferral && !file.out().system().has("invo_person_id")) {
            // Nothing in such a row would lead to the child.
            return;
        }
        LocalDate since = file.began();
        if (file.draw().chance(40)) {
            LocalDate handover = since.plusDays(25);
            String before = Workforce.drawWorker(file.out().system(), file.draw());
            involvement(file, 1, before, "Social Worker", since, Optional.of(handover));
            since = handover;
        }
        boolean leaver = file.child().caseType().isAdult();
        involvement(
                file, 2, file.workerId(), leaver ? "Personal Adviser" : "Allocated Worker", since, Optional.empty());
        if (file.child().caseType() == CaseType.LOOKED_AFTER) {
            String officer = Workforce.drawWorker(file.out().system(), file.draw());
            involvement(
                    file,
                    3,
                    officer,
                    "Independent Reviewing Officer",
                    file.began().plusDays(12),
                    Optional.empty());
        }
    }

    private static void involvement(
            CaseFile file, int ordinal, String worker, String role, LocalDate start, Optional<LocalDate> end) {
        CaseSystem system = file.out().system();
        file.row(ExtractTable.INVOLVEMENTS)
                .set("invo_involvements_id", file.id("I", ordinal))
                .set("invo_professional_id", worker)
                .set("invo_professional_role_id", role)
                .set("invo_professional_team", file.team().id())
                .set("invo_person_id", file.personId())
                .date("invo_involvement_start_date", start)
                .set("invo_involvement_end_date", end.map(system::date).orElseGet(system::openEnd))
                .set(
                        "invo_referral_id",
                        file.child().caseType().hasReferral() ? ChildInNeedHistory.referralId(file) : "")
                .write();
    }
}
