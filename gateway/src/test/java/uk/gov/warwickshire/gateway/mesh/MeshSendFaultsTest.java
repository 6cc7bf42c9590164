package uk.gov.warwickshire.gateway.mesh;

import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import uk.gov.warwickshire.gateway.mesh.SendOutcome.NotSent;
import uk.gov.warwickshire.gateway.mesh.SendOutcome.Sent;
import uk.gov.warwickshire.gateway.mesh.SendOutcome.Unknown;
import uk.gov.warwickshire.gateway.testing.HttpFault;
import uk.gov.warwickshire.gateway.testing.HttpFaultScenarios;

/** A first send is made once, and what MESH may have taken is not called unsent. */
class MeshSendFaultsTest extends HttpFaultScenarios {

    private MeshClient client;

    @Override
    protected void connect(URI partner, Duration timeout) {
        client = TestMailboxes.client(
                partner, new MeshCredentials("X26ABC1", "password", "key"), timeout, Clock.systemUTC());
    }

    @Override
    protected ResponseDefinitionBuilder healthy() {
        return jsonResponse("{\"message_id\": \"20261123142500000000_000001\"}", 202);
    }

    @Override
    protected Result call() {
        SendOutcome outcome = client.send(Messages.to("X26ABC2", "TEST_WORKFLOW", "local-1", "content"));
        if (outcome instanceof Sent) {
            return Result.of(Outcome.DONE, "");
        }
        if (outcome instanceof NotSent notSent) {
            return Result.of(Outcome.TRY_LATER, notSent.cause());
        }
        return outcome instanceof Unknown unknown
                ? Result.of(Outcome.UNKNOWN, unknown.cause())
                : Result.of(Outcome.REFUSED, outcome.toString());
    }

    @Override
    protected Set<Outcome> expected(HttpFault fault) {
        return fault == HttpFault.TOO_MANY_REQUESTS ? EnumSet.of(Outcome.TRY_LATER) : EnumSet.of(Outcome.UNKNOWN);
    }
}
