package uk.gov.warwickshire.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import uk.gov.warwickshire.gateway.rights.request.Capacity;
import uk.gov.warwickshire.gateway.rights.request.Ground;
import uk.gov.warwickshire.gateway.rights.request.NewRequest;
import uk.gov.warwickshire.gateway.rights.request.RequestKind;
import uk.gov.warwickshire.gateway.rights.request.RightsRequests;
import uk.gov.warwickshire.gateway.store.TestRecords;

/** A restriction that is granted at one gateway is in force at every other within a second, and ends as fast. */
class RestrictionOnReplicasIT {

    private static final Duration AT_MOST = Duration.ofSeconds(1);
    private static final TestRecords CHILD = TestRecords.child(351);

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void everyReplicaWithholdsWithinASecond(@TempDir Path folder) throws IOException, InterruptedException {
        ApiGateway gateway = ApiGateway.shared();
        gateway.save(CHILD);
        try (ConfigurableApplicationContext replica = gateway.replica(folder)) {
            List<String> bases = List.of(
                    gateway.base(),
                    "http://localhost:" + replica.getEnvironment().getProperty("local.server.port") + "/fhir/R4");
            for (String base : bases) {
                assertThat(read(base, gateway.token())).isEqualTo(200);
            }
            RightsRequests requests = gateway.bean(RightsRequests.class);
            UUID id = requests.add(request(requests), "clerk");
            requests.confirm(id, "passport", Optional.empty(), "officer");

            requests.decide(id, Ground.ENTITLED, "while it is checked", "officer");
            assertThat(until(404, bases, gateway.token())).isLessThan(AT_MOST);

            requests.lift(id, "it was checked", "officer");
            assertThat(until(200, bases, gateway.token())).isLessThan(AT_MOST);
        }
    }

    private static NewRequest request(RightsRequests requests) {
        return new NewRequest(
                RequestKind.RESTRICTION,
                CHILD.childId(),
                requests.today(),
                "A Parent",
                Capacity.PARENTAL_RESPONSIBILITY,
                "1 Example Road",
                Optional.empty(),
                "please");
    }

    /** How long it took until every replica answered so. */
    private Duration until(int status, List<String> bases, String token) throws IOException, InterruptedException {
        Instant start = Instant.now();
        for (String base : bases) {
            while (read(base, token) != status
                    && Duration.between(start, Instant.now()).compareTo(AT_MOST) < 0) {
                Thread.sleep(20);
            }
        }
        Duration took = Duration.between(start, Instant.now());
        System.out.println("every replica answers " + status + " after " + took.toMillis() + " ms");
        return took;
    }

    private int read(String base, String token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/Patient/" + CHILD.patientId()))
                .header("Authorization", "Bearer " + token)
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }
}
