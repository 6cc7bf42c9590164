package uk.gov.warwickshire.gateway.icr;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import uk.gov.warwickshire.gateway.delivery.SendResult;
import uk.gov.warwickshire.gateway.store.TestRecords;
import uk.gov.warwickshire.gateway.testing.HttpFaultScenarios;

/** The common failures of a partner over HTTP, for the sender to a region. */
class RegionClientFaultsTest extends HttpFaultScenarios {

    private static final String ENTRY = "{\"response\":{\"status\":\"200 OK\"}}";

    private RegionClient client = client(URI.create("http://localhost"), Duration.ofSeconds(1));

    @Override
    protected void connect(URI partner, Duration timeout) {
        client = client(partner, timeout);
    }

    private static RegionClient client(URI partner, Duration timeout) {
        HttpExchange http = new HttpExchange(HttpClient.newHttpClient(), timeout);
        return new RegionClient(partner, timeout, 1, http, AccessTokens.NONE, Clock.systemUTC());
    }

    @Override
    protected ResponseDefinitionBuilder healthy() {
        return aResponse()
                .withHeader("Content-Type", "application/fhir+json")
                .withBody("{\"resourceType\":\"Bundle\",\"type\":\"transaction-response\",\"entry\":[" + ENTRY + ","
                        + ENTRY + "," + ENTRY + "]}");
    }

    @Override
    protected Result call() {
        SendResult result = client.send(TestMessages.of(TestRecords.child(1)));
        if (result instanceof SendResult.Acknowledged) {
            return Result.of(Outcome.DONE, "");
        } else if (result instanceof SendResult.RetryLater later) {
            return new Result(Outcome.TRY_LATER, later.words(), later.after());
        } else if (result instanceof SendResult.Refused refused) {
            return new Result(Outcome.REFUSED, refused.words(), Optional.empty());
        }
        throw new AssertionError(result);
    }
}
