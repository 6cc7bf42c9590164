package uk.gov.warwickshire.gateway.disclosure;

/**
 * Why something was sent, withheld or held; shown everywhere in these words. Declared in order of precedence: any
 * withholding reason withholds, else any holding reason holds, else it is sent.
 */
public enum Reason {
    NOT_OPTED_OUT(Outcome.SENT, "The person has not opted out."),
    STATUTORY_DUTY(Outcome.SENT, "The law requires this disclosure; no opt-out, objection or restriction stops it."),
    PERMITTED_BY_CONSENT(Outcome.SENT, "The person has given specific consent for this destination."),
    OPT_OUT_NOT_APPLICABLE(
            Outcome.SENT,
            "The person has opted out, or this is not known; by the policy it is recorded and does not stop this"
                    + " message."),
    BREAK_GLASS(
            Outcome.SENT,
            "The person has objected; a professional overrode the objection in an emergency and gave a reason."),

    NO_AGREEMENT(Outcome.WITHHELD, "No data sharing agreement with this recipient is in force."),
    AGREEMENT_EXPIRED(Outcome.WITHHELD, "The data sharing agreement with this recipient has expired."),
    CATEGORY_NOT_AGREED(Outcome.WITHHELD, "The agreement does not cover this category of data."),
    OUT_OF_REGION(Outcome.WITHHELD, "The child's postcode area is unknown or outside the region of the agreement."),
    AGE_OUT_OF_SCOPE(Outcome.WITHHELD, "The child's age is unknown or below the minimum age for this destination."),
    RESTRICTED(Outcome.WITHHELD, "The council has restricted the record."),
    OBJECTED_ICR(Outcome.WITHHELD, "The person has objected to the Integrated Care Record."),
    OPTED_OUT_NATIONAL(Outcome.WITHHELD, "The person has set a national data opt-out."),

    NHS_NUMBER_MISSING(Outcome.HELD, "No NHS number is known."),
    NHS_NUMBER_UNVERIFIED(Outcome.HELD, "The NHS number has not been verified."),
    STATUS_UNKNOWN(Outcome.HELD, "The national opt-out status has not been checked yet."),
    STATUS_STALE(Outcome.HELD, "The national opt-out status was last checked too long ago.");

    private final Outcome outcome;
    private final String sentence;

    Reason(Outcome outcome, String sentence) {
        this.outcome = outcome;
        this.sentence = sentence;
    }

    /** What this reason leads to when no reason of higher precedence applies. */
    public Outcome outcome() {
        return outcome;
    }

    /**
     * What may be said of it outside the ledger. Whatever says or lets guess what the person chose about the national
     * opt-out reads the same as other passing hindrances, and every permission that is not an exception reads the same: the
     * licence of the check service keeps its results out of resources, answers and logs (opt-out-and-mesh.md 4).
     */
    public String publicCode() {
        return switch (this) {
            case NOT_OPTED_OUT, PERMITTED_BY_CONSENT, OPT_OUT_NOT_APPLICABLE -> "PERMITTED";
            case OPTED_OUT_NATIONAL, STATUS_UNKNOWN, STATUS_STALE, NHS_NUMBER_MISSING, NHS_NUMBER_UNVERIFIED ->
                "NOT_SHAREABLE_NOW";
            default -> name();
        };
    }

    /** A plain sentence for people. */
    public String sentence() {
        return sentence;
    }
}
