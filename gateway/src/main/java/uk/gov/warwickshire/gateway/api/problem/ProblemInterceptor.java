package uk.gov.warwickshire.gateway.api.problem;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.InternalErrorException;
import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import uk.gov.warwickshire.gateway.audit.AuditUnavailableException;
import uk.gov.warwickshire.gateway.common.security.Refusal;
import uk.gov.warwickshire.gateway.common.security.RefusedException;

/**
 * Turns whatever went wrong into an OperationOutcome of ours, and has it audited unless it was already. What libraries say
 * is never shown and never logged: it may quote the request.
 */
@Interceptor
public class ProblemInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemInterceptor.class);
    private static final int FRAMES = 12;

    private final Outcomes outcomes;
    private final BiConsumer<ServletRequestDetails, String> audit;

    /** @param audit records that a request was refused, with the code; throws if it cannot */
    public ProblemInterceptor(Outcomes outcomes, BiConsumer<ServletRequestDetails, String> audit) {
        this.outcomes = outcomes;
        this.audit = audit;
    }

    @Hook(Pointcut.SERVER_PRE_PROCESS_OUTGOING_EXCEPTION)
    public BaseServerResponseException shown(ServletRequestDetails request, Throwable thrown) {
        BaseServerResponseException shown = recorded(request, unwrapped(thrown));
        if (shown.getStatusCode() == ProblemCode.NOT_ACCEPTABLE.status()) {
            // The refusal itself must be in a format that is served.
            request.addParameter(Constants.PARAM_FORMAT, new String[] {"json"});
        }
        return shown;
    }

    private BaseServerResponseException recorded(ServletRequestDetails request, Throwable thrown) {
        try {
            if (thrown instanceof RefusedException refused) {
                if (refused.refusal() == Refusal.NOT_FOUND) {
                    NothingShown.settle(request.getServletRequest());
                }
                return shown(refused);
            }
            if (cannotBeRecorded(thrown)) {
                log(thrown);
                return shown(new RefusedException(Refusal.AUDIT_UNAVAILABLE));
            }
            ApiProblem problem = asProblem(request, thrown);
            if (!problem.isRecorded()) {
                audit.accept(request, problem.code().code());
            }
            problem.setOperationOutcome(outcomes.of(problem));
            return problem;
        } catch (RefusedException refused) {
            return shown(refused);
        } catch (RuntimeException notRecorded) {
            log(notRecorded);
            return shown(new RefusedException(Refusal.AUDIT_UNAVAILABLE));
        }
    }

    private BaseServerResponseException shown(RefusedException refused) {
        BaseServerResponseException shown = new UnclassifiedServerFailureException(
                refused.refusal().status(), refused.refusal().code(), outcomes.of(refused));
        refused.retryAfterSeconds()
                .ifPresent(seconds -> shown.addResponseHeader("Retry-After", String.valueOf(seconds)));
        if (refused.refusal().status() == Constants.STATUS_HTTP_401_CLIENT_UNAUTHORIZED) {
            shown.addResponseHeader("WWW-Authenticate", "Bearer");
        }
        return shown;
    }

    /** HAPI wraps what a provider throws. */
    private static Throwable unwrapped(Throwable thrown) {
        Throwable cause = thrown.getCause();
        boolean wraps = thrown instanceof InternalErrorException || thrown instanceof InvocationTargetException;
        return wraps && cause != null ? unwrapped(cause) : thrown;
    }

    private static boolean cannotBeRecorded(Throwable thrown) {
        return thrown instanceof AuditUnavailableException
                || thrown instanceof DataAccessException
                || thrown instanceof TransactionException;
    }

    private static ApiProblem asProblem(ServletRequestDetails request, Throwable thrown) {
        if (thrown instanceof ApiProblem problem) {
            return problem;
        }
        if (thrown instanceof BaseServerResponseException hapi && !(thrown instanceof InternalErrorException)) {
            return switch (hapi.getStatusCode()) {
                case 404, 410 -> ApiProblem.of(ProblemCode.ADDRESS_UNKNOWN);
                case 405 -> ApiProblem.of(ProblemCode.METHOD_NOT_ALLOWED);
                case 415 -> ApiProblem.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE);
                default -> ApiProblem.of(ProblemCode.MALFORMED);
            };
        }
        if (request.getRestOperationType() == null && isAboutInput(thrown)) {
            return ApiProblem.of(ProblemCode.MALFORMED);
        }
        log(thrown);
        return ApiProblem.of(ProblemCode.INTERNAL);
    }

    /** Escapes that are none, for instance; of Tomcat and of the JDK, before we get to see the request. */
    private static boolean isAboutInput(Throwable thrown) {
        return thrown instanceof IllegalArgumentException || thrown instanceof IllegalStateException;
    }

    /** Where it happened, not what it says. */
    private static void log(Throwable thrown) {
        List<StackTraceElement> frames =
                Arrays.stream(thrown.getStackTrace()).limit(FRAMES).toList();
        LOG.error("A request failed: {} at {}", thrown.getClass().getName(), frames);
    }
}
