package uk.gov.warwickshire.gateway.testing;

import ca.uhn.fhir.context.FhirContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import uk.gov.warwickshire.gateway.demo.icr.SimulatedRegion;

/** A simulated region on a random port: takes its time, and stumbles now and then before or after it has taken effect. */
public final class SimulatedRegionServer implements AutoCloseable {

    private static final int ONE_IN = 12;
    private static final Duration LONGER_THAN_A_KILL = Duration.ofSeconds(2);

    private final SimulatedRegion region = new SimulatedRegion(FhirContext.forR4Cached());
    private final List<String> correlations = new CopyOnWriteArrayList<>();
    private final AtomicReference<CompletableFuture<Void>> nextUnanswered = new AtomicReference<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final Duration pause;
    private final Optional<RandomGenerator> stumbling;

    /**
     * @param pause before each answer
     * @param stumbling draws which request is answered with an error; none is, if empty
     */
    public SimulatedRegionServer(Duration pause, Optional<RandomGenerator> stumbling) {
        this.pause = pause;
        this.stumbling = stumbling;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public URI uri() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    }

    public SimulatedRegion region() {
        return region;
    }

    /** `X-Correlation-ID` of every request that came, also of those the region stumbled over. */
    public List<String> correlations() {
        return List.copyOf(correlations);
    }

    /** Done as soon as a request has taken effect here, while its sender still waits for the answer. */
    public CompletableFuture<Void> effectWithoutAnswer() {
        CompletableFuture<Void> taken = new CompletableFuture<>();
        nextUnanswered.set(taken);
        return taken;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            correlations.add(exchange.getRequestHeaders().getFirst("X-Correlation-ID"));
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            pause(pause);
            int drawn = drawn();
            if (drawn == 0) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            SimulatedRegion.Answer answer = region.receive(body);
            CompletableFuture<Void> unanswered = nextUnanswered.getAndSet(null);
            if (unanswered != null) {
                unanswered.complete(null);
                pause(LONGER_THAN_A_KILL);
            } else if (drawn == 1) {
                exchange.sendResponseHeaders(500, -1);
                return;
            }
            byte[] json = answer.json().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/fhir+json");
            exchange.sendResponseHeaders(answer.status(), json.length);
            exchange.getResponseBody().write(json);
        }
    }

    private synchronized int drawn() {
        return stumbling.map(random -> random.nextInt(ONE_IN)).orElse(ONE_IN);
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
