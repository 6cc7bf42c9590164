package uk.gov.warwickshire.mappings.cases;

import static uk.gov.warwickshire.mappings.cases.ChildRecordBuilder.between;
import static uk.gov.warwickshire.mappings.cases.ChildRecordBuilder.code;
import static uk.gov.warwickshire.mappings.cases.ChildRecordBuilder.day;
import static uk.gov.warwickshire.mappings.cases.ChildRecordBuilder.from;
import static uk.gov.warwickshire.mappings.cases.ChildRecordBuilder.row;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.gov.warwickshire.mappings.record.CareLeaver;
import uk.gov.warwickshire.mappings.record.ChildInNeed.Assessment;
import uk.gov.warwickshire.mappings.record.ChildInNeed.CinPlan;
import uk.gov.warwickshire.mappings.record.ChildInNeed.Referral;
import uk.gov.warwickshire.mappings.record.ChildProtection.ChildProtectionPlan;
import uk.gov.warwickshire.mappings.record.ChildProtection.InitialConference;
import uk.gov.warwickshire.mappings.record.ChildProtection.Outcome;
import uk.gov.warwickshire.mappings.record.ChildProtection.Review;
import uk.gov.warwickshire.mappings.record.ChildProtection.Section47Enquiry;
import uk.gov.warwickshire.mappings.record.ChildRecord;
import uk.gov.warwickshire.mappings.record.Coded;
import uk.gov.warwickshire.mappings.record.Household;
import uk.gov.warwickshire.mappings.record.LookedAfter.Episode;
import uk.gov.warwickshire.mappings.record.LookedAfter.LegalStatus;
import uk.gov.warwickshire.mappings.record.LookedAfter.Placement;
import uk.gov.warwickshire.mappings.record.Period;
import uk.gov.warwickshire.mappings.record.VerificationStatus;

/** The children of the golden cases, by the name of their folder under `src/test/resources/cases`. */
public final class ChildRecords {

    private static final Optional<String> TEAM = Optional.of(People.TEAM.id());
    private static final Optional<String> WORKER = Optional.of(People.WORKER.id());

    private ChildRecords() {}

    public static Map<String, ChildRecord> cases() {
        Map<String, ChildRecord> cases = new LinkedHashMap<>();
        cases.put("minimal", new ChildRecordBuilder(People.child("C1001", "Ada", "Minim", "2015-06-01")).build());
        cases.put("child-in-need", childInNeed().build());
        cases.put("child-protection-plan", childProtection(from("2025-03-14")).build());
        cases.put(
                "plan-ended",
                childProtection(between("2025-03-14", "2026-02-20")).build());
        cases.put("looked-after", lookedAfter().build());
        cases.put("care-leaver", careLeaver().build());
        cases.put("unborn", unborn().build());
        cases.put("restricted", restricted().build());
        cases.put("unverified-number", unverified().build());
        cases.put("every-element", everything().build());
        return cases;
    }

    private static ChildRecordBuilder childInNeed() {
        return new ChildRecordBuilder(People.child("C1002", "Bea", "Needham", "2016-01-15"))
                .verified("9449306753")
                .with(People.HOME, People.TEAM, People.WORKER, People.keyWorker("2025-01-10"))
                .with(referral(from("2025-01-08")), assessment(), cinPlan());
    }

    private static ChildRecordBuilder childProtection(Period plan) {
        return new ChildRecordBuilder(People.child("C1003", "Cora", "Planter", "2018-09-30"))
                .verified("9449306761")
                .with(People.HOME, People.TEAM, People.WORKER, People.keyWorker("2025-02-20"))
                .with(referral(from("2025-02-18")), enquiry(Set.of(Outcome.CHILD_PROTECTION_CONFERENCE)), conference())
                .with(
                        new ChildProtectionPlan(
                                "CP1",
                                Optional.of("R1"),
                                Optional.of("IC1"),
                                plan,
                                code("NEG", "Neglect"),
                                code("EMO", "Emotional abuse"),
                                Optional.of(false),
                                row("ssd_cp_plans", 5)),
                        review("RV1", day("2025-06-10"), day("2025-06-09"), Optional.of(true)),
                        review("RV2", day("2025-12-05"), Optional.empty(), Optional.empty()));
    }

    private static ChildRecordBuilder lookedAfter() {
        return new ChildRecordBuilder(People.child("C1004", "Dina", "Keeping", "2012-11-11"))
                .verified("9449306788")
                .with(People.HOME, People.PLACEMENT, People.TEAM, People.WORKER, People.keyWorker("2025-02-01"))
                .with(
                        episode("E1", between("2025-02-03", "2025-04-30"), "S", Optional.of("X1")),
                        episode("E2", from("2025-04-30"), "L", Optional.empty()),
                        placement(from("2025-02-03")),
                        new LegalStatus(
                                "LS1",
                                Coded.of("V2", "Section 20"),
                                between("2025-02-03", "2025-04-30"),
                                row("ssd_legal_status", 3)),
                        new LegalStatus("LS2", Coded.of("C1", "C1"), from("2025-04-30"), row("ssd_legal_status", 4)));
    }

    private static ChildRecordBuilder careLeaver() {
        return new ChildRecordBuilder(People.child("C1005", "Edie", "Leaver", "2007-04-02"))
                .verified("9449306796")
                .with(People.TEAM, People.WORKER, careLeaverRow())
                .with(episode("E1", between("2021-02-01", "2025-04-01"), "S", Optional.of("E17")));
    }

    private static ChildRecordBuilder unborn() {
        return new ChildRecordBuilder(People.unborn("C1006", "Comer", "2026-03-01"))
                .with(mother("C2006"))
                .with(new ChildProtectionPlan(
                        "CP6",
                        Optional.empty(),
                        Optional.empty(),
                        from("2025-12-12"),
                        code("NEG", "Neglect"),
                        code("NEG", "Neglect"),
                        Optional.empty(),
                        row("ssd_cp_plans", 6)));
    }

    private static ChildRecordBuilder restricted() {
        return new ChildRecordBuilder(People.child("C1007", "Faye", "Shield", "2014-07-19"))
                .identity("9449306818", VerificationStatus.VERIFIED, true)
                .with(People.HOME, People.TEAM, People.WORKER, referral(from("2025-01-08")));
    }

    private static ChildRecordBuilder unverified() {
        return new ChildRecordBuilder(People.child("C1008", "Gail", "Traceley", "2013-03-03"))
                .identity("9449306826", VerificationStatus.NO_OR_MULTIPLE_MATCH, false)
                .with(People.HOME);
    }

    /** Every column of every table filled; two rows were rejected. */
    private static ChildRecordBuilder everything() {
        return new ChildRecordBuilder(People.everything("C1009"))
                .verified("9449306834")
                .missingRows(2)
                .with(People.HOME, mother("C2009"), People.TEAM, People.WORKER, People.keyWorker("2025-01-10"))
                .with(new Household.FamilyLink("F1", "FAM-3", row("ssd_family", 8)))
                .with(referral(between("2025-01-08", "2026-03-04")), assessment(), cinPlan())
                .with(enquiry(Set.of(Outcome.values())), conference())
                .with(new ChildProtectionPlan(
                        "CP1",
                        Optional.of("R1"),
                        Optional.of("IC1"),
                        between("2025-03-14", "2026-02-20"),
                        code("MUL", "Multiple"),
                        code("SAB", "Sexual abuse"),
                        Optional.of(true),
                        row("ssd_cp_plans", 5)))
                .with(review("RV1", day("2025-06-10"), day("2025-06-09"), Optional.of(false)))
                .with(episode("E1", between("2023-01-02", "2024-01-05"), "S", Optional.of("E4A")))
                .with(placement(between("2023-01-02", "2024-01-05")), careLeaverRow())
                .with(new LegalStatus(
                        "LS9",
                        Coded.textOnly("Special guardianship order"),
                        from("2024-01-05"),
                        row("ssd_legal_status", 9)));
    }

    private static Household.MotherLink mother(String id) {
        return new Household.MotherLink(
                id + "-M", id, Optional.of(People.child(id, "Maya", "Comer", "1999-01-01")), row("ssd_mother", 2));
    }

    private static Referral referral(Period period) {
        return new Referral(
                "R1",
                period,
                code("N1", "Abuse or neglect"),
                code("3C", "School nurse"),
                Optional.of(false),
                period.end().flatMap(end -> code("RC7", "RC7 - Services ceased")),
                TEAM,
                WORKER,
                row("ssd_cin_episodes", 31));
    }

    private static Assessment assessment() {
        return new Assessment(
                "AS1",
                Optional.of("R1"),
                between("2025-01-09", "2025-02-14"),
                Optional.of(true),
                Optional.of(false),
                List.of(Coded.of("3B", "3B"), Coded.of("16A", "Neglect")),
                TEAM,
                WORKER,
                row("ssd_cin_assessments", 41));
    }

    private static CinPlan cinPlan() {
        return new CinPlan("PL1", Optional.of("R1"), from("2025-02-20"), TEAM, WORKER, row("ssd_cin_plans", 51));
    }

    private static Section47Enquiry enquiry(Set<Outcome> outcomes) {
        return new Section47Enquiry(
                "S47-1",
                Optional.of("R1"),
                between("2025-02-21", "2025-03-01"),
                Optional.of(false),
                outcomes,
                TEAM,
                WORKER,
                row("ssd_s47_enquiry", 3));
    }

    private static InitialConference conference() {
        return new InitialConference(
                "IC1",
                Optional.of("S47-1"),
                Optional.of("R1"),
                Optional.of("CP1"),
                day("2025-03-15"),
                day("2025-03-14"),
                Optional.of(false),
                Optional.of(true),
                TEAM,
                WORKER,
                row("ssd_initial_cp_conference", 2));
    }

    private static Review review(
            String id, Optional<LocalDate> due, Optional<LocalDate> held, Optional<Boolean> goesOn) {
        return new Review(
                id,
                Optional.of("CP1"),
                due,
                held,
                goesOn,
                held.flatMap(day -> code("PN1", "PN1")),
                row("ssd_cp_reviews", id.equals("RV1") ? 2 : 3));
    }

    private static Episode episode(String id, Period period, String startReason, Optional<String> ceased) {
        return new Episode(
                id,
                Optional.of("CLA1"),
                Optional.of("R1"),
                period,
                code(startReason, startReason),
                code("N1", "N1"),
                ceased.map(reason -> Coded.of(reason, reason)),
                period.start(),
                Optional.of("PC1"),
                row("ssd_cla_episodes", id.equals("E1") ? 2 : 3));
    }

    private static Placement placement(Period period) {
        return new Placement(
                "PC1",
                Optional.of("CLA1"),
                period,
                code("U6", "U6"),
                code("PR1", "PR1"),
                period.end().flatMap(end -> code("CARPL", "CARPL")),
                row("ssd_cla_placement", 2));
    }

    private static CareLeaver careLeaverRow() {
        return new CareLeaver(
                "CL1",
                code("Former Relevant", "Former Relevant"),
                code("YES", "YES"),
                day("2026-01-20"),
                code("U", "U"),
                code("1", "1"),
                code("F2", "F2"),
                day("2025-10-01"),
                Optional.of("Ask for Sam, mornings only"),
                TEAM,
                WORKER,
                row("ssd_care_leavers", 2));
    }
}
