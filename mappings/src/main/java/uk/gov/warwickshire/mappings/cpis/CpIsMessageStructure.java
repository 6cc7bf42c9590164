package uk.gov.warwickshire.mappings.cpis;

import java.time.format.DateTimeFormatter;

/**
 * Every name and identifier of the CP-IS messages, in one place, because the official schemas are not public. Each is
 * marked: [S] stated by the specification as far as it is readable (cp-is.md 4 to 6), [V] addressed under this name by
 * published NHS validation style sheets and data mappings for these messages, [I] inferred from the conventions of the
 * NHS HL7 v3 messages. `mappings/docs/cp-is.md` is the same as a table. With the schemas in hand, correct it here.
 */
public final class CpIsMessageStructure {

    /** HL7 v3 [V]. */
    public static final String NAMESPACE = "urn:hl7-org:v3";
    /** Localisation of templates [V]. */
    public static final String TEMPLATE_NAMESPACE = "NPFIT:HL7:Localisation";

    public static final String TEMPLATE_PREFIX = "npfitlc";

    /** TS to the day and to the second; with hours the zone is mandatory [S]. */
    public static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");

    public static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyyMMddHHmmssxx");

    private CpIsMessageStructure() {}

    /** Object identifiers. */
    public static final class Oid {
        /** NHS number, verified [S]. */
        public static final String NHS_NUMBER = "2.16.840.1.113883.2.1.4.1";
        /** Local id of a local authority [S]. */
        public static final String LOCAL_ID = "2.16.840.1.113883.2.1.3.2.4.18.24";
        /** Upload file id: a fixed value of the file's id and therefore not sent [S]. */
        public static final String UPLOAD_FILE = "2.16.840.1.113883.2.1.3.2.4.18.46";
        /** CP-ISObservationType [S]. */
        public static final String OBSERVATION_TYPE = "2.16.840.1.113883.2.1.3.2.4.17.469";
        /** CP-ISUploadRecordResponse [S]. */
        public static final String RECORD_RESPONSE = "2.16.840.1.113883.2.1.3.2.4.17.473";
        /** CP-ISUploadFileResponse [S]. */
        public static final String FILE_RESPONSE = "2.16.840.1.113883.2.1.3.2.4.17.474";
        /** NHS organisation code (SDS) [I]. */
        public static final String ORGANISATION = "1.2.826.0.1285.0.1.10";
        /** Template content [I]. */
        public static final String CONTENT_ID = "2.16.840.1.113883.2.1.3.2.4.18.16";

        private Oid() {}
    }

    /** REPC_MT000002GB01, the upload (01). */
    public static final class Upload {
        public static final String FILE = "File"; // [V]
        public static final String CREATION_TIME = "creationTime"; // [S]
        public static final String ID = "id"; // [S]
        public static final String TRANSMISSION_QUANTITY = "transmissionQuantity"; // [S]
        public static final String SENDER = "communicationFunctionSnd"; // [S]
        public static final String ORGANISATION = "organisation"; // [V]
        public static final String TELECOM = "telecom"; // [V]
        public static final String EMERGENCY_USE = "EC"; // [S] of the query response
        public static final String OFFICE_HOURS_USE = "WP"; // [S] of the query response
        public static final String RECORD = "record"; // [V]
        public static final String CP_IS_RECORD = "CP-ISRecord"; // [V]
        public static final String SUBJECT = "subject"; // [V]
        public static final String CONTENT_ID = "contentId"; // [V] of the query response
        public static final String CHILD_PERSON = "childPerson"; // [V]
        public static final String MOTHER = "parentMotherPerson"; // [V]
        public static final String PLAYED_MOTHER = "playedMother"; // [V]
        public static final String NAME = "name"; // [V]
        public static final String GIVEN = "given"; // [V]
        public static final String FAMILY = "family"; // [V]
        public static final String BIRTH_TIME = "birthTime"; // [V]
        public static final String INFORMATION = "pertinentInformation"; // [V]
        public static final String START = "component"; // [V]
        public static final String END = "component1"; // [V]
        public static final String DELETE = "component2"; // [V]
        public static final String CODE = "code"; // [I]
        public static final String VALUE = "value"; // [V]

        private Upload() {}
    }

    /** A template with the class that stands at its root: `COCT_TP145101GB01.Child` on the wire [V]. */
    public record Template(String id, String rootClass) {
        /** COCT_TP145101GB01 ChildSubject. */
        public static final Template CHILD = new Template("COCT_TP145101GB01", "Child");
        /** COCT_TP145100GB01 UnbornChildSubject: nothing about the unborn child, the plan is the mother's. */
        public static final Template UNBORN_CHILD = new Template("COCT_TP145100GB01", "UnbornChild");

        public String elementName() {
            return id + "." + rootClass;
        }

        /** Value of the contentId that announces the template [I]. */
        public String contentId() {
            return id + "#" + rootClass;
        }
    }

    /** The information template of a type of plan, with its observation types [S] and element names [V]. */
    public record PlanTemplate(Template template, String code, String elementPrefix) {
        public static PlanTemplate of(PlanType type) {
            return switch (type) {
                case LAC -> new PlanTemplate(new Template("COCT_TP146100GB01", "LACInformation"), "LAC", "lAC");
                case CPP -> new PlanTemplate(new Template("COCT_TP146101GB01", "CPPInformation"), "CPP", "cPP");
                case UCP -> new PlanTemplate(new Template("COCT_TP146102GB01", "UCPInformation"), "UCP", "uCP");
            };
        }

        public String informationCode() {
            return code + "IU";
        }

        public String startCode() {
            return code + "SD";
        }

        public String endCode() {
            return code + "ED";
        }

        public String deleteCode() {
            return code + "DD";
        }

        public String startElement() {
            return elementPrefix + "StartDate";
        }

        public String endElement() {
            return elementPrefix + "EndDate";
        }

        public String deleteElement() {
            return elementPrefix + "DeleteDate";
        }
    }

    /** REPC_MT000003GB01, the acknowledgement (02). */
    public static final class FileResponse {
        public static final String ROOT = "FileResponse"; // [S] as a class
        public static final String ID = "id"; // [S]
        public static final String TRANSMISSION_QUANTITY = "transmissionQuantity"; // [S]
        public static final String FILE = "acknowledgementFile"; // [S]
        public static final String RECORD = "acknowledgementRecord"; // [S]
        public static final String FAILED_COUNT = "failedReturnedCP-ISRecords"; // [S]
        public static final String FAILED_RECORD = "message"; // [S]
        public static final String DETAIL = "acknowledgementDetail"; // [I]
        public static final String CODE = "code"; // [I]
        public static final String DETAIL_CODE = "qualifier"; // [I]
        public static final String LOCATION = "location"; // [S]

        private FileResponse() {}
    }

    /** REPC_MT000004GB01, the access to service notification (05): the structure of the query is reused [S]. */
    public static final class AccessNotice {
        public static final String ROOT = "CP-ISAccessToServiceNotification"; // [I]
        public static final String UPLOAD_FILE = "pertinentLAUploadFile"; // [I] after LAUFI
        public static final String TOTAL = "pertinentTotalReturnedRecords"; // [I] after TotalReturnedRecords
        public static final String ACCESS = "pertinentCP-ISNHSQuery"; // [V] of the query response
        public static final String TIME = "effectiveTime"; // [V]
        public static final String AUTHOR = "author"; // [V]
        public static final String ASSIGNED_AUTHOR = "COCT_TP145102GB01.AssignedAuthor"; // [V]
        public static final String ROLE = "code"; // [V]
        public static final String PERSON = "assignedAuthorPerson"; // [V]
        public static final String ORGANISATION = "representedOrganization"; // [V]
        public static final String NAME = "name"; // [V]
        public static final String QUERY = "queryByParameter"; // [V]
        public static final String NHS_NUMBER = "person.NHSnumber"; // [V]
        public static final String VALUE = "value"; // [V]

        private AccessNotice() {}
    }

    /** REPC_MT000005GB01, the notification of an inactive NHS number (06). */
    public static final class InactiveNotice {
        public static final String ROOT = "CP-ISInactiveNHSNumberNotification"; // [I]
        public static final String SUBJECT = "subject"; // [I]
        public static final String INACTIVE = "inactivePatient"; // [I]
        public static final String REPLACEMENT = "replacementPatient"; // [I]
        public static final String ID = "id"; // [I]

        private InactiveNotice() {}
    }
}
