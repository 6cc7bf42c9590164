package uk.gov.warwickshire.gateway.cpis.query.http;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementKind;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.RestfulCapabilityMode;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumerations.FHIRVersion;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.cpis.query.Endpoint.Service;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;
import uk.gov.warwickshire.mappings.fhir.Systems;

/** What each service can do, and what it is not, as CapabilityStatement. */
@Component
class FlagCapabilities {

    private static final String NOT_NATIONAL = """
            This is %1$s's own service about the children it is responsible for. It is NOT the national Child \
            Protection - Information Sharing service (CP-IS) and does not replace it: a child with a plan of another \
            authority is not known here. "Nothing found" means nothing found at %1$s. """;
    private static final String CP_IS = """
            Addresses, headers, error codes and shapes follow NHS England's CP-IS FHIR R4 guide 1.0.0. Search CareTeam \
            and AuditEvent by patient:identifier. An access is unscheduled unless the header IsUnscheduledAccessEvent \
            says false: it is then listed, each author once in 24 hours, and the child's team is told. An unavailable \
            store is 503, never an empty answer.""";
    private static final String FLAGS = """
            Addresses and shapes follow NHS England's Patient Flags guide 0.3.0: Flag with CarePlan and CareTeam. Only \
            the flag child-protection-information-system-flag is held. PatientFlag is an alias of Flag. An access is \
            unscheduled unless the header IsUnscheduledAccessEvent says false.""";

    private final FhirContext fhir;
    private final String council;
    private final Optional<BuildProperties> build;

    FlagCapabilities(FhirContext fhir, GatewaySettings settings, Optional<BuildProperties> build) {
        this.fhir = fhir;
        this.council = settings.organisation().name();
        this.build = build;
    }

    byte[] of(Service service, String base) {
        CapabilityStatement statement = new CapabilityStatement();
        statement
                .setStatus(PublicationStatus.ACTIVE)
                .setDate(Date.from(build.map(BuildProperties::getTime).orElse(Instant.EPOCH)))
                .setPublisher(council)
                .setKind(CapabilityStatementKind.INSTANCE)
                .setFhirVersion(FHIRVersion._4_0_1)
                .addFormat("json");
        statement.setDescription(NOT_NATIONAL.formatted(council) + (service == Service.CP_IS ? CP_IS : FLAGS));
        statement.getSoftware().setName("Health gateway");
        build.map(BuildProperties::getVersion).ifPresent(statement.getSoftware()::setVersion);
        statement
                .getImplementation()
                .setDescription(council + ", not national CP-IS")
                .setUrl(base);
        CapabilityStatementRestComponent rest = statement.addRest().setMode(RestfulCapabilityMode.SERVER);
        rest.getSecurity()
                .setDescription("Bearer token with the scope cp-is.read and the claim ods_code")
                .addService()
                .addCoding(
                        new Coding("http://terminology.hl7.org/CodeSystem/restful-security-service", "OAuth", "OAuth"));
        switch (service) {
            case CP_IS -> {
                patient(rest.addResource().setType("CareTeam"));
                CapabilityStatementRestResourceComponent accesses =
                        rest.addResource().setType("AuditEvent");
                accesses.addSearchInclude("AuditEvent:entity-type");
                patient(accesses);
            }
            case PATIENT_FLAGS -> flag(rest.addResource().setType("Flag"));
        }
        return fhir.newJsonParser().encodeResourceToString(statement).getBytes(StandardCharsets.UTF_8);
    }

    private static void flag(CapabilityStatementRestResourceComponent flag) {
        flag.setProfile(Systems.ENGLAND + "England-Flag-PatientFlag");
        patient(flag);
        flag.addSearchParam()
                .setName("code")
                .setType(SearchParamType.TOKEN)
                .setDocumentation("child-protection-information-system-flag, the only one held");
    }

    private static void patient(CapabilityStatementRestResourceComponent resource) {
        resource.addInteraction().setCode(TypeRestfulInteraction.SEARCHTYPE);
        resource.addSearchParam()
                .setName("patient")
                .setType(SearchParamType.REFERENCE)
                .setDocumentation("required, as patient:identifier=https://fhir.nhs.uk/Id/nhs-number|{number}");
    }
}
