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
import uk.gov.warwickshire.gateway.api.access.Question;
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
        List<StoredResource> record = record(question, id);
        Answer answer = answer(question, record);
        List<StoredResource> shown = shown(record, answer);
        return PreparedAnswer.ofBundle(everything.bundle(request, question.caller(), asked, shown, answer.notice()))
                .asBundle();
    }

    /** `Patient/{id}/$social-care-record`. */
    @Operation(name = "$social-care-record", typeName = "Patient", idempotent = true)
    public Bundle socialCareRecord(@IdParam IdType id, ServletRequestDetails request) {
        Question question = requests.question(request, Interaction.RECORD);
        new Parameters(Requests.parameters(request)).requireOnly(Set.of());
        gate.admit(question);
        List<StoredResource> record = record(question, id);
        Answer answer = answer(question, record);
        List<StoredResource> shown = shown(record, answer);
        if (shown.isEmpty() || !shown.get(0).type().equals("Patient")) {
            // Recorded already: a record is shown with its Patient or not at all.
            throw new RefusedException(Refusal.NOT_FOUND);
        }
        return PreparedAnswer.ofBundle(document.of(shown, answer.notice(), request.getFhirServerBase()))
                .asBundle();
    }

    private List<StoredResource> record(Question question, IdType id) {
        StoredResource patient =
                resources.current("Patient", id.getIdPart()).orElseThrow(() -> gate.notFound(question));
        // The token must allow the type, as it must for a `read`.
        Set<String> types = tokens.readable(question.caller().scopes());
        return resources.current(List.of(patient.childId())).getOrDefault(patient.childId(), List.of()).stream()
                .filter(resource -> types.contains(resource.type()))
                .toList();
    }

    private Answer answer(Question question, List<StoredResource> record) {
        if (record.isEmpty()) {
            throw gate.notFound(question);
        }
        List<Asked> asked = record.stream().map(Asked::of).toList();
        return gate.answer(question, Map.of(record.get(0).childId(), asked), List.of());
    }

    private static List<StoredResource> shown(List<StoredResource> record, Answer answer) {
        return record.stream()
                .filter(resource -> answer.mayShow(resource.type(), resource.id()))
                .toList();
    }
}
