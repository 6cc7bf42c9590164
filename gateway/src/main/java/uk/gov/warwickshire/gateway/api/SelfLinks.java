package uk.gov.warwickshire.gateway.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.store.search.ParameterType;
import uk.gov.warwickshire.gateway.store.search.SearchParameterDefinition;
import uk.gov.warwickshire.gateway.store.search.SearchParameters;
import uk.gov.warwickshire.gateway.store.search.SearchQuery;

/**
 * The link of a search to itself: the parameters that were used, as FHIR asks (R4 search 3.1.1.1), but not the values that
 * may be personal. A link ends up in logs.
 */
@Component
class SelfLinks {

    private static final String CONCEALED = "***";
    private static final Set<String> RESULT = Set.of(
            "_id",
            "_lastUpdated",
            "_count",
            "_sort",
            "_total",
            "_include",
            "_include:iterate",
            "_revinclude",
            "_revinclude:iterate");
    private static final Set<ParameterType> PLAIN = Set.of(ParameterType.TOKEN, ParameterType.DATE);
    private static final Set<String> PERSONAL =
            Set.of("identifier", "birthdate", "death-date", "telecom", "phone", "email");
    /** An NHS number has ten digits; a resource id is longer. */
    private static final Pattern NUMBER = Pattern.compile("(?<![0-9A-Za-z])\\d{10}(?![0-9A-Za-z])");

    private final SearchParameters definitions;

    SelfLinks(SearchParameters definitions) {
        this.definitions = definitions;
    }

    /** @param form what was asked of the form of the answer */
    String of(String base, SearchQuery query, Parameters asked, String form) {
        String parameters = Stream.concat(
                        asked.values().entrySet().stream()
                                .filter(entry -> !query.ignored().contains(entry.getKey()))
                                .map(entry -> shown(query.type(), entry)),
                        Stream.of(form).filter(text -> !text.isEmpty()))
                .collect(Collectors.joining("&"));
        return base + "/" + query.type() + (parameters.isEmpty() ? "" : "?" + parameters);
    }

    private String shown(String type, Map.Entry<String, List<String>> parameter) {
        boolean plain = isPlain(type, parameter.getKey());
        return parameter.getValue().stream()
                .map(value -> plain && !NUMBER.matcher(value).find() ? value : CONCEALED)
                .map(value -> encoded(parameter.getKey()) + "=" + encoded(value))
                .collect(Collectors.joining("&"));
    }

    private boolean isPlain(String type, String name) {
        if (RESULT.contains(name)) {
            return true;
        }
        int end = name.indexOf(':');
        String code = end < 0 ? name : name.substring(0, end);
        return definitions
                .find(type, code)
                .filter(found -> PLAIN.contains(found.type()) || isReference(found, name))
                .filter(found -> !PERSONAL.contains(found.code()))
                .isPresent();
    }

    /** To a resource by its id, which is nobody's number. */
    private static boolean isReference(SearchParameterDefinition found, String name) {
        return found.type() == ParameterType.REFERENCE && !name.endsWith(":identifier") && name.indexOf('.') < 0;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
