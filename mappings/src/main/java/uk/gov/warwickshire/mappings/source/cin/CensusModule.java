package uk.gov.warwickshire.mappings.source.cin;

import java.util.Arrays;
import java.util.Optional;

/** The modules of the census, under the names of their elements: what the report calls a table. */
public enum CensusModule {
    HEADER("Header"),
    CHILD("Child"),
    CHILD_IDENTIFIERS("ChildIdentifiers"),
    CHILD_CHARACTERISTICS("ChildCharacteristics"),
    DISABILITIES("Disabilities"),
    CIN_DETAILS("CINdetails"),
    ASSESSMENTS("Assessments"),
    CIN_PLAN_DATES("CINPlanDates"),
    SECTION_47("Section47"),
    CHILD_PROTECTION_PLANS("ChildProtectionPlans"),
    REVIEWS("Reviews"),
    PRE_PROCEEDINGS("PreProceedingsandFGDM");

    private final String element;

    CensusModule(String element) {
        this.element = element;
    }

    static Optional<CensusModule> ofElement(String element) {
        return Arrays.stream(values()).filter(m -> m.element.equals(element)).findFirst();
    }

    public String element() {
        return element;
    }

    /**
     * A fault in one of these would make today's status wrong, so it rejects the child whole, as one in the tables of
     * the dataset that say the same does.
     */
    public boolean isSafetyCritical() {
        return this == CHILD_IDENTIFIERS || this == CHILD_PROTECTION_PLANS;
    }
}
