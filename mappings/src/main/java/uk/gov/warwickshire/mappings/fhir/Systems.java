package uk.gov.warwickshire.mappings.fhir;

/** Every system address the mappers write. */
public final class Systems {

    public static final String NHS_NUMBER = "https://fhir.nhs.uk/Id/nhs-number";
    public static final String ODS_ORGANISATION = "https://fhir.nhs.uk/Id/ods-organization-code";
    public static final String SNOMED = "http://snomed.info/sct";
    public static final String UK_CORE = "https://fhir.hl7.org.uk/StructureDefinition/";
    public static final String UK_CORE_EXTENSION = UK_CORE + "Extension-UKCore-";
    public static final String NHS_NUMBER_STATUS =
            "https://fhir.hl7.org.uk/CodeSystem/UKCore-NHSNumberVerificationStatusEngland";
    public static final String ETHNIC_CATEGORY = "https://fhir.hl7.org.uk/CodeSystem/UKCore-EthnicCategoryEngland";
    public static final String PATIENT_FLAG = "https://fhir.nhs.uk/England/CodeSystem/England-FlagCategoryPatient";
    public static final String FLAG_DETAIL = "http://hl7.org/fhir/StructureDefinition/flag-detail";
    public static final String ENGLAND = "https://fhir.nhs.uk/England/StructureDefinition/";
    public static final String CONFIDENTIALITY = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";
    public static final String DATA_ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";
    public static final String ADDRESS_KEY_TYPE = "https://fhir.hl7.org.uk/CodeSystem/UKCore-AddressKeyType";
    public static final String ORGANISATION_TYPE = "http://terminology.hl7.org/CodeSystem/organization-type";
    public static final String OBSERVATION_CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category";
    public static final String PROVENANCE_AGENT = "http://terminology.hl7.org/CodeSystem/provenance-participant-type";

    /** Kinds of identifiers of the council. */
    public static final String PERSON = "person";

    private final String base;

    /** @param base as {@link MappingSettings#baseUri()} */
    public Systems(String base) {
        this.base = base;
    }

    /** Identifier system of the council: `{base}/Id/{name}`. */
    public String id(String name) {
        return base + "/Id/" + name;
    }

    /** Code system of the council, or of the DfE where the DfE publishes no address: `{base}/CodeSystem/{name}`. */
    public String codes(String name) {
        return base + "/CodeSystem/" + name;
    }

    /** Extension or profile of the council: `{base}/StructureDefinition/{name}`. */
    public String extension(String name) {
        return base + "/StructureDefinition/" + name;
    }
}
