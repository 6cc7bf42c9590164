package uk.gov.warwickshire.mappings.source.code;

/** The code lists the readers know; codes and wording stand in {@code code-lists.csv} (uk-core.md 7). */
public enum CodeList {
    SEX("dfe-sex"),
    GENDER("gender-identity"),
    ETHNICITY("dfe-ethnicity"),
    DISABILITY("dfe-disability"),
    LEGAL_STATUS("dfe-legal-status"),
    CATEGORY_OF_NEED("dfe-primary-need"),
    CATEGORY_OF_ABUSE("dfe-abuse-category"),
    REFERRAL_SOURCE("dfe-referral-source"),
    CLOSURE_REASON("dfe-closure-reason"),
    ASSESSMENT_FACTOR("dfe-assessment-factor"),
    REASON_NEW_EPISODE("dfe-episode-start-reason"),
    REASON_EPISODE_CEASED("dfe-episode-ceased-reason"),
    PLACEMENT_TYPE("dfe-placement-type"),
    PLACEMENT_PROVIDER("dfe-placement-provider"),
    PLACEMENT_CHANGE_REASON("dfe-placement-change-reason"),
    REVIEW_PARTICIPATION("dfe-review-participation"),
    CARE_LEAVER_ELIGIBILITY("dfe-care-leaver-eligibility"),
    CARE_LEAVER_IN_TOUCH("dfe-care-leaver-in-touch"),
    CARE_LEAVER_ACTIVITY("dfe-care-leaver-activity"),
    CARE_LEAVER_ACCOMMODATION("dfe-care-leaver-accommodation"),
    ACCOMMODATION_SUITABILITY("dfe-accommodation-suitability");

    private final String codeSystem;

    CodeList(String codeSystem) {
        this.codeSystem = codeSystem;
    }

    /** The id of the package's CodeSystem with the same codes. */
    public String codeSystem() {
        return codeSystem;
    }
}
