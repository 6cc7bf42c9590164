package uk.gov.warwickshire.gateway.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import uk.gov.warwickshire.gateway.demo.mesh.SimulatedMesh;
import uk.gov.warwickshire.gateway.demo.mesh.SimulatedRequest;
import uk.gov.warwickshire.gateway.demo.mesh.SimulatedResponse;

/** The simulated MESH on a random port. */
public final class SimulatedMeshServer implements AutoCloseable {

    private static final String BASE = "/messageexchange/";

    private final SimulatedMesh mesh;
    private final HttpServer server;
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private volatile UnaryOperator<SimulatedResponse> answering = UnaryOperator.identity();

    public SimulatedMeshServer(SimulatedMesh mesh) {
        this.mesh = mesh;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(BASE, this::handle);
        server.start();
    }

    public URI uri() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** Method and path of every call so far, without the mailbox. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    public void forgetCalls() {
        calls.clear();
    }

    /** Changes what the caller gets to see after MESH has acted; a thrown exception breaks the connection. */
    public void answering(UnaryOperator<SimulatedResponse> change) {
        answering = change;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            SimulatedRequest request = request(exchange);
            calls.add(request.method() + " "
                    + String.join(
                            "/",
                            request.segments().subList(1, request.segments().size())));
            SimulatedResponse answer = answering.apply(mesh.handle(request));
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    private static SimulatedRequest request(HttpExchange exchange) throws IOException {
        Map<String, String> query = new HashMap<>();
        String raw = exchange.getRequestURI().getQuery();
        if (raw != null) {
            Arrays.stream(raw.split("&")).map(pair -> pair.split("=", 2)).forEach(pair -> query.put(pair[0], pair[1]));
        }
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
        String path = exchange.getRequestURI().getPath().substring(BASE.length());
        return new SimulatedRequest(
                exchange.getRequestMethod(),
                new ArrayList<>(Arrays.asList(path.split("/"))),
                query,
                headers,
                exchange.getRequestBody().readAllBytes());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
