package uk.gov.warwickshire.gateway.icr;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.gov.warwickshire.gateway.delivery.OutboundMessage;
import uk.gov.warwickshire.gateway.delivery.SendResult;

/** Posts transactions to one region. */
final class RegionClient {

    private static final Logger LOG = LoggerFactory.getLogger(RegionClient.class);
    private static final String FHIR_JSON = "application/fhir+json";

    private final URI base;
    private final Duration timeout;
    private final int connections;
    private final HttpExchange http;
    private final AccessTokens tokens;
    private final Answers answers;

    RegionClient(URI base, Duration timeout, int connections, HttpExchange http, AccessTokens tokens, Clock clock) {
        this.base = base;
        this.timeout = timeout;
        this.connections = connections;
        this.http = http;
        this.tokens = tokens;
        this.answers = new Answers(clock);
    }

    int connections() {
        return connections;
    }

    SendResult send(OutboundMessage message) {
        TransactionBundle bundle = new TransactionBundle(base, message);
        try {
            Optional<String> token = tokens.current();
            HttpResponse<byte[]> answer = post(message, bundle, token);
            if (isUnauthorised(answer) && token.isPresent()) {
                // The token may have been revoked before its time: one new one tells that from a lost right.
                tokens.refused(token.get());
                answer = post(message, bundle, tokens.current());
            }
            if (isUnauthorised(answer)) {
                LOG.error("{} does not accept our credentials: {}", message.destination(), answer.statusCode());
            }
            return answers.read(answer, bundle.entries());
        } catch (IOException unreachable) {
            String words = Optional.ofNullable(unreachable.getMessage()).orElse("no answer");
            return new SendResult.RetryLater(Optional.empty(), Optional.empty(), words, true);
        }
    }

    private HttpResponse<byte[]> post(OutboundMessage message, TransactionBundle bundle, Optional<String> token)
            throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(base)
                .timeout(timeout)
                .header("Content-Type", FHIR_JSON)
                .header("Accept", FHIR_JSON)
                .header("Prefer", "return=minimal")
                .header("X-Request-ID", message.requestId().toString())
                .header(
                        "X-Correlation-ID",
                        message.cleared().disclosure().messageId().toString())
                .POST(bundle.publisher());
        token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        return http.send(request.build());
    }

    private static boolean isUnauthorised(HttpResponse<byte[]> answer) {
        return answer.statusCode() == 401 || answer.statusCode() == 403;
    }
}
