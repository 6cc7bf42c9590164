package uk.gov.warwickshire.gateway.rights.pack;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.util.StringUtils;
import uk.gov.warwickshire.gateway.common.Destination;
import uk.gov.warwickshire.mappings.fhir.Category;

/** Names of FHIR types, elements, categories and destinations in plain words. */
final class Labels {

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("Patient", "The child"),
            Map.entry("RelatedPerson", "Relative"),
            Map.entry("Practitioner", "Worker"),
            Map.entry("PractitionerRole", "Role of a worker"),
            Map.entry("Organization", "Team or organisation"),
            Map.entry("CareTeam", "People involved"),
            Map.entry("CarePlan", "Plan"),
            Map.entry("EpisodeOfCare", "Period of care"),
            Map.entry("Flag", "Alert"),
            Map.entry("Observation", "Finding"),
            Map.entry("ServiceRequest", "Referral"),
            Map.entry("Task", "Assessment, conference or visit"));

    private static final Map<String, String> ELEMENTS = Map.ofEntries(
            Map.entry("identifier", "Number"),
            Map.entry("birthDate", "Date of birth"),
            Map.entry("telecom", "Phone or e-mail"),
            Map.entry("managingOrganization", "Kept by"),
            Map.entry("generalPractitioner", "GP or worker"),
            Map.entry("period", "When"),
            Map.entry("executionPeriod", "When"),
            Map.entry("effectivePeriod", "When"),
            Map.entry("effectiveDateTime", "When"),
            Map.entry("authoredOn", "Recorded"),
            Map.entry("author", "Worker responsible"),
            Map.entry("contributor", "Team"),
            Map.entry("owner", "Worker responsible"),
            Map.entry("requester", "Who referred"),
            Map.entry("performer", "By whom"),
            Map.entry("category", "Kind"),
            Map.entry("code", "What"),
            Map.entry("output", "Outcome"),
            Map.entry("basedOn", "Following"),
            Map.entry("partOf", "Part of"),
            Map.entry("focus", "About"),
            Map.entry("activity", "What was done"),
            Map.entry("restriction", "Due"),
            Map.entry("reasonCode", "Reason"),
            Map.entry("deceasedDateTime", "Died"),
            Map.entry("supportingInfo", "See also"));

    private static final Map<Category, String> CATEGORIES = Map.of(
            Category.DEMOGRAPHICS, "Who the child is",
            Category.FAMILY, "Family",
            Category.PROFESSIONAL_CONTACTS, "Workers and teams",
            Category.DISABILITY, "Disability",
            Category.CHILD_IN_NEED, "Help as a child in need",
            Category.ASSESSMENT, "Assessments",
            Category.CHILD_PROTECTION, "Child protection",
            Category.LOOKED_AFTER, "Being looked after",
            Category.CARE_LEAVER, "After care");

    private Labels() {}

    static String type(String fhirType) {
        return TYPES.getOrDefault(fhirType, of(fhirType));
    }

    /** `birthDate` to `Date of birth`, `lastVisit` to `Last visit`, `abuse-category` to `Abuse category`. */
    static String of(String element) {
        String known = ELEMENTS.get(element);
        if (known != null) {
            return known;
        }
        String plain = element.startsWith("value") && element.length() > 5 ? "Value" : element;
        String spaced =
                plain.replace('-', ' ').replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.UK);
        return spaced.isEmpty() ? spaced : Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }

    static String category(Category category) {
        return CATEGORIES.getOrDefault(category, of(category.code()));
    }

    /** `icr.coventry-warwickshire` in words. */
    static String destination(String code) {
        Destination destination = new Destination(code);
        if (destination.equals(Destination.CP_IS)) {
            return "Child Protection – Information Sharing (NHS England)";
        }
        String region = Arrays.stream(destination.region().orElse("").split("-", -1))
                .map(StringUtils::capitalize)
                .collect(Collectors.joining(" and "));
        return destination.family().equals(Destination.ICR)
                ? "Integrated Care Record, " + region
                : of(code.replace('.', ' '));
    }
}
