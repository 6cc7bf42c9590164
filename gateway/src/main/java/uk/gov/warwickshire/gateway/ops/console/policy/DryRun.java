package uk.gov.warwickshire.gateway.ops.console.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.Destination;
import uk.gov.warwickshire.gateway.common.Ids;
import uk.gov.warwickshire.gateway.cpis.ChildrenAtRisk;
import uk.gov.warwickshire.gateway.delivery.DeliveryTargets;
import uk.gov.warwickshire.gateway.disclosure.DisclosedResource;
import uk.gov.warwickshire.gateway.disclosure.Disclosure;
import uk.gov.warwickshire.gateway.disclosure.Disclosure.Kind;
import uk.gov.warwickshire.gateway.disclosure.DisclosureForecast.Forecast;
import uk.gov.warwickshire.gateway.disclosure.Subject;
import uk.gov.warwickshire.gateway.disclosure.TermsDesk;
import uk.gov.warwickshire.gateway.disclosure.TermsDesk.Compared;
import uk.gov.warwickshire.gateway.disclosure.TermsProposal;
import uk.gov.warwickshire.gateway.ops.console.policy.DryRunResult.Change;
import uk.gov.warwickshire.gateway.ops.console.policy.DryRunResult.Decided;
import uk.gov.warwickshire.gateway.store.AnswerFacts;
import uk.gov.warwickshire.gateway.store.AnswerFactsReader;
import uk.gov.warwickshire.gateway.store.ChildFacts;
import uk.gov.warwickshire.mappings.fhir.Category;
import uk.gov.warwickshire.mappings.source.ReadProgress;

/**
 * Decides on every record that is due somewhere once as now and once under a proposal, with the gate's own judge and with
 * what is known of every child today. Nothing is recorded, asked for or sent. Judged by categories of data: what is left
 * out because of another person it is about is not shown.
 */
@Component
class DryRun {

    private static final int PAGE = 500;

    private final TermsDesk desk;
    private final DeliveryTargets targets;
    private final AnswerFactsReader facts;
    private final ChildrenAtRisk atRisk;
    private final Ids ids;

    DryRun(TermsDesk desk, DeliveryTargets targets, AnswerFactsReader facts, ChildrenAtRisk atRisk, Ids ids) {
        this.desk = desk;
        this.targets = targets;
        this.facts = facts;
        this.atRisk = atRisk;
        this.ids = ids;
    }

    DryRunResult of(TermsProposal proposal, ReadProgress progress) {
        Map<Change, Set<String>> changes = new HashMap<>();
        long records = 0;
        String last = "";
        while (true) {
            Map<String, List<Destination>> page = targets.after(last, PAGE);
            if (page.isEmpty()) {
                break;
            }
            List<Compared> compared = desk.compare(proposal, disclosures(page));
            records += compared.size();
            progress.read("records", records);
            compared.forEach(
                    one -> change(one).ifPresent(change -> changes.computeIfAbsent(change, key -> new HashSet<>())
                            .add(one.disclosure().subject().childId())));
            last = page.keySet().stream().reduce((first, second) -> second).orElse(last);
        }
        return new DryRunResult(proposal, records, counted(changes));
    }

    private List<DryRunResult.Counted> counted(Map<Change, Set<String>> changes) {
        return changes.entrySet().stream()
                .map(change -> new DryRunResult.Counted(
                        change.getKey(),
                        change.getValue().size(),
                        atRisk.among(change.getValue()).size()))
                .sorted(DryRunResult.MOST_FIRST)
                .toList();
    }

    private List<Disclosure> disclosures(Map<String, List<Destination>> page) {
        Map<String, AnswerFacts> known = facts.of(page.keySet());
        List<Disclosure> disclosures = new ArrayList<>();
        known.forEach((child, answer) -> page.getOrDefault(child, List.of())
                .forEach(destination -> disclosures.add(disclosure(answer, destination))));
        return disclosures;
    }

    private Disclosure disclosure(AnswerFacts answer, Destination destination) {
        return new Disclosure(
                ids.next(),
                Optional.empty(),
                Kind.PUSH,
                destination,
                Optional.empty(),
                subject(answer.facts()),
                answer.held().stream()
                        .map(category ->
                                new DisclosedResource("Category", category.code(), 1, category, Optional.empty()))
                        .toList());
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

    private static Optional<Change> change(Compared one) {
        Decided before = decided(one.now());
        Decided after = decided(one.proposed());
        return before.equals(after)
                ? Optional.empty()
                : Optional.of(new Change(one.disclosure().destination(), before, after));
    }

    private static Decided decided(Forecast forecast) {
        Set<String> categories = forecast.remaining().stream()
                .map(DisclosedResource::category)
                .map(Category::code)
                .collect(Collectors.toCollection(TreeSet::new));
        return new Decided(forecast.outcome(), forecast.reasons().get(0), categories);
    }
}
