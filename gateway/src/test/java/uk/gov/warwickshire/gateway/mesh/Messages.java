package uk.gov.warwickshire.gateway.mesh;

import java.nio.charset.StandardCharsets;

/** Messages to send in tests. */
final class Messages {

    private Messages() {}

    static OutgoingMessage to(String mailbox, String workflow, String localId, String content) {
        return to(mailbox, workflow, localId, content, false);
    }

    static OutgoingMessage to(String mailbox, String workflow, String localId, String content, boolean compressed) {
        return new OutgoingMessage(
                mailbox,
                workflow,
                localId,
                "subject",
                "file.dat",
                "text/plain",
                content.getBytes(StandardCharsets.UTF_8),
                compressed);
    }
}
