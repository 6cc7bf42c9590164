package uk.gov.warwickshire.gateway.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.gov.warwickshire.gateway.api.problem.ProblemCode;

/** Keeps HAPI from reading a body that is not a short form; {@link RequestCheck} then refuses the request. */
final class BodyCheck extends HttpServletRequestWrapper {

    /** A posted search is a form; no form that makes sense is longer. */
    private static final int LARGEST_BODY = 64 * 1024;

    private static final String PROBLEM = BodyCheck.class.getName();
    private static final String FORM = "application/x-www-form-urlencoded";

    private BodyCheck(HttpServletRequest request) {
        super(request);
    }

    static HttpServletRequest checked(HttpServletRequest request) {
        Optional<ProblemCode> problem = problem(request);
        problem.ifPresent(code -> request.setAttribute(PROBLEM, code));
        return problem.isPresent() ? new BodyCheck(request) : request;
    }

    /** What is wrong with the body of this request. */
    static Optional<ProblemCode> found(HttpServletRequest request) {
        return Optional.ofNullable((ProblemCode) request.getAttribute(PROBLEM));
    }

    private static Optional<ProblemCode> problem(HttpServletRequest request) {
        if (request.getContentLengthLong() > LARGEST_BODY) {
            return Optional.of(ProblemCode.TOO_LARGE);
        }
        if (request.getHeader("Transfer-Encoding") != null) {
            return Optional.of(ProblemCode.LENGTH_REQUIRED);
        }
        boolean isForm = Optional.ofNullable(request.getContentType())
                .map(media -> media.startsWith(FORM))
                .orElse(false);
        boolean isSearch =
                request.getMethod().equals("POST") && request.getRequestURI().endsWith("/_search");
        return isSearch && !isForm && request.getContentLengthLong() > 0
                ? Optional.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE)
                : Optional.empty();
    }

    @Override
    public @Nullable String getContentType() {
        return null;
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Map.of();
    }
}
