package uk.gov.warwickshire.gateway.demo.mesh;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;
import uk.gov.warwickshire.gateway.mesh.MeshHeaders;

/** The simulated MESH on the port of the simulators. */
@RestController
@Profile("demo")
class MeshSimulator {

    private static final String BASE = "/messageexchange/";

    private final SimulatedMesh mesh;

    MeshSimulator(SimulatedMesh mesh) {
        this.mesh = mesh;
    }

    @RequestMapping(BASE + "**")
    ResponseEntity<byte[]> call(HttpServletRequest request) throws IOException {
        String path = request.getRequestURI().substring(BASE.length());
        List<String> segments = Arrays.stream(path.split("/"))
                .map(segment -> UriUtils.decode(segment, StandardCharsets.UTF_8))
                .toList();
        Map<String, String> query = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> query.put(name, values[0]));
        Map<String, String> headers = new HashMap<>();
        Collections.list(request.getHeaderNames()).forEach(name -> headers.put(name, request.getHeader(name)));
        SimulatedResponse answer = mesh.handle(new SimulatedRequest(
                request.getMethod(),
                segments,
                query,
                headers,
                request.getInputStream().readAllBytes()));
        ResponseEntity.BodyBuilder response = ResponseEntity.status(answer.status());
        answer.headers().forEach(response::header);
        return response.body(answer.body());
    }

    /**
     * A message as its recipient sees it.
     *
     * @param body as text, uncompressed
     */
    record Received(
            String messageId,
            String from,
            String workflow,
            String localId,
            String subject,
            String fileName,
            boolean acknowledged,
            String body) {}

    @GetMapping("/mesh/{mailbox}/received")
    List<Received> received(@PathVariable String mailbox) {
        return mesh.receivedBy(mailbox).stream().map(MeshSimulator::received).toList();
    }

    private static Received received(SimulatedMessage message) {
        return new Received(
                message.id(),
                message.header(MeshHeaders.FROM).orElse(""),
                message.header(MeshHeaders.WORKFLOW).orElse(""),
                message.header(MeshHeaders.LOCAL_ID).orElse(""),
                message.header(MeshHeaders.SUBJECT).orElse(""),
                message.header(MeshHeaders.FILE_NAME).orElse(""),
                message.isAcknowledged(),
                new String(message.body(), StandardCharsets.UTF_8));
    }
}
