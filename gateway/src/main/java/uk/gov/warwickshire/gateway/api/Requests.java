package uk.gov.warwickshire.gateway.api;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.api.access.Interaction;
import uk.gov.warwickshire.gateway.api.access.Question;
import uk.gov.warwickshire.gateway.common.security.Caller;
import uk.gov.warwickshire.gateway.common.security.Callers;
import uk.gov.warwickshire.gateway.store.search.ServedTypes;

/** Requests in the words of the gate. */
@Component
class Requests {

    /** Unknown types are audited under this name, so that nothing the caller made up becomes one. */
    private static final String NO_TYPE = "Resource";

    private static final String CALLER = Requests.class.getName();

    private final Callers callers;

    Requests(Callers callers) {
        this.callers = callers;
    }

    /** Asked once for each request. */
    Caller caller(ServletRequestDetails request) {
        Object known = request.getServletRequest().getAttribute(CALLER);
        if (known instanceof Caller caller) {
            return caller;
        }
        Caller caller = callers.of(request.getServletRequest());
        request.getServletRequest().setAttribute(CALLER, caller);
        return caller;
    }

    Question question(ServletRequestDetails request, Interaction interaction) {
        String type = Optional.ofNullable(request.getResourceName())
                .filter(ServedTypes.ALL::contains)
                .orElse(NO_TYPE);
        return new Question(caller(request), interaction, type, Optional.of(query(request)));
    }

    /** As {@link #question}, of a request of which no more is known than its address. */
    Question question(ServletRequestDetails request) {
        return question(request, interaction(request));
    }

    private static Interaction interaction(RequestDetails request) {
        String operation = Optional.ofNullable(request.getOperation()).orElse("");
        if (operation.startsWith("$")) {
            return operation.equals("$match") ? Interaction.MATCH : Interaction.RECORD;
        }
        if (request.getId() == null) {
            return Interaction.SEARCH;
        }
        if (request.getId().hasVersionIdPart()) {
            return Interaction.VREAD;
        }
        return operation.equals("_history") ? Interaction.HISTORY : Interaction.READ;
    }

    /** Every parameter with its values, in a steady order; those of a posted operation too. */
    static Map<String, List<String>> parameters(RequestDetails request) {
        Map<String, List<String>> parameters = new TreeMap<>();
        request.getParameters().forEach((name, values) -> parameters.put(name, new ArrayList<>(Arrays.asList(values))));
        if (request.getResource() instanceof org.hl7.fhir.r4.model.Parameters posted) {
            posted.getParameter().forEach(parameter -> parameters
                    .computeIfAbsent(String.valueOf(parameter.getName()), name -> new ArrayList<>())
                    .add(text(parameter)));
        }
        return parameters;
    }

    private static String text(ParametersParameterComponent parameter) {
        return parameter.hasValue() && parameter.getValue().isPrimitive()
                ? parameter.getValue().primitiveValue()
                : "";
    }

    /** Path below the base and all parameters, those of a form too. */
    private static String query(RequestDetails request) {
        String parameters = parameters(request).entrySet().stream()
                .flatMap(
                        entry -> entry.getValue().stream().map(value -> encoded(entry.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        String path = Optional.ofNullable(request.getRequestPath()).orElse("");
        return parameters.isEmpty() ? path : path + "?" + parameters;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
