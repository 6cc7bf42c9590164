package uk.gov.warwickshire.gateway.api.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import uk.gov.warwickshire.gateway.common.security.Caller;
import uk.gov.warwickshire.gateway.disclosure.DisclosedResource;
import uk.gov.warwickshire.gateway.disclosure.Disclosure;
import uk.gov.warwickshire.gateway.disclosure.OtherPerson;
import uk.gov.warwickshire.gateway.disclosure.Subject;
import uk.gov.warwickshire.gateway.store.AnswerFacts;
import uk.gov.warwickshire.gateway.store.ChildFacts;
import uk.gov.warwickshire.mappings.fhir.Category;
import uk.gov.warwickshire.mappings.record.Identity;
import uk.gov.warwickshire.mappings.record.NhsNumber;
import uk.gov.warwickshire.mappings.record.VerificationStatus;

/** Puts questions about a child's record to the gate. */
final class AnswerDisclosures {

    private AnswerDisclosures() {}

    /** @param answerId entry of the audit that records the answer */
    static Disclosure of(UUID answerId, Caller caller, Admission admission, AnswerFacts known, List<Asked> asked) {
        List<DisclosedResource> resources = asked.stream()
                .map(one -> new DisclosedResource(
                        one.type(),
                        one.id(),
                        one.version(),
                        one.category(),
                        one.aboutPerson().map(person -> other(known.facts(), person))))
                .toList();
        return disclosure(answerId, caller, admission, known, resources);
    }

    /** What of the record might be seen at all: one stand-in for each category and each other person. */
    static Disclosure ofRecord(UUID answerId, Caller caller, Admission admission, AnswerFacts known) {
        List<DisclosedResource> standIns = new ArrayList<>();
        known.held()
                .forEach(category ->
                        standIns.add(new DisclosedResource("Basic", category.code(), 0, category, Optional.empty())));
        known.facts().others().keySet().forEach(person -> standIns.add(personStandIn(known.facts(), person)));
        return disclosure(answerId, caller, admission, known, standIns);
    }

    static DisclosedResource personStandIn(ChildFacts facts, String person) {
        return new DisclosedResource("RelatedPerson", person, 0, Category.FAMILY, Optional.of(other(facts, person)));
    }

    private static Disclosure disclosure(
            UUID answerId, Caller caller, Admission admission, AnswerFacts known, List<DisclosedResource> resources) {
        ChildFacts facts = known.facts();
        return new Disclosure(
                answerId,
                Optional.empty(),
                Disclosure.Kind.ANSWER,
                admission.destinationFor(facts.postcodeArea()),
                Optional.of(caller.odsCode()),
                new Subject(
                        facts.childId(),
                        facts.nhsNumber(),
                        facts.verificationStatus(),
                        facts.birthDate(),
                        facts.postcodeArea(),
                        facts.restricted()),
                resources,
                known.held(),
                caller.breakGlassReason().isPresent());
    }

    private static OtherPerson other(ChildFacts facts, String person) {
        Map<String, Identity> others = facts.others();
        Optional<Identity> identity = Optional.ofNullable(others.get(person));
        Optional<NhsNumber> verified = identity.filter(known -> known.status() == VerificationStatus.VERIFIED)
                .flatMap(Identity::nhsNumber);
        return new OtherPerson(
                person, verified, identity.map(Identity::restricted).orElse(false));
    }
}
