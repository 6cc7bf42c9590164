package uk.gov.warwickshire.gateway.api;

import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import uk.gov.warwickshire.gateway.api.answer.Format;
import uk.gov.warwickshire.gateway.api.problem.ApiProblem;
import uk.gov.warwickshire.gateway.api.problem.ProblemCode;

/** Turns away what no interaction here could take, before anything is looked up. */
class RequestCheck {

    private static final int MOST_PARAMETERS = 100;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_VALUE = 4000;
    private static final String METADATA = "metadata";
    private static final Set<String> POSTED = Set.of("_search", "$match", "$everything", "$social-care-record");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");
    private static final Pattern WORD = Pattern.compile("[$_]?[A-Za-z-]{1,64}");

    private final Set<String> served;

    /** @param served every type there is a provider of */
    RequestCheck(Set<String> served) {
        this.served = Set.copyOf(served);
    }

    void check(ServletRequestDetails request) {
        BodyCheck.found(request.getServletRequest()).ifPresent(code -> {
            throw ApiProblem.of(code);
        });
        checkMethod(request);
        checkAddress(request);
        checkSize(request.getParameters());
        Format.check(request, isSearch(request));
        if (isByName(request)) {
            request.getParameters().keySet().stream()
                    .filter(name -> !Format.PARAMETERS.contains(name))
                    .findFirst()
                    .ifPresent(name -> {
                        throw ApiProblem.ofParameter(ProblemCode.UNKNOWN_PARAMETER, name);
                    });
        }
    }

    private static void checkMethod(ServletRequestDetails request) {
        RequestTypeEnum method = request.getRequestType();
        boolean reads = method == RequestTypeEnum.GET
                || (method == RequestTypeEnum.HEAD && isByName(request))
                || (method == RequestTypeEnum.POST && POSTED.contains(String.valueOf(request.getOperation())));
        if (!reads) {
            ApiProblem problem = ApiProblem.of(ProblemCode.METHOD_NOT_ALLOWED);
            problem.addResponseHeader("Allow", isByName(request) ? "GET, HEAD" : "GET, POST");
            throw problem;
        }
    }

    private void checkAddress(ServletRequestDetails request) {
        String type = request.getResourceName();
        if (isOfTheApi(request)) {
            return;
        }
        if (type == null) {
            throw ApiProblem.of(ProblemCode.ADDRESS_UNKNOWN);
        }
        if (!served.contains(type)) {
            throw ApiProblem.of(ProblemCode.TYPE_NOT_SERVED);
        }
        boolean wellFormed = request.getCompartmentName() == null
                && Optional.ofNullable(request.getOperation())
                        .map(word -> WORD.matcher(word).matches())
                        .orElse(true)
                && (request.getId() == null
                        || ID.matcher(request.getId().getIdPart()).matches());
        if (!wellFormed) {
            throw ApiProblem.of(ProblemCode.ADDRESS_UNKNOWN);
        }
    }

    private static void checkSize(Map<String, String[]> parameters) {
        if (parameters.size() > MOST_PARAMETERS) {
            throw ApiProblem.of(ProblemCode.TOO_LARGE);
        }
        parameters.forEach((name, values) -> {
            for (String value : values) {
                if (name.length() > LONGEST_NAME || value.length() > LONGEST_VALUE || value.indexOf(0) >= 0) {
                    throw ApiProblem.ofParameter(ProblemCode.INVALID_PARAMETER, name);
                }
            }
        });
    }

    /** The CapabilityStatement. */
    static boolean isOfTheApi(ServletRequestDetails request) {
        return request.getResourceName() == null && METADATA.equals(request.getOperation());
    }

    private static boolean isSearch(ServletRequestDetails request) {
        return request.getId() == null
                && (request.getOperation() == null || request.getOperation().equals("_search"));
    }

    /** `read` and `vread`. */
    private static boolean isByName(ServletRequestDetails request) {
        return request.getId() != null
                && (request.getOperation() == null || request.getId().hasVersionIdPart());
    }
}
