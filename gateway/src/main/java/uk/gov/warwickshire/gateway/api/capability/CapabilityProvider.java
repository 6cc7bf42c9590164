package uk.gov.warwickshire.gateway.api.capability;

import ca.uhn.fhir.rest.annotation.Metadata;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.IServerConformanceProvider;
import ca.uhn.fhir.rest.server.RestfulServer;
import jakarta.servlet.http.HttpServletRequest;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.springframework.stereotype.Component;

/** Serves `metadata`. */
@Component
public class CapabilityProvider implements IServerConformanceProvider<CapabilityStatement> {

    private final Statement statement;

    CapabilityProvider(Statement statement) {
        this.statement = statement;
    }

    @Override
    @Metadata
    public CapabilityStatement getServerConformance(HttpServletRequest request, RequestDetails details) {
        return statement.at(details.getFhirServerBase());
    }

    @Override
    public void setRestfulServer(RestfulServer server) {
        // It says what is served without asking HAPI.
    }
}
