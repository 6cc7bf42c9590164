package uk.gov.warwickshire.gateway.api;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
import uk.gov.warwickshire.gateway.api.answer.BundleJson;
import uk.gov.warwickshire.gateway.api.answer.PreparedAnswer;
import uk.gov.warwickshire.gateway.api.problem.ApiProblem;
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
        if (patient == null) {
            throw ApiProblem.ofParameter(ProblemCode.INVALID_PARAMETER, "resource", "It is a Patient.");
        }
        int wanted = count == null || count.getValue() == null ? MOST : Math.max(1, Math.min(count.getValue(), MOST));
        List<PersonMatch> found = found(patient, onlyCertain != null && onlyCertain.booleanValue());
        Map<String, List<Asked>> asked = found.stream()
                .collect(Collectors.toMap(
                        match -> match.patient().childId(), match -> List.of(Asked.of(match.patient())), (a, b) -> a));
        Answer answer = gate.answer(question, asked, List.of());
        List<PersonMatch> shown = found.stream()
                .filter(match -> answer.mayShow("Patient", match.patient().id()))
                .limit(wanted)
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

    private List<PersonMatch> found(Patient patient, boolean onlyCertain) {
        Demographics sought =
                DemographicsReader.of(json.readTree(context.newJsonParser().encodeResourceToString(patient)));
        if (sought.isTooLittle()) {
            throw ApiProblem.ofParameter(
                    ProblemCode.INVALID_PARAMETER, "resource", "It has an NHS number, a family name or a birth date.");
        }
        try {
            return persons.match(sought, Integer.MAX_VALUE, onlyCertain);
        } catch (FullTextIndex.UnavailableException e) {
            throw ApiProblem.of(ProblemCode.SEARCH_UNAVAILABLE);
        }
    }
}
