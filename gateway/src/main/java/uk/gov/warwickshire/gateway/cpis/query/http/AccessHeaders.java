package uk.gov.warwickshire.gateway.cpis.query.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import uk.gov.warwickshire.gateway.cpis.query.Fault;

/**
 * The request headers of the guides.
 *
 * @param unscheduled true unless the caller says that the care is scheduled
 * @param requestId X-Request-ID, else TraceID
 * @param roleProfileId NHSD-Session-URID
 */
record AccessHeaders(boolean unscheduled, Optional<String> requestId, Optional<String> roleProfileId) {

    static final String REQUEST_ID = "X-Request-ID";
    static final String CORRELATION_ID = "X-Correlation-ID";
    private static final String UNSCHEDULED = "IsUnscheduledAccessEvent";
    /** So one line of the guide. */
    private static final String UNSCHEDULED_ELSEWHERE = "IsUnscheduledEvent";

    private static final Pattern GUID =
            Pattern.compile("[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,20}");
    /** A UUID is recommended for TraceID, not required; what could break a log line is never taken. */
    private static final Pattern PLAIN = Pattern.compile("[0-9A-Za-z._:-]{1,100}");

    static AccessHeaders of(HttpServletRequest request) {
        Optional<String> unscheduled = header(request, UNSCHEDULED);
        Optional<String> elsewhere = header(request, UNSCHEDULED_ELSEWHERE);
        Optional<String> requestId = header(request, REQUEST_ID, GUID);
        Optional<String> trace = header(request, "TraceID", PLAIN);
        Optional<String> urid = header(request, "NHSD-Session-URID", DIGITS);
        header(request, CORRELATION_ID, PLAIN);
        if (unscheduled.isPresent() && elsewhere.isPresent() && !unscheduled.equals(elsewhere)) {
            throw Fault.INVALID_HEADER.because(UNSCHEDULED + " is given twice");
        }
        boolean isUnscheduled =
                unscheduled.or(() -> elsewhere).map(AccessHeaders::flag).orElse(true);
        return new AccessHeaders(isUnscheduled, requestId.or(() -> trace), urid);
    }

    /** A header that may be sent back: present once and harmless. */
    static Optional<String> toMirror(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getHeader(name))
                .filter(value -> PLAIN.matcher(value).matches());
    }

    private static boolean flag(String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Fault.INVALID_HEADER.because(UNSCHEDULED + " is neither true nor false");
        };
    }

    private static Optional<String> header(HttpServletRequest request, String name, Pattern pattern) {
        Optional<String> value = header(request, name);
        if (value.filter(v -> !pattern.matcher(v).matches()).isPresent()) {
            throw Fault.INVALID_HEADER.because(name + " is not valid");
        }
        return value;
    }

    private static Optional<String> header(HttpServletRequest request, String name) {
        List<String> values = Collections.list(request.getHeaders(name));
        if (values.size() > 1) {
            throw Fault.INVALID_HEADER.because(name + " is given twice");
        }
        return values.stream().findFirst();
    }
}
