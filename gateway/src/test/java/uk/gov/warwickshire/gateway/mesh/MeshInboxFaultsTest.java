package uk.gov.warwickshire.gateway.mesh;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import uk.gov.warwickshire.gateway.testing.HttpFaultScenarios;

/** A call that can do no harm twice is repeated three times. */
class MeshInboxFaultsTest extends HttpFaultScenarios {

    private MeshClient client;

    @Override
    protected void connect(URI partner, Duration timeout) {
        client = TestMailboxes.client(
                partner, new MeshCredentials("X26ABC1", "password", "key"), timeout, Clock.systemUTC());
    }

    @Override
    protected ResponseDefinitionBuilder healthy() {
        return okJson("""
                {"messages": ["20261123142500000000_000001"], "links": {"self": "/"}}""");
    }

    @Override
    protected Result call() {
        try {
            client.inbox(Optional.empty());
            return Result.of(Outcome.DONE, "");
        } catch (MeshException e) {
            return Result.of(e.isWorthTryingLater() ? Outcome.TRY_LATER : Outcome.REFUSED, e.words());
        }
    }

    @Override
    protected int attempts() {
        return 4;
    }
}
