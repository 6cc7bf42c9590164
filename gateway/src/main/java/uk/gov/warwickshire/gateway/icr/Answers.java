package uk.gov.warwickshire.gateway.icr;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.gov.warwickshire.gateway.delivery.SendResult;

/** Reads what a region answered to a transaction. Only a confirmation of every entry counts as one. */
final class Answers {

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    private final JsonMapper json = JsonMapper.builder().build();
    private final Clock clock;

    Answers(Clock clock) {
        this.clock = clock;
    }

    SendResult read(HttpResponse<byte[]> answer, int entries) {
        int status = answer.statusCode();
        if (status == 200) {
            return confirms(answer, entries)
                    ? new SendResult.Acknowledged(status)
                    : later(answer, "answered 200 without confirming every entry", false);
        }
        return switch (status) {
            case 429, 503 -> later(answer, "answered " + status, true);
            case 401, 403 -> later(answer, "answered " + status + " to a fresh token", true);
            // The address is wrong or the service is not there: no fault of this message.
            case 404, 405, 502, 504 -> later(answer, "answered " + status, true);
            case 408, 409, 412, 423, 425 -> later(answer, "answered " + status, false);
            default ->
                status >= 400 && status < 500
                        ? new SendResult.Refused(status, "answered " + status, outcome(answer))
                        : later(answer, "answered " + status, status < 400);
        };
    }

    private boolean confirms(HttpResponse<byte[]> answer, int entries) {
        if (!isJson(answer)) {
            return false;
        }
        try {
            JsonNode bundle = json.readTree(answer.body());
            if (!bundle.path("resourceType").asString("").equals("Bundle")
                    || !bundle.path("type").asString("").equals("transaction-response")
                    || bundle.path("entry").size() != entries) {
                return false;
            }
            for (JsonNode entry : bundle.path("entry")) {
                if (!entry.path("response").path("status").asString("").startsWith("2")) {
                    return false;
                }
            }
            return true;
        } catch (JacksonException truncated) {
            return false;
        }
    }

    private Optional<String> outcome(HttpResponse<byte[]> answer) {
        if (!isJson(answer)) {
            return Optional.empty();
        }
        try {
            JsonNode body = json.readTree(answer.body());
            return body.path("resourceType").asString("").equals("OperationOutcome")
                    ? Optional.of(new String(answer.body(), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (JacksonException nonsense) {
            return Optional.empty();
        }
    }

    private SendResult later(HttpResponse<byte[]> answer, String words, boolean wholeDestination) {
        return new SendResult.RetryLater(retryAfter(answer), Optional.of(answer.statusCode()), words, wholeDestination);
    }

    /** Seconds or a date, at most an hour: a destination cannot put us off for good. */
    private Optional<Duration> retryAfter(HttpResponse<byte[]> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .map(String::strip)
                .flatMap(this::pause)
                .filter(pause -> !pause.isNegative())
                .map(pause -> pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    }

    private Optional<Duration> pause(String text) {
        if (SECONDS.matcher(text).matches()) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(Duration.between(clock.instant(), until));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean isJson(HttpResponse<byte[]> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        return type.startsWith("application/fhir+json") || type.startsWith("application/json");
    }
}
