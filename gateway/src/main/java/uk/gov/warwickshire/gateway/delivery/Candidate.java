package uk.gov.warwickshire.gateway.delivery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import uk.gov.warwickshire.gateway.disclosure.DisclosedResource;
import uk.gov.warwickshire.gateway.disclosure.Disclosure;
import uk.gov.warwickshire.gateway.disclosure.OtherPerson;
import uk.gov.warwickshire.gateway.disclosure.Subject;
import uk.gov.warwickshire.gateway.store.ChildFacts;
import uk.gov.warwickshire.gateway.store.StoredResource;
import uk.gov.warwickshire.mappings.record.Identity;
import uk.gov.warwickshire.mappings.record.NhsNumber;
import uk.gov.warwickshire.mappings.record.VerificationStatus;

/** A leased delivery with all that its decision needs: the record as it stands, and what the destination holds. */
record Candidate(Lease lease, Optional<ChildFacts> facts, List<StoredResource> current, List<CopyEntry> copy) {

    /** A record that is no longer there is withdrawn, like one whose withdrawal was asked for. */
    boolean isWithdrawal() {
        return lease.kind() == DeliveryKind.WITHDRAWAL || facts.isEmpty() || current.isEmpty();
    }

    Disclosure disclosure(UUID messageId) {
        return isWithdrawal()
                ? disclosure(
                        messageId,
                        Disclosure.Kind.WITHDRAWAL,
                        copy.stream().map(CopyEntry::disclosed).toList())
                : disclosure(
                        messageId,
                        Disclosure.Kind.PUSH,
                        current.stream().map(this::disclosed).toList());
    }

    private Disclosure disclosure(UUID messageId, Disclosure.Kind kind, List<DisclosedResource> resources) {
        return new Disclosure(
                messageId,
                Optional.of(lease.id()),
                kind,
                lease.destination(),
                Optional.empty(),
                facts.map(Candidate::subject).orElseGet(this::erased),
                resources);
    }

    private DisclosedResource disclosed(StoredResource resource) {
        Map<String, Identity> others = facts.map(ChildFacts::others).orElse(Map.of());
        Optional<OtherPerson> about =
                resource.aboutPerson().map(person -> other(person, Optional.ofNullable(others.get(person))));
        return new DisclosedResource(resource.type(), resource.id(), resource.version(), resource.category(), about);
    }

    private static OtherPerson other(String person, Optional<Identity> identity) {
        Optional<NhsNumber> verified = identity.filter(known -> known.status() == VerificationStatus.VERIFIED)
                .flatMap(Identity::nhsNumber);
        return new OtherPerson(
                person, verified, identity.map(Identity::restricted).orElse(false));
    }

    private static Subject subject(ChildFacts facts) {
        return new Subject(
                facts.childId(),
                facts.nhsNumber(),
                facts.verificationStatus(),
                facts.birthDate(),
                facts.postcodeArea(),
                facts.restricted());
    }

    private Subject erased() {
        return new Subject(
                lease.childId(),
                Optional.empty(),
                VerificationStatus.TRACE_REQUIRED,
                Optional.empty(),
                Optional.empty(),
                false);
    }
}
