package uk.gov.warwickshire.gateway.ops.console.now;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.mesh.MeshMailboxStates;
import uk.gov.warwickshire.gateway.mesh.MeshMailboxStates.MeshMailboxState;
import uk.gov.warwickshire.gateway.ops.console.now.Concern.Affected;
import uk.gov.warwickshire.gateway.ops.console.now.Concern.Urgency;

/** MESH mailboxes that cannot be polled, or hold what nobody understood. */
@Component
class MailboxConcerns implements ConcernSource {

    private final MeshMailboxStates mailboxes;

    MailboxConcerns(MeshMailboxStates mailboxes) {
        this.mailboxes = mailboxes;
    }

    @Override
    public List<Concern> current() {
        return mailboxes.all().stream()
                .flatMap(mailbox -> Stream.concat(failing(mailbox), unknown(mailbox)))
                .toList();
    }

    private static Stream<Concern> failing(MeshMailboxState mailbox) {
        return Stream.of(mailbox)
                .filter(MeshMailboxState::isFailing)
                .map(failing -> new Concern(
                        failing.mailbox().equals("cp-is") ? Urgency.CP_IS : Urgency.STOPPED,
                        "MESH mailbox " + failing.mailbox() + " cannot be reached",
                        failing.lastFailure().orElse("no answer") + ". It is tried with every poll.",
                        failing.lastPoll().or(failing::lastFailureAt),
                        Affected.NONE,
                        page(failing),
                        "See what waits for it"));
    }

    private static Stream<Concern> unknown(MeshMailboxState mailbox) {
        return Stream.of(mailbox)
                .filter(state -> state.unknownContent() > 0)
                .map(state -> new Concern(
                        Urgency.LOOK,
                        "MESH mailbox " + state.mailbox() + " holds messages that nobody understood",
                        "They are stored, and nothing was changed by them.",
                        state.lastPoll(),
                        new Affected(state.unknownContent(), "message", 0, 0),
                        page(state),
                        "Look at them"));
    }

    private static String page(MeshMailboxState mailbox) {
        return mailbox.mailbox().equals("cp-is") ? "/console/cp-is" : "/console/opt-out";
    }
}
