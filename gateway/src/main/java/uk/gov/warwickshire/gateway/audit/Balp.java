package uk.gov.warwickshire.gateway.audit;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/** Codes and addresses of IHE BALP 1.1 and of what it takes from DICOM and HL7. */
final class Balp {

    static final String PROFILE = "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.";
    static final String ENTITY_TYPE = "https://profiles.ihe.net/ITI/BALP/CodeSystem/BasicAuditEntityType";
    static final String AUTHZ = "https://profiles.ihe.net/ITI/BALP/CodeSystem/AuthZsubType";
    static final String DCM = "http://dicom.nema.org/resources/ontology/DCM";
    static final String HL7 = "http://terminology.hl7.org/CodeSystem/";
    static final String RESTFUL = "http://hl7.org/fhir/restful-interaction";
    static final String UUIDS = "urn:ietf:rfc:3986";

    static final Coding REST = new Coding(HL7 + "audit-event-type", "rest", "RESTful Operation");
    static final Coding EXPORT = new Coding(DCM, "110106", "Export");
    static final Coding ALERT = new Coding(DCM, "110113", "Security Alert");
    static final Coding DISCLOSE =
            new Coding(HL7 + "iso-21089-lifecycle", "disclose", "Disclose Record Lifecycle Event");
    static final Coding AUTHZ_CONSENT =
            new Coding(AUTHZ, "AuthZ-Consent", "Authorization Decision using Roles and Consent");

    static final CodeableConcept SOURCE = new CodeableConcept(new Coding(DCM, "110153", "Source Role ID"));
    static final CodeableConcept DESTINATION = new CodeableConcept(new Coding(DCM, "110152", "Destination Role ID"));
    static final CodeableConcept APPLICATION = new CodeableConcept(new Coding(DCM, "110150", "Application"));
    static final CodeableConcept RECIPIENT =
            new CodeableConcept(new Coding(HL7 + "v3-ParticipationType", "IRCP", "information recipient"));
    static final CodeableConcept ORGANISATION =
            new CodeableConcept(new Coding(HL7 + "v3-RoleClass", "PROV", "healthcare provider"));
    static final CodeableConcept AUTHORISER =
            new CodeableConcept(new Coding(HL7 + "extra-security-role-type", "authserver", "authorization server"));

    static final Coding PERSON = new Coding(HL7 + "audit-entity-type", "1", "Person");
    static final Coding OBJECT = new Coding(HL7 + "audit-entity-type", "2", "System Object");
    static final Coding PATIENT = new Coding(HL7 + "object-role", "1", "Patient");
    static final Coding RESOURCE = new Coding(HL7 + "object-role", "4", "Domain Resource");
    static final Coding QUERY = new Coding(HL7 + "object-role", "24", "Query");
    static final Coding X_REQUEST_ID = new Coding(ENTITY_TYPE, "XrequestId", "X-Request-Id");
    static final Coding CONSENT = new Coding("http://hl7.org/fhir/resource-types", "Consent", "Consent");
    static final Coding APPLICATION_SERVER = new Coding(HL7 + "security-source-type", "4", "Application Server");

    private Balp() {}
}
