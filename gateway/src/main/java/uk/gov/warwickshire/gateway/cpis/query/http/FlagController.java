package uk.gov.warwickshire.gateway.cpis.query.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import uk.gov.warwickshire.gateway.common.security.Caller;
import uk.gov.warwickshire.gateway.common.security.Callers;
import uk.gov.warwickshire.gateway.common.security.RefusedException;
import uk.gov.warwickshire.gateway.cpis.query.Answer;
import uk.gov.warwickshire.gateway.cpis.query.Endpoint;
import uk.gov.warwickshire.gateway.cpis.query.Endpoint.Service;
import uk.gov.warwickshire.gateway.cpis.query.Fault;
import uk.gov.warwickshire.gateway.cpis.query.Fault.FaultException;
import uk.gov.warwickshire.gateway.cpis.query.FlagQueries;
import uk.gov.warwickshire.gateway.cpis.query.Question;
import uk.gov.warwickshire.gateway.cpis.query.Reply;
import uk.gov.warwickshire.gateway.cpis.query.fhir.AnswerEncoder;

/**
 * The two interfaces of the flag query. Takes every path and method below their bases itself, so that whatever is asked gets
 * a FHIR answer, and a HEAD request makes no access.
 */
@Controller
class FlagController {

    private static final Logger LOG = LoggerFactory.getLogger(FlagController.class);
    private static final List<MediaType> SERVED =
            List.of(MediaType.valueOf("application/fhir+json"), MediaType.APPLICATION_JSON);

    private final Callers callers;
    private final QuestionReader reader;
    private final FlagQueries queries;
    private final AnswerEncoder encoder;
    private final FlagCapabilities capabilities;
    private final FaultWriter writer;

    FlagController(
            Callers callers,
            QuestionReader reader,
            FlagQueries queries,
            AnswerEncoder encoder,
            FlagCapabilities capabilities,
            FaultWriter writer) {
        this.callers = callers;
        this.reader = reader;
        this.queries = queries;
        this.encoder = encoder;
        this.capabilities = capabilities;
        this.writer = writer;
    }

    @RequestMapping({"/cp-is/FHIR/R4", "/cp-is/FHIR/R4/**"})
    void cpIs(HttpServletRequest request, HttpServletResponse response) throws IOException {
        handle(Service.CP_IS, request, response);
    }

    @RequestMapping({"/patient-flags-api/FHIR/R4", "/patient-flags-api/FHIR/R4/**"})
    void patientFlags(HttpServletRequest request, HttpServletResponse response) throws IOException {
        handle(Service.PATIENT_FLAGS, request, response);
    }

    private void handle(Service service, HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            byte[] body = request.getRequestURI().equals(service.path() + "/metadata")
                    ? metadata(service, request)
                    : answer(service, request);
            writer.write(request, response, HttpServletResponse.SC_OK, body);
        } catch (FaultException e) {
            writer.write(request, response, e);
        } catch (RuntimeException e) {
            // The message may repeat values, so only the kind is logged.
            LOG.error("A flag query failed: {}", e.getClass().getName());
            writer.write(request, response, Fault.INTERNAL.because("The question could not be processed."));
        }
    }

    private byte[] metadata(Service service, HttpServletRequest request) {
        requireGet(request);
        return capabilities.of(service, base(service, request));
    }

    private byte[] answer(Service service, HttpServletRequest request) {
        Optional<Endpoint> endpoint = Endpoint.ofPath(request.getRequestURI());
        Caller caller = caller(request);
        Question question;
        try {
            requireGet(request);
            requireJson(request);
            question = reader.read(
                    endpoint.orElseThrow(
                            () -> Fault.NO_SUCH_SERVICE.because("There is CareTeam, AuditEvent and Flag.")),
                    request,
                    caller);
        } catch (FaultException e) {
            throw refused(caller, service, endpoint, request, e);
        }
        Reply reply = queries.answer(question);
        if (reply instanceof Answer answer) {
            return encoder.encode(answer, base(service, request), self(request));
        }
        throw Fault.ACCESS_DENIED.because("No data sharing agreement with this organisation is in force.");
    }

    private FaultException refused(
            Caller caller, Service service, Optional<Endpoint> endpoint, HttpServletRequest request, FaultException e) {
        queries.refused(
                caller, service, endpoint.map(Endpoint::resourceType), QuestionReader.asked(request), e.fault());
        return e;
    }

    private Caller caller(HttpServletRequest request) {
        try {
            return callers.of(request);
        } catch (RefusedException e) {
            throw SpineRefusals.fault(e.refusal());
        }
    }

    private static void requireGet(HttpServletRequest request) {
        if (!request.getMethod().equals("GET")) {
            throw Fault.METHOD_NOT_ALLOWED.because("Ask with GET.");
        }
    }

    private static void requireJson(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        if (accept == null) {
            return;
        }
        try {
            boolean served = MediaType.parseMediaTypes(accept).stream()
                    .anyMatch(wanted -> SERVED.stream().anyMatch(wanted::isCompatibleWith));
            if (!served) {
                throw Fault.NOT_ACCEPTABLE.because("Accept names another format.");
            }
        } catch (InvalidMediaTypeException e) {
            throw Fault.NOT_ACCEPTABLE.because("Accept cannot be read.");
        }
    }

    private static String base(Service service, HttpServletRequest request) {
        String url = request.getRequestURL().toString();
        return url.substring(0, url.indexOf(service.path())) + service.path();
    }

    private static String self(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURL() + (query == null ? "" : "?" + query);
    }
}
