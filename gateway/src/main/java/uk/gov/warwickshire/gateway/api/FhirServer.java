package uk.gov.warwickshire.gateway.api;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.server.ETagSupportEnum;
import ca.uhn.fhir.rest.server.HardcodedServerAddressStrategy;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import uk.gov.warwickshire.gateway.api.problem.NothingShown;

/** HAPI's plain server, without its banner. */
final class FhirServer extends RestfulServer {

    private static final long serialVersionUID = 1;

    private final transient RequestCheck check;

    FhirServer(FhirContext context, Optional<URI> baseUrl, RequestCheck check) {
        super(context);
        this.check = check;
        setDefaultResponseEncoding(EncodingEnum.JSON);
        setDefaultPrettyPrint(false);
        // Answers carry their own; HAPI would look into a resource that is empty here.
        setETagSupport(ETagSupportEnum.DISABLED);
        setUncompressIncomingContents(false);
        baseUrl.ifPresent(url -> setServerAddressStrategy(new HardcodedServerAddressStrategy(url.toString())));
    }

    @Override
    protected void handleRequest(RequestTypeEnum type, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        NothingShown.begin(request);
        super.handleRequest(type, BodyCheck.checked(request), response);
    }

    /** Not an interceptor: HAPI logs what those throw. */
    @Override
    protected void validateRequest(ServletRequestDetails request) {
        check.check(request);
    }

    @Override
    protected String createPoweredByHeader() {
        return "";
    }
}
