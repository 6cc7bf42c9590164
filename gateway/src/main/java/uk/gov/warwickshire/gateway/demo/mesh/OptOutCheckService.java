package uk.gov.warwickshire.gateway.demo.mesh;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import uk.gov.warwickshire.gateway.mesh.MeshHeaders;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/** The national service that checks lists for opt-outs, as its users describe it (opt-out-and-mesh.md 3). */
public final class OptOutCheckService implements MeshService {

    private static final Pattern FILE_NAME = Pattern.compile("[A-Z0-9]+-\\d{2}(\\d{4})-(\\d{4})(\\.dat)?");
    private static final Pattern FILE = Pattern.compile("(\\d{10},\n)+");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+");
    private static final String INVALID = "The file contains one or more invalid NHS Numbers.";

    private final SimulatedMailbox mailbox;
    private final String workflow;
    private final SimulatedOptOuts optOuts;
    private final Duration delay;
    private final Set<String> fileNames = new HashSet<>();
    private final Map<String, Integer> lastInMonth = new HashMap<>();

    /** @param delay between a file and its answer; the real service takes up to an hour */
    public OptOutCheckService(SimulatedMailbox mailbox, String workflow, SimulatedOptOuts optOuts, Duration delay) {
        this.mailbox = mailbox;
        this.workflow = workflow;
        this.optOuts = optOuts;
        this.delay = delay;
    }

    @Override
    public SimulatedMailbox mailbox() {
        return mailbox;
    }

    /** Whom somebody asked about is nobody else's business. */
    @Override
    public boolean forgets() {
        return true;
    }

    @Override
    public void received(SimulatedMesh mesh, SimulatedMessage message) {
        String subject = message.header(MeshHeaders.SUBJECT).orElse("");
        String localId = message.header(MeshHeaders.LOCAL_ID).orElse("");
        if (!NAME.matcher(subject).matches() || !NAME.matcher(localId).matches()) {
            // As the real one: without both, in letters, digits, hyphen and underscore, no answer ever comes.
            return;
        }
        String text = new String(message.body(), StandardCharsets.US_ASCII);
        String failedStage = failedStage(message, text);
        receipt(mesh, message, failedStage);
        if (!failedStage.isEmpty()) {
            return;
        }
        List<String> numbers = Arrays.stream(text.split("\n"))
                .map(line -> line.substring(0, 10))
                .toList();
        reply(mesh, message, "", answer(numbers), delay);
    }

    private String answer(List<String> numbers) {
        if (numbers.stream().anyMatch(number -> NhsNumber.parse(number).isEmpty() || optOuts.isRefused(number))) {
            return INVALID;
        }
        return numbers.stream()
                .filter(number -> !optOuts.isOptedOut(number))
                .map(number -> number + ",\n")
                .collect(Collectors.joining());
    }

    private String failedStage(SimulatedMessage message, String text) {
        Matcher name = FILE_NAME.matcher(message.header(MeshHeaders.FILE_NAME).orElse(""));
        if (!FILE.matcher(text).matches()) {
            return "validate_non_empty_file";
        }
        if (!name.matches() || !fileNames.add(name.group())) {
            return "validate_is_unique_upload";
        }
        String month = message.header(MeshHeaders.FROM).orElse("") + name.group(1);
        int sequence = Integer.parseInt(name.group(2));
        Integer last = lastInMonth.put(month, sequence);
        return last != null && last >= sequence ? "validate_in_order" : "";
    }

    private void receipt(SimulatedMesh mesh, SimulatedMessage message, String failedStage) {
        boolean fine = failedStage.isEmpty();
        Map<String, Object> job = new TreeMap<>();
        job.put("dataset_id", "mesh_to_pos");
        job.put("status", fine ? "pending" : "failed");
        job.put("stages", List.of("validate_non_empty_file", "validate_is_unique_upload", "validate_in_order"));
        if (!fine) {
            job.put("failed_stage", failedStage);
        }
        reply(mesh, message, fine ? "SUCCESS" : "FAILURE", JsonMapper.shared().writeValueAsString(job), Duration.ZERO);
    }

    private void reply(SimulatedMesh mesh, SimulatedMessage asked, String subject, String body, Duration after) {
        Map<String, String> headers = new TreeMap<>();
        headers.put(MeshHeaders.FROM, mailbox.id());
        headers.put(MeshHeaders.WORKFLOW, workflow);
        headers.put(MeshHeaders.SUBJECT, subject);
        asked.header(MeshHeaders.LOCAL_ID).ifPresent(id -> headers.put(MeshHeaders.LOCAL_ID, id));
        asked.header(MeshHeaders.FROM).ifPresent(to -> {
            headers.put(MeshHeaders.TO, to);
            mesh.deliver(to, headers, body.getBytes(StandardCharsets.US_ASCII), after);
        });
    }
}
