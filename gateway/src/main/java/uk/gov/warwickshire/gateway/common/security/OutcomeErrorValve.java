package uk.gov.warwickshire.gateway.common.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** What the server itself refuses, before any filter sees it, is an OperationOutcome too: a malformed address for instance. */
final class OutcomeErrorValve extends ErrorReportValve {

    private static final int FIRST_ERROR = 400;
    private static final int FIRST_OF_OURS = 500;
    private static final String BODY = """
            {"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"%s","details":{"coding":[{"system":\
            "%s","code":"%s"}],"text":"%s"}}]}""";

    private final String codeSystem;

    OutcomeErrorValve(String codeSystem) {
        this.codeSystem = codeSystem;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        int status = response.getStatus();
        if (status < FIRST_ERROR || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        Refusal refusal = status < FIRST_OF_OURS ? Refusal.REQUEST_INVALID : Refusal.INTERNAL;
        byte[] body = BODY.formatted(refusal.issueType(), codeSystem, refusal.code(), refusal.sentence())
                .getBytes(StandardCharsets.UTF_8);
        try {
            response.setContentType("application/fhir+json");
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException | IllegalStateException callerHasGone) {
            // There is nobody to tell.
            return;
        }
    }
}
