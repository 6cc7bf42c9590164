package uk.gov.warwickshire.gateway.api;

import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.api.access.AnswerGate;
import uk.gov.warwickshire.gateway.api.access.Asked;
import uk.gov.warwickshire.gateway.api.access.Interaction;
import uk.gov.warwickshire.gateway.api.access.Question;
import uk.gov.warwickshire.gateway.api.answer.PreparedAnswer;
import uk.gov.warwickshire.gateway.api.problem.ApiProblem;
import uk.gov.warwickshire.gateway.api.problem.ProblemCode;
import uk.gov.warwickshire.gateway.store.ResourceVersion;
import uk.gov.warwickshire.gateway.store.VersionReader;

/** `read` and `vread` of any type. */
@Component
class Reading {

    private final AnswerGate gate;
    private final Requests requests;
    private final VersionReader versions;

    Reading(AnswerGate gate, Requests requests, VersionReader versions) {
        this.gate = gate;
        this.requests = requests;
        this.versions = versions;
    }

    IBaseResource read(ServletRequestDetails request, IdType id) {
        boolean ofVersion = id.hasVersionIdPart();
        Question question = requests.question(request, ofVersion ? Interaction.VREAD : Interaction.READ);
        gate.admit(question);
        ResourceVersion found = (ofVersion
                        ? number(id).flatMap(number -> versions.version(id.getResourceType(), id.getIdPart(), number))
                        : versions.latest(id.getResourceType(), id.getIdPart()))
                .orElseThrow(() -> gate.notFound(question));
        // Throws unless the resource itself may be shown.
        gate.answer(question, ofChild(List.of(found)), ofDirectory(List.of(found)));
        return found.content()
                .map(json -> PreparedAnswer.ofResource(json, found.version(), found.lastUpdated())
                        .asResource())
                .orElseThrow(() -> ApiProblem.recorded(ProblemCode.DELETED));
    }

    static Map<String, List<Asked>> ofChild(List<ResourceVersion> versions) {
        return versions.isEmpty() || versions.get(0).isOfTheDirectory()
                ? Map.of()
                : Map.of(versions.get(0).childId(), asked(versions));
    }

    static List<Asked> ofDirectory(List<ResourceVersion> versions) {
        return versions.isEmpty() || !versions.get(0).isOfTheDirectory() ? List.of() : asked(versions);
    }

    private static List<Asked> asked(List<ResourceVersion> versions) {
        return versions.stream()
                .map(v -> new Asked(v.type(), v.id(), v.version(), v.category(), v.aboutPerson()))
                .toList();
    }

    private static Optional<Long> number(IdType id) {
        String version = id.getVersionIdPart();
        return version.matches("[1-9][0-9]{0,8}") ? Optional.of(Long.valueOf(version)) : Optional.empty();
    }
}
