package uk.gov.warwickshire.gateway.api.answer;

import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.RestfulServerUtils;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.gov.warwickshire.gateway.api.problem.ApiProblem;
import uk.gov.warwickshire.gateway.api.problem.ProblemCode;

/** How the caller wants the answer to look, by `Accept` and by the parameters that every interaction takes. */
public final class Format {

    /** Taken with every interaction. */
    public static final Set<String> PARAMETERS =
            Set.of(Constants.PARAM_FORMAT, Constants.PARAM_PRETTY, Constants.PARAM_SUMMARY, Constants.PARAM_ELEMENTS);

    private static final Set<EncodingEnum> SERVED = Set.of(EncodingEnum.JSON, EncodingEnum.XML);
    private static final String COUNT = "count";
    private static final Set<String> SUMMARIES = Set.of("true", "false", "text", "data", COUNT);
    private static final Set<String> BOOLEANS = Set.of("true", "false");
    private static final Pattern ELEMENTS = Pattern.compile("[A-Za-z][A-Za-z0-9.]*(,[A-Za-z][A-Za-z0-9.]*)*");
    private static final Pattern ANYTHING = Pattern.compile("(\\*|application|text)/\\*|text/html");

    private Format() {}

    /**
     * @param ofSearch of nothing else the total alone can be asked for
     * @throws ApiProblem if the caller wants what is not served
     */
    public static void check(RequestDetails request, boolean ofSearch) {
        Map<String, String @Nullable []> parameters = request.getParameters();
        checkValues(
                parameters,
                Constants.PARAM_SUMMARY,
                value -> SUMMARIES.contains(value) && (ofSearch || !value.equals(COUNT)));
        checkValues(parameters, Constants.PARAM_PRETTY, BOOLEANS::contains);
        checkValues(parameters, Constants.PARAM_ELEMENTS, value -> ELEMENTS.matcher(value)
                .matches());
        if (parameters.containsKey(Constants.PARAM_ELEMENTS) && !isWhole(parameters)) {
            throw ApiProblem.ofParameter(
                    ProblemCode.INVALID_PARAMETER, Constants.PARAM_ELEMENTS, "It does not go with _summary.");
        }
        if (!isAcceptable(request)) {
            throw ApiProblem.of(ProblemCode.NOT_ACCEPTABLE);
        }
    }

    /** What a link has to carry so that another page comes in the same form; nothing of it is personal. */
    public static String ofLink(RequestDetails request) {
        return request.getParameters().entrySet().stream()
                .filter(entry -> PARAMETERS.contains(entry.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue()[0], StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /**
     * Of a count there is nothing but a total, links and what is withheld: HAPI would leave the last out, and nobody may
     * take withheld for "nothing held".
     */
    static void keepWhatIsWithheld(RequestDetails request) {
        Map<String, String[]> parameters = new HashMap<>(request.getParameters());
        parameters.remove(Constants.PARAM_COUNT);
        parameters.computeIfPresent(
                Constants.PARAM_SUMMARY, (name, values) -> values[0].equals(COUNT) ? new String[] {"false"} : values);
        request.setParameters(parameters);
    }

    private static boolean isWhole(Map<String, String @Nullable []> parameters) {
        String[] summary = parameters.get(Constants.PARAM_SUMMARY);
        return summary == null || summary[0].equals("false");
    }

    /** Whether stored JSON can be written as it is. */
    static boolean isPlainJson(RequestDetails request) {
        Map<String, String[]> parameters = request.getParameters();
        String[] summary = parameters.get(Constants.PARAM_SUMMARY);
        return (summary == null || summary[0].equals("false") || summary[0].equals(COUNT))
                && !parameters.containsKey(Constants.PARAM_ELEMENTS)
                && !RestfulServerUtils.prettyPrintResponse(request.getServer(), request)
                && encoding(request) == EncodingEnum.JSON;
    }

    private static EncodingEnum encoding(RequestDetails request) {
        return RestfulServerUtils.determineResponseEncodingWithDefault(request).getEncoding();
    }

    private static boolean isAcceptable(RequestDetails request) {
        String[] format = request.getParameters().get(Constants.PARAM_FORMAT);
        if (format != null) {
            EncodingEnum named = format.length == 1 ? EncodingEnum.forContentType(format[0]) : null;
            return named != null && SERVED.contains(named);
        }
        List<String> accept = request.getHeaders(Constants.HEADER_ACCEPT);
        if (accept == null || accept.isEmpty()) {
            return true;
        }
        var encoding = RestfulServerUtils.determineResponseEncodingNoDefault(request, EncodingEnum.JSON);
        return encoding == null
                ? accept.stream().anyMatch(value -> ANYTHING.matcher(value).find())
                : SERVED.contains(encoding.getEncoding());
    }

    private static void checkValues(
            Map<String, String @Nullable []> parameters, String name, java.util.function.Predicate<String> valid) {
        String[] values = parameters.get(name);
        if (values != null && (values.length != 1 || !valid.test(values[0]))) {
            throw ApiProblem.ofParameter(ProblemCode.INVALID_PARAMETER, name);
        }
    }
}
