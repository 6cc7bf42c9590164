package uk.gov.warwickshire.gateway.disclosure;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import uk.gov.warwickshire.gateway.optout.OptOutStatus;
import uk.gov.warwickshire.mappings.fhir.Category;

/** Turns a verdict and its inputs into what the ledger keeps. */
final class LedgerRow {

    private static final JsonMapper JSON = JsonMapper.shared();

    private LedgerRow() {}

    static LedgerEntry of(
            UUID id, Instant now, Disclosure disclosure, Verdict verdict, PersonFacts facts, String policyVersion) {
        Subject child = disclosure.subject();
        OptOutStatus status = facts.statusOf(child.nhsNumber());
        return new LedgerEntry(
                id,
                now,
                child.childId(),
                disclosure.destination().code(),
                disclosure.recipientOds(),
                disclosure.kind(),
                disclosure.messageId(),
                disclosure.deliveryId(),
                verdict.outcome(),
                verdict.reasons().get(0),
                verdict.reasons(),
                policyVersion,
                verdict.rule().map(DestinationRule::purpose),
                verdict.rule().map(rule -> rule.legalBasis().code()),
                verdict.agreementIds(),
                child.verification().code(),
                child.restricted(),
                status.state().name(),
                status.checkedAt(),
                status.stale(),
                choices(facts.choicesOf(child.nhsNumber())),
                otherPersons(disclosure, facts),
                Stream.concat(
                                disclosure.resources().stream().map(DisclosedResource::category),
                                disclosure.held().stream())
                        .map(Category::code)
                        .distinct()
                        .sorted()
                        .toList(),
                json(disclosure.resources().stream().map(LedgerRow::reference).toList()),
                json(verdict.leftOut().stream()
                        .map(left -> Map.of(
                                "resource", reference(left.resource()),
                                "reason", left.reason().name()))
                        .toList()));
    }

    private static String reference(DisclosedResource resource) {
        return resource.type() + "/" + resource.id() + "/_history/" + resource.version();
    }

    private static String choices(PersonalChoices choices) {
        return json(choices.inForce().stream()
                .map(choice -> {
                    Map<String, Object> kept = new LinkedHashMap<>();
                    kept.put("choice", choice.kind().code());
                    kept.put("destination", choice.destination().orElse(""));
                    kept.put("from", choice.from().toString());
                    choice.until().ifPresent(until -> kept.put("until", until.toString()));
                    kept.put("batch", choice.source().batch());
                    kept.put("row", choice.source().row());
                    return kept;
                })
                .toList());
    }

    private static String otherPersons(Disclosure disclosure, PersonFacts facts) {
        Stream<OtherPerson> persons =
                disclosure.resources().stream().map(DisclosedResource::about).flatMap(Optional::stream);
        return json(persons.distinct()
                .map(person -> {
                    OptOutStatus status = facts.statusOf(person.nhsNumber());
                    Map<String, Object> kept = new LinkedHashMap<>();
                    kept.put("person", person.personId());
                    kept.put("numberKnown", person.nhsNumber().isPresent());
                    kept.put("restricted", person.restricted());
                    kept.put("optOut", status.state().name());
                    status.checkedAt().ifPresent(at -> kept.put("checkedAt", at.toString()));
                    kept.put(
                            "choices",
                            facts.choicesOf(person.nhsNumber()).inForce().stream()
                                    .map(choice -> choice.kind().code())
                                    .toList());
                    return kept;
                })
                .toList());
    }

    private static String json(List<?> values) {
        return values.isEmpty() ? "[]" : JSON.writeValueAsString(values);
    }
}
