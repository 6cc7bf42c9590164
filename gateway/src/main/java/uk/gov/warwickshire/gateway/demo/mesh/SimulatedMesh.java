package uk.gov.warwickshire.gateway.demo.mesh;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import uk.gov.warwickshire.gateway.mesh.MeshHeaders;

/** Mailboxes, messages and services of the simulated MESH, in memory. Safe for several threads. */
public final class SimulatedMesh {

    /** After which a message nobody collected leaves the inbox and its sender is told. */
    private static final Duration EXPIRY = Duration.ofDays(5);

    /** After which a service that forgets has forgotten. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofSeconds(30);

    private static final DateTimeFormatter ID_TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmssSSSSSS").withZone(ZoneOffset.UTC);

    private final Clock clock;
    private final SimulatedAuthorisation authorisation;
    private final Map<String, SimulatedMailbox> mailboxes = new HashMap<>();
    private final Map<String, MeshService> services = new HashMap<>();
    private final Map<String, SimulatedMessage> messages = new LinkedHashMap<>();
    private int count;

    public SimulatedMesh(
            String sharedKey,
            Collection<SimulatedMailbox> mailboxes,
            Collection<? extends MeshService> services,
            Clock clock) {
        this.clock = clock;
        this.authorisation = new SimulatedAuthorisation(sharedKey, clock);
        mailboxes.forEach(mailbox -> this.mailboxes.put(mailbox.id(), mailbox));
        services.forEach(service -> {
            this.mailboxes.put(service.mailbox().id(), service.mailbox());
            this.services.put(service.mailbox().id(), service);
        });
    }

    /** One call of the interface. */
    public synchronized SimulatedResponse handle(SimulatedRequest request) {
        SimulatedMailbox mailbox = mailboxes.get(request.segment(0));
        if (mailbox == null
                || !authorisation.accepts(
                        mailbox, request.header("Authorization").orElse(""))) {
            return SimulatedResponse.error(403, "AUTHENTICATION", "", "Mailbox or token not accepted");
        }
        expireOld();
        forgetOld();
        return new SimulatedCalls(this, mailbox).handle(request);
    }

    /** A message from a service, to be seen in the inbox after the delay. */
    public synchronized void deliver(String to, Map<String, String> headers, byte[] body, Duration delay) {
        SimulatedMessage message = new SimulatedMessage(
                newId(), to, headers, 1, false, clock.instant().plus(delay));
        message.add(1, body);
        messages.put(message.id(), message);
    }

    /** Whole messages ever put into the mailbox, oldest first. */
    public synchronized List<SimulatedMessage> receivedBy(String mailbox) {
        return messages.values().stream()
                .filter(message -> message.to().equals(mailbox) && message.isComplete())
                .toList();
    }

    /** Switches a mailbox off: its calls are refused. */
    public synchronized void disable(String mailbox) {
        mailboxes.remove(mailbox);
    }

    Optional<SimulatedMailbox> mailbox(String id) {
        return Optional.ofNullable(mailboxes.get(id));
    }

    Optional<SimulatedMessage> message(String id) {
        return Optional.ofNullable(messages.get(id));
    }

    List<SimulatedMessage> inbox(String mailbox) {
        Instant now = clock.instant();
        return messages.values().stream()
                .filter(message -> message.to().equals(mailbox) && message.isWaiting(now))
                .toList();
    }

    SimulatedMessage accept(String to, Map<String, String> headers, int chunks, boolean compressed) {
        SimulatedMessage message = new SimulatedMessage(newId(), to, headers, chunks, compressed, clock.instant());
        messages.put(message.id(), message);
        return message;
    }

    /** Hands a whole message to the service it is for, if one lives there. */
    void completed(SimulatedMessage message) {
        MeshService service = services.get(message.to());
        if (service != null) {
            message.acknowledge();
            service.received(this, message);
        }
    }

    private void forgetOld() {
        Instant limit = clock.instant().minus(FORGOTTEN_AFTER);
        messages.values().stream()
                .filter(message -> message.isAcknowledged()
                        && !message.isForgotten()
                        && message.visibleFrom().isBefore(limit)
                        && (forgets(message.to())
                                || message.header(MeshHeaders.FROM)
                                        .filter(this::forgets)
                                        .isPresent()))
                .forEach(SimulatedMessage::forget);
    }

    private boolean forgets(String mailbox) {
        MeshService service = services.get(mailbox);
        return service != null && service.forgets();
    }

    private void expireOld() {
        Instant limit = clock.instant().minus(EXPIRY);
        for (SimulatedMessage message : new ArrayList<>(messages.values())) {
            boolean report = message.header(MeshHeaders.MESSAGE_TYPE)
                    .filter("REPORT"::equals)
                    .isPresent();
            if (message.visibleFrom().isBefore(limit) && !message.isAcknowledged() && !message.isExpired()) {
                message.expire();
                message.header(MeshHeaders.FROM)
                        .filter(from -> !report)
                        .ifPresent(from -> deliver(from, undelivered(message), new byte[0], Duration.ZERO));
            }
        }
    }

    private static Map<String, String> undelivered(SimulatedMessage message) {
        Map<String, String> headers = new TreeMap<>();
        headers.put(MeshHeaders.MESSAGE_TYPE, "REPORT");
        headers.put(MeshHeaders.STATUS_CODE, "14");
        headers.put(MeshHeaders.STATUS_EVENT, "SEND");
        headers.put(MeshHeaders.STATUS_SUCCESS, "ERROR");
        headers.put("Mex-StatusDescription", "Message not collected by recipient after 5 days");
        headers.put(MeshHeaders.LINKED_MESSAGE_ID, message.id());
        for (String same : List.of(MeshHeaders.LOCAL_ID, MeshHeaders.WORKFLOW, MeshHeaders.TO)) {
            message.header(same).ifPresent(value -> headers.put(same, value));
        }
        return headers;
    }

    private String newId() {
        count++;
        return ID_TIME.format(clock.instant()) + "_%06X".formatted(count);
    }
}
