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
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import uk.gov.warwickshire.gateway.demo.cpis.CpIsBehaviour;
import uk.gov.warwickshire.gateway.demo.cpis.CpIsService;
import uk.gov.warwickshire.gateway.demo.icr.SimulatedRegion;
import uk.gov.warwickshire.gateway.demo.mesh.MeshService;
import uk.gov.warwickshire.gateway.demo.mesh.OptOutCheckService;
import uk.gov.warwickshire.gateway.demo.mesh.SimulatedMailbox;
import uk.gov.warwickshire.gateway.demo.mesh.SimulatedMesh;
import uk.gov.warwickshire.gateway.demo.mesh.SimulatedMessage;
import uk.gov.warwickshire.gateway.demo.mesh.SimulatedOptOuts;

/** Counterparts on a bad night: each has its own trouble until it is mended. */
public final class TroubledCounterparts implements AutoCloseable {

    /** What a region that refuses a code says; before it, it names the record, as regions do. */
    public static final String WRONG_CODE = "Code 'X99' is not in the value set";

    private static final String REFUSAL = """
            {"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"code-invalid",
             "diagnostics":"Record %d: %s","expression":["CarePlan.category"]}]}
            """;

    /** What is wrong with a region. */
    private enum Trouble {
        NONE,
        DOWN,
        REFUSES_A_CODE
    }

    private final AtomicInteger refusals = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicReference<Trouble> troubleOfDown = new AtomicReference<>(Trouble.DOWN);
    private final AtomicReference<Trouble> troubleOfRefusing = new AtomicReference<>(Trouble.REFUSES_A_CODE);
    private final HttpServer down = region(troubleOfDown);
    private final HttpServer refusing = region(troubleOfRefusing);
    private final SimulatedRegion behindTls = new SimulatedRegion(FhirContext.forR4Cached());
    private final SimulatedMeshServer mesh;
    private volatile boolean isSilent;

    public TroubledCounterparts(SimulatedOptOuts optOuts) {
        CpIsService cpIs = new CpIsService(
                new SimulatedMailbox("X26CPIS01", "cp-is", Set.of("CPIS")),
                "CPIS",
                new FirstFileMalformed(),
                Duration.ofMillis(100));
        MeshService checks = new SilentAtTimes(new OptOutCheckService(
                new SimulatedMailbox("X26HC065", "service", Set.of("SPINE_NTT_UPHOLDING")),
                "SPINE_NTT_UPHOLDING",
                optOuts,
                Duration.ofMillis(100)));
        mesh = new SimulatedMeshServer(new SimulatedMesh(
                "key",
                List.of(
                        new SimulatedMailbox("X26OURS01", "secret", Set.of("SPINE_NTT_UPHOLDING")),
                        new SimulatedMailbox("X26OURS02", "secret", Set.of("CPIS"))),
                List.of(checks, cpIs),
                Clock.systemUTC()));
    }

    public SimulatedMeshServer mesh() {
        return mesh;
    }

    public URI down() {
        return address(down);
    }

    public URI refusing() {
        return address(refusing);
    }

    public void comesBack() {
        troubleOfDown.set(Trouble.NONE);
    }

    public void takesTheCode() {
        troubleOfRefusing.set(Trouble.NONE);
    }

    public void checkServiceFallsSilent() {
        isSilent = true;
    }

    public void checkServiceAnswers() {
        isSilent = false;
    }

    private static URI address(HttpServer server) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    }

    private HttpServer region(AtomicReference<Trouble> trouble) {
        SimulatedRegion region = new SimulatedRegion(FhirContext.forR4Cached());
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(threads);
            server.createContext("/", exchange -> {
                switch (trouble.get()) {
                    case DOWN -> answer(exchange, 503, new byte[0]);
                    case REFUSES_A_CODE -> answer(exchange, 422, refusal());
                    case NONE -> take(exchange, region);
                }
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** No two are the same, though the cause is. */
    private byte[] refusal() {
        return REFUSAL.formatted(refusals.incrementAndGet(), WRONG_CODE).getBytes(StandardCharsets.UTF_8);
    }

    /** A healthy region, for a server of the caller's. */
    public void takeBehindTls(HttpExchange exchange) throws IOException {
        take(exchange, behindTls);
    }

    private static void take(HttpExchange exchange, SimulatedRegion region) throws IOException {
        SimulatedRegion.Answer answer =
                region.receive(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        answer(exchange, answer.status(), answer.json().getBytes(StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/fhir+json");
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        down.stop(0);
        refusing.stop(0);
        mesh.close();
        threads.shutdownNow();
    }

    /** CP-IS cannot read the first file when it first comes, and takes it when it is sent again. */
    private static final class FirstFileMalformed implements CpIsBehaviour {
        @Override
        public Optional<String> fileCode(long sequence, int times) {
            return sequence == 1 && times == 1 ? Optional.of("CPF01") : Optional.empty();
        }
    }

    /** The check service takes a file and is never heard of again. */
    private final class SilentAtTimes implements MeshService {
        private final MeshService healthy;

        SilentAtTimes(MeshService healthy) {
            this.healthy = healthy;
        }

        @Override
        public SimulatedMailbox mailbox() {
            return healthy.mailbox();
        }

        @Override
        public void received(SimulatedMesh from, SimulatedMessage message) {
            if (!isSilent) {
                healthy.received(from, message);
            }
        }
    }
}
