package uk.gov.warwickshire.gateway.demo.data;

/** Which rows each kind of case leaves. */
final class History {

    private History() {}

    static void write(CaseFile file) {
        switch (file.child().caseType()) {
            case CHILD_IN_NEED, INFANT_IN_NEED, DISABLED -> childInNeed(file);
            case CHILD_PROTECTION, UNBORN -> {
                childInNeedUntilPlan(file);
                ChildProtectionHistory.write(file, false);
            }
            case CHILD_PROTECTION_ENDED -> {
                childInNeedUntilPlan(file);
                ChildProtectionHistory.write(file, true);
                ChildInNeedHistory.plan(
                        file,
                        ChildProtectionHistory.planStart(file).plusDays(ChildProtectionHistory.ENDED_AFTER),
                        false);
            }
            case LOOKED_AFTER -> {
                childInNeedUntilPlan(file);
                LookedAfterHistory.current(file, true);
            }
            case CARE_LEAVER -> {
                LookedAfterHistory.untilAdult(file);
                CareLeaverHistory.write(file);
            }
            case ONLY_ASSESSMENT -> ChildInNeedHistory.assessment(file, false);
            case ONLY_LOOKED_AFTER -> LookedAfterHistory.current(file, false);
            case ONLY_PATHWAY_PLAN -> CareLeaverHistory.write(file);
        }
        Involvements.write(file);
    }

    private static void childInNeed(CaseFile file) {
        boolean closed =
                file.child().caseType() == CaseType.CHILD_IN_NEED && file.draw().chance(25);
        ChildInNeedHistory.referral(file, closed);
        ChildInNeedHistory.assessment(file, true);
        ChildInNeedHistory.plan(file, file.began().plusDays(48), closed);
    }

    private static void childInNeedUntilPlan(CaseFile file) {
        ChildInNeedHistory.referral(file, false);
        ChildInNeedHistory.assessment(file, true);
    }
}
