package uk.gov.warwickshire.gateway.api.audits;

import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.gov.warwickshire.gateway.api.capability.TypeDescription;

/** What the CapabilityStatement says of AuditEvent. */
@Configuration(proxyBeanMethods = false)
class AuditDescription {

    @Bean
    TypeDescription auditEventDescription() {
        return new TypeDescription(
                "AuditEvent",
                "For the council's own auditors: scope audit.read. An agent is asked for by agent:identifier, a patient also by"
                        + " patient:identifier; subtype is AuthZ-Consent or disclose.",
                List.of(TypeRestfulInteraction.READ, TypeRestfulInteraction.SEARCHTYPE),
                Map.of(
                        "patient", SearchParamType.REFERENCE,
                        "agent:identifier", SearchParamType.TOKEN,
                        "date", SearchParamType.DATE,
                        "outcome", SearchParamType.TOKEN,
                        "purpose", SearchParamType.TOKEN,
                        "subtype", SearchParamType.TOKEN));
    }
}
