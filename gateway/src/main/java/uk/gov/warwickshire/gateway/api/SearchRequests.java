package uk.gov.warwickshire.gateway.api;

import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.api.problem.ApiProblem;
import uk.gov.warwickshire.gateway.api.problem.ProblemCode;
import uk.gov.warwickshire.gateway.store.search.InvalidSearchException;
import uk.gov.warwickshire.gateway.store.search.SearchParameters;
import uk.gov.warwickshire.gateway.store.search.SearchQuery;
import uk.gov.warwickshire.gateway.store.search.SearchQueryParser;
import uk.gov.warwickshire.gateway.store.search.SearchQueryParser.Handling;

/** Searches as HTTP asks them. */
@Component
class SearchRequests {

    static final String PATIENT_CRITERIA =
            "patient, patient:identifier or patient.identifier; for the type Patient its identifier, name, date of birth"
                    + " or address.";

    /** What every search takes besides the parameters of its type. */
    static final Set<String> CONTROLS =
            Set.of("_id", "_lastUpdated", "_count", "_sort", "_total", "_include", "_revinclude", "_has");

    private final SearchParameters parameters;

    SearchRequests(SearchParameters parameters) {
        this.parameters = parameters;
    }

    /** @throws ApiProblem if it cannot be answered */
    SearchQuery parse(RequestDetails request, Parameters asked) {
        try {
            return new SearchQueryParser(parameters, request.getFhirServerBase())
                    .parse(request.getResourceName(), exact(asked), handling(request));
        } catch (InvalidSearchException invalid) {
            throw problem(request, invalid);
        }
    }

    /** Also of what shows only when it is searched: too much that would be included. */
    ApiProblem problem(RequestDetails request, InvalidSearchException invalid) {
        return ApiProblem.ofParameter(
                code(request.getResourceName(), invalid.parameter()),
                invalid.parameter(),
                Optional.ofNullable(invalid.getMessage()).orElse(""));
    }

    private static Map<String, List<String>> exact(Parameters asked) {
        return asked.values().entrySet().stream()
                .filter(entry -> !TextCriteria.PARAMETERS.containsKey(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private ProblemCode code(String type, String parameter) {
        String code = parameter.split("[:.]", 2)[0];
        boolean known = (code.startsWith("_") && CONTROLS.contains(code))
                || parameters.find(type, code).isPresent();
        return known ? ProblemCode.INVALID_PARAMETER : ProblemCode.UNKNOWN_PARAMETER;
    }

    /** `_summary=count`: nothing but the total. */
    static boolean isCount(RequestDetails request) {
        String[] summary = request.getParameters().get(Constants.PARAM_SUMMARY);
        return summary != null && summary[0].equals("count");
    }

    /** Strict unless the caller prefers otherwise: a parameter that is not understood would find too much. */
    private static Handling handling(RequestDetails request) {
        List<String> prefer =
                Optional.ofNullable(request.getHeaders(Constants.HEADER_PREFER)).orElse(List.of());
        boolean lenient = prefer.stream()
                .flatMap(value -> Arrays.stream(value.split("[;,]")))
                .map(part -> part.strip().toLowerCase(Locale.ROOT))
                .anyMatch("handling=lenient"::equals);
        return lenient ? Handling.LENIENT : Handling.STRICT;
    }
}
