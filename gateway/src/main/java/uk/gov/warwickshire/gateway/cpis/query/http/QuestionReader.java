package uk.gov.warwickshire.gateway.cpis.query.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.Ids;
import uk.gov.warwickshire.gateway.common.security.Caller;
import uk.gov.warwickshire.gateway.cpis.query.Endpoint;
import uk.gov.warwickshire.gateway.cpis.query.Fault;
import uk.gov.warwickshire.gateway.cpis.query.Question;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/** Checks a request and makes it a question; what is wrong with it is said without repeating a value. */
@Component
class QuestionReader {

    private static final Set<String> PATIENT = Set.of("patient:identifier", "patient.identifier", "patient");
    /** The second stands in a diagram of the guide. */
    private static final Set<String> NHS_NUMBER_SYSTEMS =
            Set.of("https://fhir.nhs.uk/Id/nhs-number", "http://fhir.nhs.uk/id/nhs-number");

    private static final String FLAG_CODES = "https://fhir.nhs.uk/England/CodeSystem/England-FlagCategoryPatient";
    private static final String CP_IS_FLAG = "child-protection-information-system-flag";
    private static final Set<String> JSON = Set.of("json", "application/json", "application/fhir+json", "text/json");

    private static final int LONGEST_AUDITED = 2000;

    private final Ids ids;
    private final boolean testNumbers;

    QuestionReader(Ids ids, GatewaySettings settings) {
        this.ids = ids;
        this.testNumbers = settings.allowTestNumbers();
    }

    Question read(Endpoint endpoint, HttpServletRequest request, Caller caller) {
        AccessHeaders headers = AccessHeaders.of(request);
        Map<String, String[]> parameters = parameters(request);
        for (String name : parameters.keySet()) {
            if (!PATIENT.contains(name)
                    && !name.equals("_format")
                    && !endpoint.parameters().contains(name)) {
                throw Fault.UNKNOWN_PARAMETER.because("a parameter is not one of this service");
            }
        }
        checkFormat(parameters);
        checkCode(parameters);
        NhsNumber number = number(endpoint, parameters);
        return new Question(
                ids.next(),
                endpoint,
                number,
                headers.unscheduled(),
                count(parameters),
                caller,
                headers.roleProfileId(),
                headers.requestId(),
                asked(request));
    }

    /** Path below the context with the query, as it came, for the audit. */
    static String asked(HttpServletRequest request) {
        String query = request.getQueryString();
        String asked = request.getRequestURI() + (query == null ? "" : "?" + query);
        return asked.substring(0, Math.min(asked.length(), LONGEST_AUDITED));
    }

    private static Map<String, String[]> parameters(HttpServletRequest request) {
        try {
            return request.getParameterMap();
        } catch (IllegalStateException malformed) {
            throw Fault.INVALID_PARAMETER.because("the query string cannot be read");
        }
    }

    private NhsNumber number(Endpoint endpoint, Map<String, String[]> parameters) {
        Fault fault = endpoint == Endpoint.FLAG ? Fault.INVALID_FLAG_NHS_NUMBER : Fault.INVALID_NHS_NUMBER;
        var given = parameters.entrySet().stream()
                .filter(parameter -> PATIENT.contains(parameter.getKey()))
                .toList();
        long values = given.stream()
                .flatMap(p -> Arrays.stream(p.getValue()))
                .flatMap(v -> Arrays.stream(v.split(",", -1)))
                .count();
        if (values != 1) {
            throw fault.because(values == 0 ? "patient:identifier is missing" : "more than one patient is named");
        }
        String value = given.get(0).getValue()[0];
        int bar = value.lastIndexOf('|');
        boolean bare = bar < 0 && given.get(0).getKey().equals("patient");
        if (!bare && !NHS_NUMBER_SYSTEMS.contains(value.substring(0, Math.max(bar, 0)))) {
            throw fault.because("the identifier is not of the system https://fhir.nhs.uk/Id/nhs-number");
        }
        return number(value.substring(bar + 1))
                .filter(number -> testNumbers || !number.isTestNumber())
                .orElseThrow(() -> fault.because("the number is not ten digits with a right check digit"));
    }

    private static Optional<NhsNumber> number(String digits) {
        boolean plain = digits.length() == 10 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return plain ? NhsNumber.parse(digits) : Optional.empty();
    }

    private static void checkFormat(Map<String, String[]> parameters) {
        for (String format : parameters.getOrDefault("_format", new String[0])) {
            // A plus that was not escaped arrives as a space.
            if (!JSON.contains(format.replace(' ', '+').toLowerCase(Locale.ROOT))) {
                throw Fault.NOT_ACCEPTABLE.because("_format names another format");
            }
        }
    }

    /** Other flags are not held here: an empty answer would say there is none. */
    private static void checkCode(Map<String, String[]> parameters) {
        for (String code : parameters.getOrDefault("code", new String[0])) {
            if (!code.equals(CP_IS_FLAG) && !code.equals(FLAG_CODES + "|" + CP_IS_FLAG)) {
                throw Fault.UNSUPPORTED_VALUE.because("only the flag " + CP_IS_FLAG + " is held here");
            }
        }
    }

    private static int count(Map<String, String[]> parameters) {
        String[] counts = parameters.getOrDefault("_count", new String[] {String.valueOf(Question.MOST_ACCESSES)});
        if (counts.length != 1 || !counts[0].matches("[1-9][0-9]{0,5}")) {
            throw Fault.INVALID_PARAMETER.because("_count is not one positive number");
        }
        return Math.min(Integer.parseInt(counts[0]), Question.MOST_ACCESSES);
    }
}
