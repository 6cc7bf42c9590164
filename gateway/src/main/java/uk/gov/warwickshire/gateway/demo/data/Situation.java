package uk.gov.warwickshire.gateway.demo.data;

import java.util.Optional;

/**
 * Why a child's record is sent to the Integrated Care Record or is not: each line of the disclosure policy occurs. What
 * is expected holds for the demo's own agreements and policy.
 */
public enum Situation {
    PLAIN(0, Expected.SENT, "NOT_OPTED_OUT"),
    OPTED_OUT(50, Expected.WITHHELD, "OPTED_OUT_NATIONAL"),
    CONSENT_LIFTS_OPT_OUT(15, Expected.SENT, "PERMITTED_BY_CONSENT"),
    CONSENT_LIFTS_OBJECTION(10, Expected.SENT, "PERMITTED_BY_CONSENT"),
    CONSENT_EXPIRED(6, Expected.WITHHELD, "OPTED_OUT_NATIONAL"),
    OBJECTED(25, Expected.WITHHELD, "OBJECTED_ICR"),
    RESTRICTED_BY_CHOICE(10, Expected.WITHHELD, "RESTRICTED"),
    RESTRICTED_IN_IDENTITY(10, Expected.WITHHELD, "RESTRICTED"),
    OUT_OF_REGION(25, Expected.WITHHELD, "OUT_OF_REGION", Home.Area.OUTSIDE),
    AGREEMENT_EXPIRED(8, Expected.WITHHELD, "AGREEMENT_EXPIRED", CaseType.ONLY_PATHWAY_PLAN),
    NO_AGREEMENT(8, Expected.WITHHELD, "NO_AGREEMENT", CaseType.ONLY_LOOKED_AFTER),
    CATEGORY_NOT_AGREED(8, Expected.WITHHELD, "CATEGORY_NOT_AGREED", CaseType.ONLY_ASSESSMENT),
    AGE_OUT_OF_SCOPE(8, Expected.WITHHELD, "AGE_OUT_OF_SCOPE", CaseType.INFANT_IN_NEED),
    NUMBER_MISSING(20, Expected.HELD, "NHS_NUMBER_MISSING"),
    /** Ten digits with a wrong check digit: as good as none. */
    NUMBER_INVALID(6, Expected.HELD, "NHS_NUMBER_MISSING"),
    NUMBER_UNVERIFIED(30, Expected.HELD, "NHS_NUMBER_UNVERIFIED"),
    /** The check service refuses the number, whenever asked. */
    STATUS_UNKNOWN(12, Expected.HELD, "STATUS_UNKNOWN"),
    UNBORN(12, Expected.HELD, "NHS_NUMBER_MISSING", Home.Area.COVENTRY_WARWICKSHIRE, CaseType.UNBORN),
    /** The child's record is sent without what it says of the mother. */
    MOTHER_OPTED_OUT(10, Expected.SENT, "NOT_OPTED_OUT", Home.Area.COVENTRY_WARWICKSHIRE, CaseType.CHILD_PROTECTION),
    /** One row cannot be read; the rest goes. */
    ROW_REJECTED(12, Expected.SENT, "NOT_OPTED_OUT", Home.Area.COVENTRY_WARWICKSHIRE, CaseType.CHILD_PROTECTION),
    /** The person's own row cannot be read. */
    CHILD_REJECTED(8, Expected.REJECTED, "", Home.Area.COVENTRY_WARWICKSHIRE, CaseType.CHILD_IN_NEED);

    /** What becomes of the record. */
    public enum Expected {
        SENT,
        WITHHELD,
        HELD,
        REJECTED
    }

    private final int perThousand;
    private final Expected expected;
    private final String reason;
    private final Optional<Home.Area> area;
    private final Optional<CaseType> caseType;

    Situation(
            int perThousand, Expected expected, String reason, Optional<Home.Area> area, Optional<CaseType> caseType) {
        this.perThousand = perThousand;
        this.expected = expected;
        this.reason = reason;
        this.area = area;
        this.caseType = caseType;
    }

    Situation(int perThousand, Expected expected, String reason) {
        this(perThousand, expected, reason, Optional.empty(), Optional.empty());
    }

    Situation(int perThousand, Expected expected, String reason, Home.Area area) {
        this(perThousand, expected, reason, Optional.of(area), Optional.empty());
    }

    /** In the region whose agreement in the demo covers the least. */
    Situation(int perThousand, Expected expected, String reason, CaseType caseType) {
        this(perThousand, expected, reason, Home.Area.HEREFORDSHIRE_WORCESTERSHIRE, caseType);
    }

    Situation(int perThousand, Expected expected, String reason, Home.Area area, CaseType caseType) {
        this(perThousand, expected, reason, Optional.of(area), Optional.of(caseType));
    }

    public Expected expected() {
        return expected;
    }

    /** Reason code of the decision, in the words of the disclosure policy; empty for a rejected child, never decided. */
    public Optional<String> reason() {
        return Optional.of(reason).filter(r -> !r.isEmpty());
    }

    /** At least one of each but the plain one, which takes the remainder. */
    int quota(int children) {
        return this == PLAIN ? 0 : Math.max(1, Math.round(children * perThousand / 1000f));
    }

    /** Where the child must live for this to occur; empty: in any of the regions. */
    Optional<Home.Area> area() {
        return area;
    }

    Optional<CaseType> caseType() {
        return caseType;
    }

    boolean isOptedOut() {
        return this == OPTED_OUT || this == CONSENT_LIFTS_OPT_OUT || this == CONSENT_EXPIRED;
    }

    boolean hasNumber() {
        return this != NUMBER_MISSING && this != UNBORN;
    }

    boolean hasVerifiedNumber() {
        return isNumberInCaseSystem() && this != NUMBER_UNVERIFIED && this != CHILD_REJECTED;
    }

    /** Whether the one case system that keeps NHS numbers has it; a wrong one was never entered there. */
    boolean isNumberInCaseSystem() {
        return hasNumber() && this != NUMBER_INVALID;
    }
}
