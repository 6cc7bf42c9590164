package uk.gov.warwickshire.mappings.source.code;

/** The code lists the readers know; codes and wording stand in {@code code-lists.csv} (uk-core.md 7). */
public enum CodeList {
    SEX,
    GENDER,
    ETHNICITY,
    DISABILITY,
    LEGAL_STATUS,
    CATEGORY_OF_NEED,
    CATEGORY_OF_ABUSE,
    REFERRAL_SOURCE,
    CLOSURE_REASON,
    ASSESSMENT_FACTOR,
    REASON_NEW_EPISODE,
    REASON_EPISODE_CEASED,
    PLACEMENT_TYPE,
    PLACEMENT_PROVIDER,
    PLACEMENT_CHANGE_REASON,
    REVIEW_PARTICIPATION,
    CARE_LEAVER_ELIGIBILITY,
    CARE_LEAVER_IN_TOUCH,
    CARE_LEAVER_ACTIVITY,
    CARE_LEAVER_ACCOMMODATION,
    ACCOMMODATION_SUITABILITY
}
