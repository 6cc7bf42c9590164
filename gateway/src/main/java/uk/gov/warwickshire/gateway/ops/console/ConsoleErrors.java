package uk.gov.warwickshire.gateway.ops.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * What a person sees when a page of the console cannot be shown: in words, with a way on, and never what the fault said,
 * which may hold what is nobody's business.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ConsoleErrors implements HandlerExceptionResolver {

    private static final Logger LOG = LoggerFactory.getLogger(ConsoleErrors.class);

    private final ConsoleModel model;

    ConsoleErrors(ConsoleModel model) {
        this.model = model;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception fault) {
        if (!(request.getRequestURI() + "/").startsWith("/console/") || fault instanceof AccessDeniedException) {
            return null;
        }
        HttpStatusCode status = status(fault);
        UUID reference = UUID.randomUUID();
        if (status.is5xxServerError()) {
            LOG.error(
                    "A page of the console could not be shown, reference {}: {} at {}",
                    reference,
                    fault.getClass().getName(),
                    fault.getStackTrace().length == 0 ? "an unknown place" : fault.getStackTrace()[0]);
        }
        return page(request, status, reference);
    }

    /** The page for a status, with all that every page shows. */
    ModelAndView page(HttpServletRequest request, HttpStatusCode status, UUID reference) {
        ModelAndView page = new ModelAndView("console/error", status);
        page.addAllObjects(Map.of(
                "times", model.times(),
                "council", model.council(),
                "person", model.person(request.getUserPrincipal()),
                "sections", model.sections(request),
                "path", model.path(request),
                "title", title(status.value()),
                "status", status.value(),
                "reference", reference));
        return page;
    }

    private static String title(int status) {
        return switch (status) {
            case 403 -> "You cannot open this page";
            case 503 -> "This page is not available";
            default -> status < 500 ? "Page not found" : "There is a problem with this page";
        };
    }

    private static HttpStatusCode status(Exception fault) {
        if (fault instanceof MethodArgumentTypeMismatchException) {
            return HttpStatus.NOT_FOUND;
        }
        if (fault instanceof DataAccessResourceFailureException || fault instanceof CannotCreateTransactionException) {
            return HttpStatus.SERVICE_UNAVAILABLE;
        }
        return fault instanceof ErrorResponse told ? told.getStatusCode() : HttpStatus.INTERNAL_SERVER_ERROR;
    }
}
