package uk.gov.warwickshire.gateway.disclosure;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import uk.gov.warwickshire.gateway.common.Destination;
import uk.gov.warwickshire.mappings.fhir.Category;

/**
 * The intent to let resources of one child go to one recipient. Purpose and legal basis are those of the destination in
 * the policy, never the caller's.
 *
 * @param messageId the message or answer on the wire; each attempt has its own decision
 * @param deliveryId the delivery this is an attempt of; empty for an answer
 * @param recipientOds the organisation that receives; required for an answer
 * @param resources what is to leave; for a withdrawal what the recipient is to delete
 * @param held categories of data that the child's record holds, asked for or not: an answer about one resource is decided
 *     as one about the record is, so that nobody learns bit by bit what may not be sent at once
 * @param breakGlass whether the recipient overrides an objection in an emergency, with a reason that is on record
 */
public record Disclosure(
        UUID messageId,
        Optional<UUID> deliveryId,
        Kind kind,
        Destination destination,
        Optional<String> recipientOds,
        Subject subject,
        List<DisclosedResource> resources,
        Set<Category> held,
        boolean breakGlass) {

    /** How it leaves. */
    public enum Kind {
        /** Sent by us. */
        PUSH,
        /** Asked for by the recipient. */
        ANSWER,
        /** Deletes what was sent before; carries ids only. */
        WITHDRAWAL
    }

    public Disclosure {
        Objects.requireNonNull(messageId, "messageId");
        Objects.requireNonNull(deliveryId, "deliveryId");
        Objects.requireNonNull(destination, "destination");
        Objects.requireNonNull(subject, "subject");
        resources = List.copyOf(resources);
        held = Set.copyOf(held);
        if (kind == Kind.ANSWER && recipientOds.isEmpty()) {
            throw new IllegalArgumentException("an answer needs the organisation that asked");
        }
        if (breakGlass && kind != Kind.ANSWER) {
            throw new IllegalArgumentException("only who asks can override an objection");
        }
    }

    /** A whole record that is sent, or an answer about whatever it holds, without an override. */
    public Disclosure(
            UUID messageId,
            Optional<UUID> deliveryId,
            Kind kind,
            Destination destination,
            Optional<String> recipientOds,
            Subject subject,
            List<DisclosedResource> resources) {
        this(messageId, deliveryId, kind, destination, recipientOds, subject, resources, Set.of(), false);
    }

    /** The same intent, with fewer resources. */
    Disclosure reducedTo(List<DisclosedResource> remaining) {
        return new Disclosure(
                messageId, deliveryId, kind, destination, recipientOds, subject, remaining, held, breakGlass);
    }
}
