package uk.gov.warwickshire.gateway.api;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.api.access.Answer;
import uk.gov.warwickshire.gateway.api.access.AnswerGate;
import uk.gov.warwickshire.gateway.api.access.Asked;
import uk.gov.warwickshire.gateway.api.access.Interaction;
import uk.gov.warwickshire.gateway.api.access.Notice;
import uk.gov.warwickshire.gateway.api.access.Question;
import uk.gov.warwickshire.gateway.api.access.Scope;
import uk.gov.warwickshire.gateway.api.answer.PreparedAnswer;
import uk.gov.warwickshire.gateway.api.document.SocialCareDocument;
import uk.gov.warwickshire.gateway.common.security.Refusal;
import uk.gov.warwickshire.gateway.common.security.RefusedException;
import uk.gov.warwickshire.gateway.store.ResourceReader;
import uk.gov.warwickshire.gateway.store.StoredResource;

/** Operations on the record of a child: the whole of what may be seen, as a list or as a document. */
@Component
public class RecordOperations {

    private final AnswerGate gate;
    private final Requests requests;
    private final TokenTypes tokens;
    private final ResourceReader resources;
    private final SocialCareDocument document;
    private final Everything everything;

    RecordOperations(
            AnswerGate gate,
            Requests requests,
            TokenTypes tokens,
            ResourceReader resources,
            SocialCareDocument document,
            Everything everything) {
        this.gate = gate;
        this.requests = requests;
        this.tokens = tokens;
        this.resources = resources;
        this.document = document;
        this.everything = everything;
    }

    /** `Patient/{id}/$everything`. */
    @Operation(name = "$everything", typeName = "Patient", idempotent = true)
    public Bundle everything(@IdParam IdType id, ServletRequestDetails request) {
        Question question = requests.question(request, Interaction.RECORD);
        EverythingRequest asked = everything.understand(request, question.caller());
        gate.admit(question);
        Held held = held(question, id);
        String child = held.childId();
        List<StoredResource> wanted = everything.wanted(asked, held.resources());
        // A page is cut from what may be seen, so that what is recorded as shown is what this page shows.
        Everything.Part part =
                everything.part(asked, asked.count().isPresent() ? seen(question, child, wanted) : wanted);
        Answer answer = answer(question, child, part.resources());
        return PreparedAnswer.ofBundle(everything.bundle(
                        request, question.caller(), asked, part, shown(part.resources(), answer), held.said(answer)))
                .asBundle();
    }

    /** `Patient/{id}/$social-care-record`. */
    @Operation(name = "$social-care-record", typeName = "Patient", idempotent = true)
    public Bundle socialCareRecord(@IdParam IdType id, ServletRequestDetails request) {
        Question question = requests.question(request, Interaction.RECORD);
        new Parameters(Requests.parameters(request)).requireOnly(Set.of());
        gate.admit(question);
        Held held = held(question, id);
        Answer answer = answer(question, held.childId(), held.resources());
        List<StoredResource> shown = shown(held.resources(), answer);
        if (shown.isEmpty() || !shown.get(0).type().equals("Patient")) {
            // Recorded already: a record is shown with its Patient or not at all.
            throw new RefusedException(Refusal.NOT_FOUND);
        }
        return PreparedAnswer.ofBundle(document.of(shown, held.said(answer), request.getFhirServerBase()))
                .asBundle();
    }

    private Held held(Question question, IdType id) {
        StoredResource patient =
                resources.current("Patient", id.getIdPart()).orElseThrow(() -> gate.notFound(question));
        List<StoredResource> all =
                resources.current(List.of(patient.childId())).getOrDefault(patient.childId(), List.of());
        // The token must allow the type, as it must for a `read`.
        Set<String> types = tokens.readable(question.caller().scopes());
        List<StoredResource> allowed =
                all.stream().filter(resource -> types.contains(resource.type())).toList();
        if (allowed.isEmpty()) {
            throw gate.notFound(question);
        }
        return new Held(patient.childId(), allowed, allowed.size() < all.size());
    }

    /**
     * The record as far as the token reaches.
     *
     * @param inPart there is more of types that it does not name: whoever reads the answer must not take it for the whole
     */
    private record Held(String childId, List<StoredResource> resources, boolean inPart) {
        Notice said(Answer answer) {
            return inPart && !answer.notice().isSaid() ? Notice.WITHHELD : answer.notice();
        }
    }

    private List<StoredResource> seen(Question question, String child, List<StoredResource> wanted) {
        Scope scope = gate.scope(question, List.of(child));
        return wanted.stream()
                .filter(resource -> resource.isDirectory()
                        ? scope.directory().contains(resource.category())
                        : scope.mayShow(child, Asked.of(resource)))
                .toList();
    }

    private Answer answer(Question question, String child, List<StoredResource> resources) {
        List<Asked> asked = resources.stream().map(Asked::of).toList();
        return gate.answer(question, Map.of(child, asked), List.of());
    }

    private static List<StoredResource> shown(List<StoredResource> record, Answer answer) {
        return record.stream()
                .filter(resource -> answer.mayShow(resource.type(), resource.id()))
                .toList();
    }
}
