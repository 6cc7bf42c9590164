package uk.gov.warwickshire.gateway.testing;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** The packaged gateway as a process of its own, which a test may kill as a power cut would. */
public final class GatewayProcess implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(3);
    private static final int FIRST_PORT = 12_000;
    private static final int FIRST_PORT_OF_CONNECTIONS = 32_000;

    private final Path log;
    private final List<String> command;
    private final int port;
    private final int managementPort;
    private final HttpClient http = HttpClient.newHttpClient();
    private Process process;

    /**
     * Starts it unpacked, with what costs time at a first start prepared, and waits until it is healthy.
     *
     * @param folder holds the log; what earlier processes of the same folder logged stays
     * @param settings in addition to ports; secrets among them travel in a file, as in production
     */
    public GatewayProcess(Path folder, Map<String, String> settings) throws IOException {
        this(folder, UnpackedGateway.prepared(settings), UnpackedGateway.of(jar()));
    }

    /** The jar as it is delivered, which brings and makes everything itself. */
    public static GatewayProcess asPackaged(Path folder, Map<String, String> settings) throws IOException {
        return new GatewayProcess(folder, settings, jar());
    }

    private GatewayProcess(Path folder, Map<String, String> settings, Path jar) throws IOException {
        this.log = folder.resolve("gateway.log");
        this.port = freePort();
        this.managementPort = freePort();
        List<String> lines = new ArrayList<>();
        settings.forEach((key, value) -> lines.add(key + "=" + value));
        lines.add("server.port=" + port);
        lines.add("management.server.port=" + managementPort);
        Path file = folder.resolve("gateway.properties");
        Files.write(file, lines);
        this.command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar.toString(),
                "--spring.config.additional-location=file:" + file.toAbsolutePath());
        this.process = start();
    }

    private static Path jar() {
        return Path.of("target", "gateway.jar").toAbsolutePath();
    }

    /** Whether the jar has been built; slow tests run after packaging. */
    public static boolean isPackaged() {
        return Files.exists(jar());
    }

    private Process start() throws IOException {
        Process started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        Instant end = Instant.now().plus(START);
        while (!isHealthy()) {
            if (!started.isAlive() || Instant.now().isAfter(end)) {
                throw new IllegalStateException("the gateway did not start:\n" + log());
            }
            sleep(Duration.ofMillis(200));
        }
        return started;
    }

    /** SIGKILL: no shutdown hook, no flush, no goodbye. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(30, TimeUnit.SECONDS);
    }

    public void restart() throws IOException {
        process = start();
    }

    public URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    /** Health and metrics. */
    public int managementPort() {
        return managementPort;
    }

    public String log() throws IOException {
        return Files.readString(log);
    }

    private boolean isHealthy() {
        try {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://localhost:" + managementPort + "/actuator/health/readiness"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A port that nobody listens on now, and that is given to no connection while a gateway starts. */
    public static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(FIRST_PORT, FIRST_PORT_OF_CONNECTIONS);
            try (ServerSocket socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // The next one, then.
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
