package uk.gov.warwickshire.gateway.demo.cpis;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import uk.gov.warwickshire.gateway.demo.cpis.ReceivedUpload.ReceivedPlan;
import uk.gov.warwickshire.gateway.demo.cpis.ReceivedUpload.ReceivedRecord;
import uk.gov.warwickshire.gateway.demo.mesh.MeshService;
import uk.gov.warwickshire.gateway.demo.mesh.SimulatedMailbox;
import uk.gov.warwickshire.gateway.demo.mesh.SimulatedMesh;
import uk.gov.warwickshire.gateway.demo.mesh.SimulatedMessage;
import uk.gov.warwickshire.gateway.mesh.MeshHeaders;

/**
 * CP-IS behind its mailbox: checks a file as a whole, its number, then each record; keeps what it has loaded; answers. A
 * fault of the sender is remembered, for tests to find.
 */
public final class CpIsService implements MeshService {

    private final SimulatedMailbox mailbox;
    private final String workflow;
    private final CpIsBehaviour behaviour;
    private final Duration delay;
    private final Map<Long, String> contents = new HashMap<>();
    private final Map<Long, Integer> times = new HashMap<>();
    private final Map<String, Map<String, ReceivedPlan>> loaded = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();
    private long last;

    /** @param delay between a file and its acknowledgement */
    public CpIsService(SimulatedMailbox mailbox, String workflow, CpIsBehaviour behaviour, Duration delay) {
        this.mailbox = mailbox;
        this.workflow = workflow;
        this.behaviour = behaviour;
        this.delay = delay;
    }

    @Override
    public SimulatedMailbox mailbox() {
        return mailbox;
    }

    @Override
    public synchronized void received(SimulatedMesh mesh, SimulatedMessage message) {
        try {
            ReceivedUpload upload = UploadReader.read(message.body());
            checkNumber(upload.sequence(), new String(message.body(), StandardCharsets.UTF_8));
            answer(mesh, message, upload);
        } catch (UploadFault fault) {
            faults.add(fault.getMessage());
            reply(mesh, message, AnswerDocuments.acknowledgement(-1, -1, "CPF01"));
        }
    }

    /** What the sender did wrong, in the order in which it was noticed. */
    public synchronized List<String> faults() {
        return List.copyOf(faults);
    }

    /** Plans by type, of everyone loaded, by NHS number. */
    public synchronized Map<String, Map<String, ReceivedPlan>> loaded() {
        Map<String, Map<String, ReceivedPlan>> copy = new TreeMap<>();
        loaded.forEach((number, plans) -> copy.put(number, Map.copyOf(plans)));
        return copy;
    }

    /** How often each file number was received. */
    public synchronized Map<Long, Integer> received() {
        return Map.copyOf(times);
    }

    /** No gap, and one content for one number; the first file after a start of the simulator may have any number. */
    private void checkNumber(long sequence, String content) throws UploadFault {
        String before = contents.putIfAbsent(sequence, content);
        if (before != null && !before.equals(content)) {
            throw new UploadFault("the number was used before for another content");
        }
        if (before == null && last != 0 && sequence != last + 1) {
            throw new UploadFault("the number is not the next one");
        }
        last = Math.max(last, sequence);
        times.merge(sequence, 1, Integer::sum);
    }

    private void answer(SimulatedMesh mesh, SimulatedMessage message, ReceivedUpload upload) {
        long sequence = upload.sequence();
        Optional<String> code = behaviour.fileCode(sequence, times.getOrDefault(sequence, 1));
        if (code.filter(CpIsBehaviour.NOT_UNDERSTOOD::equals).isPresent()) {
            report(mesh, message);
        } else if (code.isPresent() && !code.get().equals(CpIsBehaviour.LOST)) {
            reply(
                    mesh,
                    message,
                    AnswerDocuments.acknowledgement(sequence, upload.records().size(), code.get()));
        } else {
            Map<ReceivedRecord, String> returned = load(upload);
            if (code.isEmpty()) {
                reply(
                        mesh,
                        message,
                        AnswerDocuments.acknowledgement(
                                sequence, upload.records().size(), returned.isEmpty() ? "CPF02" : "CPF03", returned));
            }
            behaviour.notifications(upload).forEach(document -> reply(mesh, message, document));
        }
    }

    /** What could not be loaded. */
    private Map<ReceivedRecord, String> load(ReceivedUpload upload) {
        Map<ReceivedRecord, String> returned = new LinkedHashMap<>();
        for (ReceivedRecord record : upload.records()) {
            Optional<String> code = behaviour.recordCode(record);
            if (code.isPresent()) {
                returned.put(record, code.get());
            } else {
                Map<String, ReceivedPlan> plans = loaded.computeIfAbsent(record.nhsNumber(), key -> new TreeMap<>());
                record.plans().forEach(plan -> {
                    if (plan.delete().isPresent()) {
                        plans.remove(plan.type());
                    } else {
                        plans.put(plan.type(), plan);
                    }
                });
            }
        }
        return returned;
    }

    private void report(SimulatedMesh mesh, SimulatedMessage about) {
        Map<String, String> headers = headers(about);
        headers.put(MeshHeaders.MESSAGE_TYPE, "REPORT");
        headers.put(MeshHeaders.STATUS_CODE, CpIsBehaviour.NOT_UNDERSTOOD);
        headers.put(MeshHeaders.STATUS_EVENT, "TRANSFER");
        headers.put(MeshHeaders.STATUS_SUCCESS, "ERROR");
        headers.put(MeshHeaders.LINKED_MESSAGE_ID, about.id());
        about.header(MeshHeaders.FROM).ifPresent(to -> mesh.deliver(to, headers, new byte[0], delay));
    }

    private void reply(SimulatedMesh mesh, SimulatedMessage asked, byte[] document) {
        Map<String, String> headers = headers(asked);
        asked.header(MeshHeaders.FROM).ifPresent(to -> mesh.deliver(to, headers, document, delay));
    }

    private Map<String, String> headers(SimulatedMessage asked) {
        Map<String, String> headers = new TreeMap<>();
        headers.put(MeshHeaders.FROM, mailbox.id());
        headers.put(MeshHeaders.WORKFLOW, workflow + "_ACK");
        asked.header(MeshHeaders.FROM).ifPresent(to -> headers.put(MeshHeaders.TO, to));
        asked.header(MeshHeaders.LOCAL_ID).ifPresent(id -> headers.put(MeshHeaders.LOCAL_ID, id));
        return headers;
    }
}
