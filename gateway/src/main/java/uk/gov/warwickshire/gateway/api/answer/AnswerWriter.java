package uk.gov.warwickshire.gateway.api.answer;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.server.ResponseDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.springframework.stereotype.Component;

/**
 * Writes stored JSON as it is, with the headers HAPI would have set. Where the caller wants another form (XML, a summary,
 * some elements), the JSON is parsed and HAPI encodes it.
 */
@Component
@Interceptor
public class AnswerWriter {

    private static final String JSON = "application/fhir+json;charset=UTF-8";

    private final FhirContext context;

    public AnswerWriter(FhirContext context) {
        this.context = context;
    }

    /** Returns false when the answer has been written. */
    @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
    public boolean write(ServletRequestDetails request, ResponseDetails details) {
        IBaseResource resource = details.getResponseResource();
        Optional<PreparedAnswer> prepared = resource == null ? Optional.empty() : PreparedAnswer.carriedBy(resource);
        if (resource instanceof Bundle made && prepared.isEmpty()) {
            withoutQuery(made);
        }
        return prepared.map(answer -> write(request, details, answer)).orElse(true);
    }

    /** HAPI links a Bundle of other providers to itself with the whole query, which may name a person. */
    private static void withoutQuery(Bundle made) {
        made.getLink().stream()
                .filter(link -> link.getRelation().equals("self") && link.hasUrl())
                .forEach(link -> link.setUrl(link.getUrl().split("\\?", 2)[0]));
    }

    private boolean write(ServletRequestDetails request, ResponseDetails details, PreparedAnswer answer) {
        HttpServletResponse response = request.getServletResponse();
        setVersionHeaders(response, answer);
        if (isKnownToCaller(request, answer)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return false;
        }
        if (!Format.isPlainJson(request)) {
            details.setResponseResource(parsed(answer));
            Format.keepWhatIsWithheld(request);
            return true;
        }
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType(JSON);
        response.setContentLength(answer.length());
        if (request.getRequestType() != RequestTypeEnum.HEAD) {
            copy(answer, response);
        }
        return false;
    }

    private static void setVersionHeaders(HttpServletResponse response, PreparedAnswer answer) {
        answer.version().ifPresent(version -> response.setHeader(Constants.HEADER_ETAG, etag(version)));
        answer.lastModified().ifPresent(time -> response.setHeader(Constants.HEADER_LAST_MODIFIED, HttpDate.of(time)));
    }

    /** The date counts only where no tag is given (RFC 9110, 13.1.3). */
    private static boolean isKnownToCaller(ServletRequestDetails request, PreparedAnswer answer) {
        String known = request.getHeader(Constants.HEADER_IF_NONE_MATCH);
        if (known == null) {
            return answer.lastModified()
                    .flatMap(modified -> HttpDate.parse(request.getHeader(Constants.HEADER_IF_MODIFIED_SINCE))
                            .filter(since ->
                                    !modified.truncatedTo(ChronoUnit.SECONDS).isAfter(since)))
                    .isPresent();
        }
        return answer.version()
                .filter(version -> Arrays.stream(known.split(","))
                        .map(String::strip)
                        .anyMatch(tag -> tag.equals("*") || opaque(tag).equals(opaque(etag(version)))))
                .isPresent();
    }

    /** `If-None-Match` compares weakly (RFC 9110, 13.1.2). */
    private static String opaque(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }

    private static String etag(long version) {
        return "W/\"" + version + "\"";
    }

    private static void copy(PreparedAnswer answer, HttpServletResponse response) {
        try {
            OutputStream out = response.getOutputStream();
            for (byte[] piece : answer.json()) {
                out.write(piece);
            }
        } catch (IOException callerHasGone) {
            throw new UncheckedIOException(callerHasGone);
        }
    }

    private IBaseResource parsed(PreparedAnswer answer) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(answer.length());
        answer.json().forEach(all::writeBytes);
        return context.newJsonParser().parseResource(all.toString(StandardCharsets.UTF_8));
    }
}
