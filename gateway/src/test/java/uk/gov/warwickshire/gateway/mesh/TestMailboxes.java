package uk.gov.warwickshire.gateway.mesh;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.warwickshire.gateway.common.SingleRunner;
import uk.gov.warwickshire.gateway.testing.TestDatabase;

/** Real clients and mailboxes for tests of the rooms that use MESH; they do not wait between attempts. */
public final class TestMailboxes {

    private static final RetryPolicy AT_ONCE =
            new RetryPolicy(3, Duration.ofMillis(500), Duration.ofSeconds(30), pause -> {});

    private TestMailboxes() {}

    public static MeshClient client(URI mesh, MeshCredentials credentials, Duration timeout, Clock clock) {
        return client(mesh, credentials, timeout, clock, MeshLimits.STANDARD);
    }

    static MeshClient client(URI mesh, MeshCredentials credentials, Duration timeout, Clock clock, MeshLimits limits) {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        MeshToken token = new MeshToken(credentials, clock);
        return new MeshClient(
                new MeshHttp(http, mesh, token, AT_ONCE, timeout, limits.maxMessageBytes()),
                credentials.mailbox(),
                limits);
    }

    public static MeshMailbox mailbox(String name, MeshClient client, TestDatabase database, Clock clock) {
        JdbcClient jdbc = JdbcClient.create(database.dataSource());
        return new MeshMailbox(
                name,
                client,
                new MeshMessages(jdbc, clock),
                new MeshMailboxStates(jdbc, clock),
                database.transactions(),
                new SingleRunner(database.dataSource()),
                clock);
    }
}
