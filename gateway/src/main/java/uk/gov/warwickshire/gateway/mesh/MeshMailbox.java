package uk.gov.warwickshire.gateway.mesh;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.warwickshire.gateway.common.SingleRunner;

/**
 * One mailbox and its turn: shake hands once a day, send what waits, then take in all that has arrived. A message is
 * stored, then acknowledged, then handled; so a crash at any point loses nothing and downloads nothing twice.
 */
public final class MeshMailbox {

    private static final Logger LOG = LoggerFactory.getLogger(MeshMailbox.class);
    private static final Duration HANDSHAKE_EVERY = Duration.ofHours(20);

    private final String name;
    private final MeshClient client;
    private final MeshMessages messages;
    private final MeshMailboxStates states;
    private final TransactionTemplate transactions;
    private final SingleRunner runner;
    private final Clock clock;

    MeshMailbox(
            String name,
            MeshClient client,
            MeshMessages messages,
            MeshMailboxStates states,
            TransactionTemplate transactions,
            SingleRunner runner,
            Clock clock) {
        this.name = name;
        this.client = client;
        this.messages = messages;
        this.states = states;
        this.transactions = transactions;
        this.runner = runner;
        this.clock = clock;
    }

    /** One turn, unless another replica is at it. Failures are recorded, not thrown: the next turn tries again. */
    public void poll(MeshMessageHandler handler) {
        runner.run("mesh mailbox " + name, () -> {
            try {
                turn(handler);
            } catch (MeshException e) {
                LOG.warn("Mailbox '{}': {}", name, e.words());
                states.failed(name, e.words());
            }
        });
    }

    private void turn(MeshMessageHandler handler) {
        shakeHands();
        handleStored(handler);
        sendWaiting(handler);
        Optional<String> next = Optional.empty();
        boolean more = true;
        boolean complete = true;
        while (more) {
            InboxPage page = client.inbox(next);
            int taken = 0;
            for (String id : page.messageIds()) {
                taken += take(id) ? 1 : 0;
            }
            complete &= taken == page.messageIds().size();
            handleStored(handler);
            next = page.next();
            more = next.isPresent();
        }
        if (complete) {
            states.polled(name);
        }
    }

    /** What cannot be sent for a reason of ours does not keep out what has arrived. */
    private void sendWaiting(MeshMessageHandler handler) {
        try {
            handler.sendWaiting(client);
        } catch (MeshException e) {
            throw e;
        } catch (RuntimeException e) {
            String kind = e.getClass().getSimpleName();
            LOG.error("Mailbox '{}': what waits could not be sent ({}); it is tried again", name, kind);
            states.failed(name, "what waits could not be sent: " + kind);
        }
    }

    private void shakeHands() {
        boolean due = states.of(name)
                .flatMap(MeshMailboxStates.MeshMailboxState::lastHandshake)
                .filter(last -> last.isAfter(clock.instant().minus(HANDSHAKE_EVERY)))
                .isEmpty();
        if (due) {
            client.handshake();
            states.shookHands(name);
        }
    }

    /** One message that cannot be had does not keep the others waiting, unless MESH itself fails. */
    private boolean take(String id) {
        try {
            if (!messages.isStored(name, id)) {
                messages.store(name, client.get(id));
            }
            client.acknowledge(id);
            messages.acknowledged(name, id);
            return true;
        } catch (MeshException e) {
            if (e.status() == 404 || e.status() == 410) {
                LOG.info("Mailbox '{}': a listed message is no longer there", name);
                return true;
            }
            if (!e.concernsOneMessage()) {
                throw e;
            }
            LOG.error("Mailbox '{}': a message stays in the inbox: {}", name, e.words());
            states.failed(name, e.words());
            return false;
        }
    }

    private void handleStored(MeshMessageHandler handler) {
        for (String id : messages.waiting(name)) {
            try {
                transactions.executeWithoutResult(transaction -> messages.find(name, id)
                        .ifPresent(message -> messages.handled(name, id, handle(handler, message))));
            } catch (RuntimeException e) {
                String kind = e.getClass().getSimpleName();
                LOG.error("Mailbox '{}': a message could not be handled ({}); it is offered again", name, kind);
                messages.failed(name, id, kind);
                states.failed(name, "a message could not be handled: " + kind);
            }
        }
    }

    private Handling handle(MeshMessageHandler handler, MeshMessage message) {
        Handling handling = handler.handle(message);
        if (handling == Handling.UNKNOWN_CONTENT) {
            LOG.error("Mailbox '{}': a message has content nobody understands; it is kept", name);
        }
        return handling;
    }
}
