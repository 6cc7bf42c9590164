package uk.gov.warwickshire.gateway.api;

import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.api.access.Answer;
import uk.gov.warwickshire.gateway.api.access.AnswerGate;
import uk.gov.warwickshire.gateway.api.access.Interaction;
import uk.gov.warwickshire.gateway.api.access.Question;
import uk.gov.warwickshire.gateway.api.answer.BundleJson;
import uk.gov.warwickshire.gateway.api.answer.PreparedAnswer;
import uk.gov.warwickshire.gateway.api.page.Page;
import uk.gov.warwickshire.gateway.common.Ids;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;
import uk.gov.warwickshire.gateway.store.ResourceVersion;
import uk.gov.warwickshire.gateway.store.VersionReader;

/** `history` of one resource, the newest version first. */
@Component
class VersionHistory {

    private static final Set<String> PARAMETERS = Set.of(Parameters.COUNT, Parameters.SINCE, Parameters.PAGE);

    private final AnswerGate gate;
    private final Requests requests;
    private final VersionReader versions;
    private final PageLinks links;
    private final Ids ids;
    private final Clock clock;
    private final GatewaySettings.Api settings;

    VersionHistory(
            AnswerGate gate,
            Requests requests,
            VersionReader versions,
            PageLinks links,
            Ids ids,
            Clock clock,
            GatewaySettings settings) {
        this.gate = gate;
        this.requests = requests;
        this.versions = versions;
        this.links = links;
        this.ids = ids;
        this.clock = clock;
        this.settings = settings.api();
    }

    Bundle of(ServletRequestDetails request, IdType id) {
        Question question = requests.question(request, Interaction.HISTORY);
        Parameters asked = new Parameters(Requests.parameters(request));
        asked.requireOnly(PARAMETERS);
        gate.admit(question);
        Optional<Page> page = links.asked(request, question.caller(), asked);
        Parameters parameters = page.map(Page::parameters).map(Parameters::new).orElse(asked);
        int count = Math.max(1, parameters.count(settings.maxCount()).orElse(settings.defaultCount()));
        Instant since = parameters.since();
        long before = page.map(Page::last).map(Long::valueOf).orElse(Long.MAX_VALUE);

        List<ResourceVersion> found = versions.history(id.getResourceType(), id.getIdPart(), since, before, count + 1);
        if (found.isEmpty()
                && versions.latest(id.getResourceType(), id.getIdPart()).isEmpty()) {
            throw gate.notFound(question);
        }
        List<ResourceVersion> shown = found.subList(0, Math.min(count, found.size()));
        Answer answer = gate.answer(question, Reading.ofChild(shown), Reading.ofDirectory(shown));

        BundleJson bundle = BundleJson.of("history", ids.next(), clock.instant());
        versions.countAlike(id.getResourceType(), id.getIdPart(), since).ifPresent(bundle::total);
        bundle.link("self", request.getFhirServerBase() + "/" + request.getRequestPath());
        if (found.size() > count) {
            String last = String.valueOf(shown.get(count - 1).version());
            Page next = new Page(request.getRequestPath(), parameters.values(), List.of(), last);
            bundle.link("next", links.next(request, question.caller(), next));
        }
        shown.stream()
                .filter(version -> answer.mayShow(version.type(), version.id(), version.version()))
                .forEach(version -> add(bundle, request.getFhirServerBase(), version));
        return PreparedAnswer.ofBundle(bundle.pieces()).asBundle();
    }

    private static void add(BundleJson bundle, String base, ResourceVersion version) {
        String reference = version.reference();
        String fullUrl = base + "/" + reference;
        version.content()
                .ifPresentOrElse(
                        json -> bundle.versionEntry(fullUrl, json, reference, version.version(), version.lastUpdated()),
                        () -> bundle.deletedEntry(fullUrl, reference, version.version(), version.lastUpdated()));
    }
}
