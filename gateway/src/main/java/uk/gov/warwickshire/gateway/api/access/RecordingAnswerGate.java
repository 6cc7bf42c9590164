package uk.gov.warwickshire.gateway.api.access;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.audit.AuditOutcome;
import uk.gov.warwickshire.gateway.audit.AuditTrail;
import uk.gov.warwickshire.gateway.common.security.Refusal;
import uk.gov.warwickshire.gateway.common.security.RefusedException;
import uk.gov.warwickshire.gateway.disclosure.Cleared;
import uk.gov.warwickshire.gateway.disclosure.DisclosureForecast;
import uk.gov.warwickshire.gateway.disclosure.DisclosureForecast.Forecast;
import uk.gov.warwickshire.gateway.disclosure.Outcome;
import uk.gov.warwickshire.gateway.store.AnswerFacts;
import uk.gov.warwickshire.gateway.store.AnswerFactsReader;
import uk.gov.warwickshire.mappings.fhir.Category;

/** Holds what is asked against scopes, agreements and the gate, and says what may be shown. */
@Component
class RecordingAnswerGate implements AnswerGate {

    private final Partners partners;
    private final AnswerFactsReader facts;
    private final DisclosureForecast forecast;
    private final AuditTrail audit;
    private final AnswerRecords records;

    RecordingAnswerGate(
            Partners partners,
            AnswerFactsReader facts,
            DisclosureForecast forecast,
            AuditTrail audit,
            AnswerRecords records) {
        this.partners = partners;
        this.facts = facts;
        this.forecast = forecast;
        this.audit = audit;
        this.records = records;
    }

    @Override
    public void admit(Question question) {
        try {
            requireScope(question);
            partners.admit(question.caller());
        } catch (RefusedException refused) {
            refused(question, refused.refusal().code());
            throw refused;
        }
    }

    @Override
    public Scope scope(Question question, Collection<String> childIds) {
        requireScope(question);
        Admission admission = partners.admit(question.caller());
        List<AnswerFacts> known = List.copyOf(facts.of(childIds).values());
        List<Forecast> forecasts = forecast.foresee(known.stream()
                .map(child -> AnswerDisclosures.ofRecord(audit.nextId(), question.caller(), admission, child))
                .toList());
        Map<String, Set<Category>> categories = new HashMap<>();
        Map<String, Set<String>> withheld = new HashMap<>();
        Set<String> whole = new HashSet<>();
        for (int i = 0; i < known.size(); i++) {
            Forecast foreseen = forecasts.get(i);
            if (foreseen.outcome() == Outcome.SENT) {
                AnswerFacts child = known.get(i);
                String id = child.facts().childId();
                categories.put(id, SeenInForecast.categories(foreseen));
                withheld.put(id, SeenInForecast.withheldPersons(foreseen, child));
                if (categories.get(id).containsAll(child.held())
                        && withheld.get(id).isEmpty()) {
                    whole.add(id);
                }
            }
        }
        return new Scope(categories, withheld, whole, admission.agreedOfTheDirectory());
    }

    @Override
    public Answer answer(Question question, Map<String, List<Asked>> children, List<Asked> directory) {
        requireScope(question);
        Admission admission = partners.admit(question.caller());
        List<Asked> shownDirectory = directory.stream()
                .filter(one -> admission.agrees(one.category()))
                .toList();
        AnswerRecords.Recorded recorded =
                records.of(new AnswerRecords.Asking(question, admission, children, shownDirectory));
        List<Cleared> cleared = recorded.children().stream()
                .map(ChildAnswer::cleared)
                .flatMap(Optional::stream)
                .toList();
        if (shownDirectory.isEmpty() && isNotFound(question.interaction(), recorded.children())) {
            throw refusal(recorded.children());
        }
        return new Answer(
                cleared, shownDirectory, Notices.of(question, admission, recorded.children()), recorded.auditIds());
    }

    @Override
    public RefusedException notFound(Question question) {
        refused(question, Refusal.NOT_FOUND.code());
        return new RefusedException(Refusal.NOT_FOUND);
    }

    @Override
    public void refused(Question question, String code) {
        records.refused(AnswerAudit.ofNoChild(
                question, question.caller().statedPurpose(), List.of(), AuditOutcome.refused(code)));
    }

    private static void requireScope(Question question) {
        Interaction interaction = question.interaction();
        if (interaction == Interaction.SEARCH || interaction == Interaction.MATCH) {
            question.caller().requireSearch(question.resourceType());
        } else {
            question.caller().requireRead(question.resourceType());
        }
    }

    /** A part of a record may hold nothing; what is named by its id is shown or not found. */
    private static boolean isNotFound(Interaction interaction, List<ChildAnswer> children) {
        return interaction == Interaction.RECORD
                ? children.stream().noneMatch(ChildAnswer::isShown)
                : interaction.isOfOne()
                        && children.stream()
                                .flatMap(child -> child.cleared().stream())
                                .allMatch(cleared -> cleared.resources().isEmpty());
    }

    /** Whoever may not know that something is withheld hears what is heard of what does not exist. */
    private static RefusedException refusal(List<ChildAnswer> children) {
        List<String> reasons = children.stream()
                .filter(ChildAnswer::mayKnow)
                .flatMap(child -> child.reasons().stream())
                .distinct()
                .toList();
        return reasons.isEmpty()
                ? new RefusedException(Refusal.NOT_FOUND)
                : new RefusedException(Refusal.WITHHELD, reasons);
    }
}
