package uk.gov.warwickshire.mappings.record;

import java.util.Set;

/** The deliveries a record's facts can come from. */
public enum Source {
    /** The Standard Safeguarding Dataset: the live case system, delivered daily. */
    SSD,
    /** The Child in Need Census: the statutory return as at a reference date. */
    CIN_CENSUS;

    private static final Set<String> CENSUS_MODULES = Set.of(
            "Header",
            "Child",
            "ChildIdentifiers",
            "ChildCharacteristics",
            "Disabilities",
            "CINdetails",
            "Assessments",
            "CINPlanDates",
            "Section47",
            "ChildProtectionPlans",
            "Reviews",
            "PreProceedingsandFGDM");

    /** By the table: the census calls its own by the names of its modules. */
    public static Source of(SourceRow row) {
        return CENSUS_MODULES.contains(row.table()) ? CIN_CENSUS : SSD;
    }
}
