package uk.gov.warwickshire.gateway.api;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import uk.gov.warwickshire.gateway.api.access.Answer;
import uk.gov.warwickshire.gateway.api.access.AnswerGate;
import uk.gov.warwickshire.gateway.api.access.Asked;
import uk.gov.warwickshire.gateway.api.access.Interaction;
import uk.gov.warwickshire.gateway.api.access.Question;
import uk.gov.warwickshire.gateway.api.access.Scope;
import uk.gov.warwickshire.gateway.api.answer.BundleJson;
import uk.gov.warwickshire.gateway.api.answer.PreparedAnswer;
import uk.gov.warwickshire.gateway.api.problem.ApiProblem;
import uk.gov.warwickshire.gateway.api.problem.NothingShown;
import uk.gov.warwickshire.gateway.api.problem.ProblemCode;
import uk.gov.warwickshire.gateway.common.Ids;
import uk.gov.warwickshire.gateway.store.fulltext.Demographics;
import uk.gov.warwickshire.gateway.store.fulltext.DemographicsReader;
import uk.gov.warwickshire.gateway.store.fulltext.FullTextIndex;
import uk.gov.warwickshire.gateway.store.fulltext.PersonMatch;
import uk.gov.warwickshire.gateway.store.fulltext.PersonSearch;

/** `Patient/$match`: who this may be, though the name is misspelt or the date has a slip in it. */
@Component
public class PersonMatching {

    /** More candidates than that are no help to anybody. */
    private static final int MOST = 20;

    private final AnswerGate gate;
    private final Requests requests;
    private final PersonSearch persons;
    private final NoticeEntry notices;
    private final FhirContext context;
    private final JsonMapper json;
    private final Ids ids;
    private final Clock clock;

    PersonMatching(
            AnswerGate gate,
            Requests requests,
            PersonSearch persons,
            NoticeEntry notices,
            FhirContext context,
            JsonMapper json,
            Ids ids,
            Clock clock) {
        this.gate = gate;
        this.requests = requests;
        this.persons = persons;
        this.notices = notices;
        this.context = context;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    /** Candidates with `search.score` and match grade, the best first. */
    @Operation(name = "$match", typeName = "Patient")
    public Bundle match(
            @OperationParam(name = "resource") @Nullable Patient patient,
            @OperationParam(name = "onlyCertainMatches") @Nullable BooleanType onlyCertain,
            @OperationParam(name = "count") @Nullable IntegerType count,
            ServletRequestDetails request) {
        Question question = requests.question(request, Interaction.MATCH);
        gate.admit(question);
        if (question.caller().breakGlassReason().isPresent()) {
            throw ApiProblem.of(ProblemCode.BREAK_GLASS_ONE_CHILD);
        }
        if (patient == null) {
            throw ApiProblem.ofParameter(ProblemCode.INVALID_PARAMETER, "resource", "It is a Patient.");
        }
        int wanted = count == null || count.getValue() == null ? MOST : Math.max(1, Math.min(count.getValue(), MOST));
        List<PersonMatch> found = found(patient);
        List<PersonMatch> chosen = chosen(question, found, onlyCertain != null && onlyCertain.booleanValue(), wanted);
        Answer answer = gate.answer(question, asked(found, chosen), List.of());
        if (answer.cleared().isEmpty()) {
            NothingShown.settle(request.getServletRequest());
        }
        List<PersonMatch> shown = chosen.stream()
                .filter(match -> answer.mayShow("Patient", match.patient().id()))
                .toList();
        BundleJson bundle = BundleJson.of("searchset", ids.next(), clock.instant())
                .total(shown.size())
                .link("self", request.getFhirServerBase() + "/Patient/$match");
        shown.forEach(match -> bundle.matchEntry(
                request.getFhirServerBase() + "/" + match.patient().reference(),
                match.patient().content(),
                match.score(),
                match.grade().code()));
        notices.addTo(bundle, answer.notice());
        return PreparedAnswer.ofBundle(bundle.pieces()).asBundle();
    }

    /** Chosen among those who may be seen: nobody learns of a child by what becomes of the others. */
    private List<PersonMatch> chosen(Question question, List<PersonMatch> found, boolean onlyCertain, int wanted) {
        Scope scope = gate.scope(
                question, found.stream().map(match -> match.patient().childId()).toList());
        List<PersonMatch> seen = found.stream()
                .filter(match -> scope.mayShow(match.patient().childId(), Asked.of(match.patient())))
                .toList();
        return (onlyCertain ? PersonMatch.certainAlone(seen) : seen)
                .stream().limit(wanted).toList();
    }

    /** Decided on for every candidate, shown of those who were chosen. */
    private static Map<String, List<Asked>> asked(List<PersonMatch> found, List<PersonMatch> chosen) {
        Map<String, List<Asked>> asked = new LinkedHashMap<>();
        found.forEach(match -> asked.put(
                match.patient().childId(), chosen.contains(match) ? List.of(Asked.of(match.patient())) : List.of()));
        return asked;
    }

    private List<PersonMatch> found(Patient patient) {
        Demographics sought =
                DemographicsReader.of(json.readTree(context.newJsonParser().encodeResourceToString(patient)));
        if (sought.isTooLittle()) {
            throw ApiProblem.ofParameter(
                    ProblemCode.INVALID_PARAMETER, "resource", "It has an NHS number, a family name or a birth date.");
        }
        try {
            return persons.match(sought);
        } catch (FullTextIndex.UnavailableException e) {
            throw ApiProblem.of(ProblemCode.SEARCH_UNAVAILABLE);
        }
    }
}
