package uk.gov.warwickshire.gateway.cpis.query.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.cpis.query.Fault;
import uk.gov.warwickshire.gateway.cpis.query.fhir.AnswerEncoder;

/** Writes answers and faults with the response headers of the guides. */
@Component
class FaultWriter {

    private static final String FHIR_JSON = "application/fhir+json";
    private static final String SECONDS_TO_WAIT = "5";

    private final AnswerEncoder encoder;

    FaultWriter(AnswerEncoder encoder) {
        this.encoder = encoder;
    }

    void write(HttpServletRequest request, HttpServletResponse response, Fault.FaultException e) throws IOException {
        Fault fault = e.fault();
        if (fault == Fault.METHOD_NOT_ALLOWED) {
            response.setHeader("Allow", "GET");
        }
        if (fault == Fault.UNAVAILABLE) {
            response.setHeader("Retry-After", SECONDS_TO_WAIT);
        }
        write(request, response, fault.status(), encoder.encode(fault, e.diagnostics()));
    }

    void write(HttpServletRequest request, HttpServletResponse response, int status, byte[] body) throws IOException {
        response.setStatus(status);
        response.setContentType(FHIR_JSON);
        response.setContentLength(body.length);
        mirror(request, response, AccessHeaders.REQUEST_ID);
        mirror(request, response, AccessHeaders.CORRELATION_ID);
        response.getOutputStream().write(body);
    }

    private static void mirror(HttpServletRequest request, HttpServletResponse response, String header) {
        AccessHeaders.toMirror(request, header).ifPresent(value -> response.setHeader(header, value));
    }
}
