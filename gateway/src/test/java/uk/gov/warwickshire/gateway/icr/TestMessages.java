package uk.gov.warwickshire.gateway.icr;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.gov.warwickshire.gateway.common.Destination;
import uk.gov.warwickshire.gateway.delivery.CopyEntry;
import uk.gov.warwickshire.gateway.delivery.OutboundMessage;
import uk.gov.warwickshire.gateway.disclosure.DisclosedResource;
import uk.gov.warwickshire.gateway.disclosure.Disclosure;
import uk.gov.warwickshire.gateway.disclosure.Subject;
import uk.gov.warwickshire.gateway.disclosure.TestDecisions;
import uk.gov.warwickshire.gateway.store.ChildFacts;
import uk.gov.warwickshire.gateway.store.StoredResource;
import uk.gov.warwickshire.gateway.store.TestRecords;
import uk.gov.warwickshire.mappings.fhir.EncodedResource;

/** Cleared messages about a small record. */
final class TestMessages {

    static final Destination REGION = Destination.icr("coventry-warwickshire");

    private TestMessages() {}

    static OutboundMessage of(TestRecords child, CopyEntry... removed) {
        List<StoredResource> stored = child.toSave().encoded().resources().stream()
                .map(resource -> stored(child.childId(), resource))
                .toList();
        return new OutboundMessage(
                UUID.randomUUID(),
                TestDecisions.cleared(disclosure(child.toSave().facts(), stored)),
                stored,
                List.of(removed));
    }

    static Disclosure disclosure(ChildFacts facts, List<StoredResource> stored) {
        return new Disclosure(
                UUID.randomUUID(),
                Optional.of(UUID.randomUUID()),
                Disclosure.Kind.PUSH,
                REGION,
                Optional.empty(),
                new Subject(
                        facts.childId(),
                        facts.nhsNumber(),
                        facts.verificationStatus(),
                        facts.birthDate(),
                        facts.postcodeArea(),
                        facts.restricted()),
                stored.stream()
                        .map(r -> new DisclosedResource(r.type(), r.id(), r.version(), r.category(), Optional.empty()))
                        .toList());
    }

    private static StoredResource stored(String childId, EncodedResource resource) {
        return new StoredResource(
                resource.directory() ? "" : childId,
                resource.type(),
                resource.id(),
                1,
                Instant.EPOCH,
                resource.category(),
                resource.aboutPerson(),
                resource.json(),
                resource.references());
    }
}
