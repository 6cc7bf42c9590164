package uk.gov.warwickshire.mappings.source.cin;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which element may stand in which, of all shapes from 2021 to 2026; {@code +} marks those that may be repeated. Names
 * are compared without their case and namespace, because exporters differ in both.
 */
final class CensusShape {

    private static final String SHAPE = """
            Message: Header Children
            Header: CollectionDetails Source+
            CollectionDetails: Collection Year ReferenceDate
            Source: SourceLevel LEA SoftwareCode Release SerialNo DateTime
            Children: Child+
            Child: ChildIdentifiers ChildCharacteristics CINdetails+
            ChildIdentifiers: LAchildID UPN FormerUPN UPNunknown PersonBirthDate ExpectedPersonBirthDate Sex \
            GenderCurrent PersonDeathDate
            ChildCharacteristics: Ethnicity Disabilities+
            Disabilities: Disability+
            CINdetails: CINreferralDate ReferralSource PrimaryNeedCode CINclosureDate ReasonForClosure \
            DateOfInitialCPC Assessments+ CINPlanDates+ Section47+ ReferralNFA ChildProtectionPlans+ \
            PreProceedingsandFGDM+
            Assessments: AssessmentActualStartDate AssessmentInternalReviewDate AssessmentAuthorisationDate \
            FactorsIdentifiedAtAssessment+
            FactorsIdentifiedAtAssessment: AssessmentFactors+
            CINPlanDates: CINPlanStartDate CINPlanEndDate
            Section47: S47ActualStartDate InitialCPCtarget DateOfInitialCPC ICPCnotRequired
            ChildProtectionPlans: CPPstartDate CPPendDate InitialCategoryOfAbuse LatestCategoryOfAbuse \
            NumberOfPreviousCPP Reviews+
            Reviews: CPPreviewDate+
            PreProceedingsandFGDM: PPStartDate LBPSentDate FGDMMeetingOffer FGDMMeetingFac InitialPPMeetingDate \
            ReviewMeetingsCount StepDecisionDate PPOutcome CourtAppDate LetterInitCPDate
            """;

    /** @param repeats whether it may stand more than once in its parent */
    record Part(String name, boolean repeats) {}

    private static final Map<String, Map<String, Part>> PARTS = parse();

    private CensusShape() {}

    /** The element as the shape calls it; empty if it may not stand there. */
    static Optional<Part> part(String container, String name) {
        return Optional.ofNullable(PARTS.getOrDefault(container, Map.of()).get(name.toLowerCase(Locale.ROOT)));
    }

    /** Whether it holds elements and no text. */
    static boolean isContainer(String name) {
        return PARTS.containsKey(name);
    }

    private static Map<String, Map<String, Part>> parse() {
        Map<String, Map<String, Part>> parts = new HashMap<>();
        for (String line : SHAPE.strip().split("\n")) {
            String[] sides = line.split(": ");
            Map<String, Part> ofContainer = new HashMap<>();
            for (String word : sides[1].strip().split(" +")) {
                String name = word.replace("+", "");
                ofContainer.put(name.toLowerCase(Locale.ROOT), new Part(name, word.endsWith("+")));
            }
            parts.put(sides[0], Map.copyOf(ofContainer));
        }
        return Map.copyOf(parts);
    }
}
