package uk.gov.warwickshire.gateway.demo.data;

/** What a child's record is about, and the ages (in days) at which that is plausible. */
enum CaseType {
    CHILD_IN_NEED(400, 16 * 365),
    CHILD_PROTECTION(120, 15 * 365),
    /** A plan that ended; support goes on as a child in need. */
    CHILD_PROTECTION_ENDED(3 * 365, 16 * 365),
    DISABLED(3 * 365, 17 * 365),
    LOOKED_AFTER(2 * 365, 17 * 365),
    /** Looked after until 18, now with a pathway plan. */
    CARE_LEAVER(18 * 365 + 120, 21 * 365),
    UNBORN(-150, -30),
    INFANT_IN_NEED(60, 300),
    /** The three below hold one category of data and nothing else but context. */
    ONLY_ASSESSMENT(2 * 365, 16 * 365),
    ONLY_LOOKED_AFTER(2 * 365, 17 * 365),
    ONLY_PATHWAY_PLAN(18 * 365 + 120, 21 * 365);

    private final int youngest;
    private final int oldest;

    CaseType(int youngest, int oldest) {
        this.youngest = youngest;
        this.oldest = oldest;
    }

    boolean fits(int ageInDays) {
        return ageInDays >= youngest && ageInDays <= oldest;
    }

    int drawAge(Draw draw) {
        return draw.between(youngest, oldest);
    }

    /** Known to CP-IS now: on a plan, or in care. */
    boolean isAtRisk() {
        return this == CHILD_PROTECTION || this == LOOKED_AFTER || this == ONLY_LOOKED_AFTER;
    }

    boolean isAdult() {
        return this == CARE_LEAVER || this == ONLY_PATHWAY_PLAN;
    }

    /** The others are older than the window of the extract, or hold nothing but one category. */
    boolean hasReferral() {
        return switch (this) {
            case CARE_LEAVER, ONLY_ASSESSMENT, ONLY_LOOKED_AFTER, ONLY_PATHWAY_PLAN -> false;
            default -> true;
        };
    }
}
