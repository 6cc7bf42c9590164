package uk.gov.warwickshire.gateway.api.document;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.gov.warwickshire.gateway.store.StoredResource;
import uk.gov.warwickshire.mappings.fhir.Category;

/**
 * Sections of the document, after the headings of PRSB's Local authority information v1.1 and the Safeguarding section of
 * its Core Information Standard v2 (uk-core.md 8). Each resource stands in the first section that takes it.
 */
enum Heading {
    PERSON_DEMOGRAPHICS("Person demographics", "person-demographics", Category.DEMOGRAPHICS),
    /** Headings of PRSB without a code in UK Core, as are the personal contacts. */
    CHILD_PROTECTION_PLAN("Child protection plan", "", Category.CHILD_PROTECTION),
    LOOKED_AFTER_CHILD("Looked after child", "", Category.LOOKED_AFTER),
    PROFESSIONAL_CONTACTS("Professional contacts", "professional-contacts", Category.PROFESSIONAL_CONTACTS),
    PERSONAL_CONTACTS("Personal contacts", "", Category.FAMILY),
    REFERRAL_DETAILS("Referral details", "referral-details", "ServiceRequest"),
    SERVICES_AND_CARE("Services and care", "services-and-care", Category.CHILD_IN_NEED, Category.CARE_LEAVER),
    ASSESSMENTS("Assessments", "assessments", Category.ASSESSMENT),
    INDIVIDUAL_REQUIREMENTS("Individual requirements", "individual-requirements", Category.DISABILITY);

    /** Subsections of `Safeguarding`. */
    static final Set<Heading> SAFEGUARDING = EnumSet.of(CHILD_PROTECTION_PLAN, LOOKED_AFTER_CHILD);

    private final String title;
    private final String code;
    private final List<Category> categories;
    private final String type;

    Heading(String title, String code, Category... categories) {
        this(title, code, "", categories);
    }

    Heading(String title, String code, String type, Category... categories) {
        this.title = title;
        this.code = code;
        this.type = type;
        this.categories = List.of(categories);
    }

    /** Empty for what backs the document up without a section of its own (Provenance) and for the directory. */
    static Optional<Heading> of(StoredResource resource) {
        if (resource.isDirectory() || resource.type().equals("Provenance")) {
            return Optional.empty();
        }
        return Arrays.stream(values())
                .filter(heading -> heading.type.equals(resource.type())
                        || (heading.type.isEmpty() && heading.categories.contains(resource.category())))
                .findFirst();
    }

    String title() {
        return title;
    }

    /** Of `UKCore-RecordStandardHeadings`. */
    Optional<String> code() {
        return Optional.of(code).filter(text -> !text.isEmpty());
    }
}
