package uk.gov.warwickshire.gateway.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PushbackInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Files in over HTTP, and what became of them. The scope `intake.write` is asked for before. */
@RestController
@RequestMapping("/intake")
class IntakeController {

    private final Receiver receiver;
    private final Batches batches;
    private final ReportWriter reports;

    IntakeController(Receiver receiver, Batches batches, ReportWriter reports) {
        this.receiver = receiver;
        this.batches = batches;
        this.reports = reports;
    }

    /** A batch as design and callers know it; fields without a value are null. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record BatchView(
            UUID id,
            String format,
            String name,
            BatchState state,
            Children children,
            long rows,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt) {

        record Children(long received, long changed, long unchanged, long rejected) {}

        static BatchView of(Batch batch) {
            Counters counters = batch.counters();
            return new BatchView(
                    batch.id(),
                    batch.format().code(),
                    batch.name(),
                    batch.state(),
                    new Children(counters.received(), counters.changed(), counters.unchanged(), counters.rejected()),
                    counters.rows(),
                    batch.startedAt().orElse(null),
                    batch.finishedAt().orElse(null));
        }
    }

    @PostMapping(
            path = "/{format}",
            consumes = {
                "application/zip",
                "text/csv",
                MediaType.APPLICATION_XML_VALUE,
                MediaType.TEXT_XML_VALUE,
                MediaType.APPLICATION_OCTET_STREAM_VALUE
            })
    ResponseEntity<BatchView> receive(
            @PathVariable String format, @RequestParam Optional<String> name, HttpServletRequest request)
            throws IOException {
        Format known = Format.ofCode(format).orElseThrow(IntakeProblems::unknownFormat);
        UUID id = receiver.receive(
                known, name.orElseGet(() -> nameIn(request)), notEmpty(request.getInputStream()), false);
        Batch batch = batches.find(id).orElseThrow();
        return ResponseEntity.accepted()
                .location(URI.create("/intake/batches/" + id))
                .body(BatchView.of(batch));
    }

    @GetMapping("/batches/{id}")
    BatchView batch(@PathVariable String id) {
        return BatchView.of(find(id));
    }

    @GetMapping("/batches/{id}/report")
    ResponseEntity<StreamingResponseBody> report(@PathVariable String id) {
        Batch batch = find(id);
        String disposition = ContentDisposition.attachment()
                .filename(batch.name() + ".report.csv", StandardCharsets.UTF_8)
                .build()
                .toString();
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
                .body(out ->
                        reports.write(batch, new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))));
    }

    private Batch find(String id) {
        try {
            return batches.find(UUID.fromString(id)).orElseThrow(IntakeProblems::noBatch);
        } catch (IllegalArgumentException notAnId) {
            throw IntakeProblems.noBatch();
        }
    }

    private static String nameIn(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.CONTENT_DISPOSITION);
        String name = header == null ? null : ContentDisposition.parse(header).getFilename();
        return name == null ? "" : name;
    }

    private static InputStream notEmpty(InputStream body) throws IOException {
        PushbackInputStream looked = new PushbackInputStream(body);
        int first = looked.read();
        if (first < 0) {
            throw IntakeProblems.emptyBody();
        }
        looked.unread(first);
        return looked;
    }
}
