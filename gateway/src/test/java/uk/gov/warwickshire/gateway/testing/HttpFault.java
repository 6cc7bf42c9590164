package uk.gov.warwickshire.gateway.testing;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Duration;

/** How a partner over HTTP fails. */
public enum HttpFault {
    RESET,
    EMPTY_ANSWER,
    TIMEOUT,
    TRUNCATED_BODY,
    WRONG_CONTENT_TYPE,
    ERROR_PAGE,
    ERROR_WITHOUT_BODY,
    TOO_MANY_REQUESTS,
    UNAVAILABLE;

    private static final String PAGE = "<html>" + HttpFaultScenarios.SECRET_IN_BODY + "</html>";

    /** @param timeout after which the client gives up */
    public ResponseDefinitionBuilder answer(Duration timeout) {
        return switch (this) {
            case RESET -> aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER);
            case EMPTY_ANSWER -> aResponse().withFault(Fault.EMPTY_RESPONSE);
            case TIMEOUT ->
                aResponse().withStatus(200).withFixedDelay((int)
                        timeout.multipliedBy(3).toMillis());
            case TRUNCATED_BODY -> aResponse().withStatus(200).withFault(Fault.MALFORMED_RESPONSE_CHUNK);
            case WRONG_CONTENT_TYPE ->
                aResponse()
                        .withStatus(200)
                        .withHeader("Content-Type", "text/html")
                        .withBody(PAGE);
            case ERROR_PAGE ->
                aResponse()
                        .withStatus(500)
                        .withHeader("Content-Type", "text/html")
                        .withBody(PAGE);
            case ERROR_WITHOUT_BODY -> aResponse().withStatus(502);
            case TOO_MANY_REQUESTS -> aResponse().withStatus(429).withHeader("Retry-After", "1");
            case UNAVAILABLE -> aResponse().withStatus(503).withHeader("Retry-After", "1");
        };
    }
}
