package uk.gov.warwickshire.gateway.mesh;

import java.util.Optional;

/** What became of a message handed to MESH. A first send is never repeated by the client itself. */
public sealed interface SendOutcome {

    /** Accepted under this id. */
    record Sent(String messageId) implements SendOutcome {}

    /** MESH will not take it, and will not take it later either. */
    record Refused(Optional<String> code, String description) implements SendOutcome {}

    /** MESH has certainly not taken it: no connection, or it was too busy to look. Safe to send again. */
    record NotSent(String cause) implements SendOutcome {}

    /** It may have been taken. Never sent again; a reply to its local id, or tracking, settles it. */
    record Unknown(String cause) implements SendOutcome {}
}
