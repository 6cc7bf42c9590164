package uk.gov.warwickshire.gateway.api;

import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.api.access.Notice;
import uk.gov.warwickshire.gateway.api.answer.BundleJson;
import uk.gov.warwickshire.gateway.api.page.Page;
import uk.gov.warwickshire.gateway.api.problem.ApiProblem;
import uk.gov.warwickshire.gateway.api.problem.ProblemCode;
import uk.gov.warwickshire.gateway.common.Ids;
import uk.gov.warwickshire.gateway.common.security.Caller;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;
import uk.gov.warwickshire.gateway.store.StoredResource;
import uk.gov.warwickshire.gateway.store.search.ServedTypes;

/** What `$everything` takes and gives. All in one Bundle, unless the caller asks for pages by `_count`. */
@Component
class Everything {

    static final String TYPE = "_type";

    /** What is served of the operation's parameters. */
    static final Set<String> PARAMETERS = Set.of(TYPE, Parameters.SINCE, Parameters.COUNT, Parameters.PAGE);

    private final PageLinks links;
    private final NoticeEntry notices;
    private final Ids ids;
    private final Clock clock;
    private final int maxCount;

    Everything(PageLinks links, NoticeEntry notices, Ids ids, Clock clock, GatewaySettings settings) {
        this.links = links;
        this.notices = notices;
        this.ids = ids;
        this.clock = clock;
        this.maxCount = settings.api().maxCount();
    }

    EverythingRequest understand(ServletRequestDetails request, Caller caller) {
        Parameters asked = new Parameters(Requests.parameters(request));
        asked.requireOnly(PARAMETERS);
        Optional<Page> page = links.asked(request, caller, asked);
        Parameters parameters = page.map(Page::parameters).map(Parameters::new).orElse(asked);
        int skipped = page.map(Page::last).map(Integer::valueOf).orElse(0);
        return new EverythingRequest(
                parameters,
                types(parameters),
                parameters.since(),
                parameters.count(maxCount).map(count -> Math.max(1, count)),
                skipped);
    }

    List<byte[]> bundle(
            ServletRequestDetails request,
            Caller caller,
            EverythingRequest asked,
            List<StoredResource> record,
            Notice notice) {
        List<StoredResource> wanted = record.stream()
                .filter(r -> asked.types().isEmpty() || asked.types().contains(r.type()))
                .filter(r -> !r.lastUpdated().isBefore(asked.since()))
                .toList();
        int from = Math.min(asked.skipped(), wanted.size());
        int to = asked.count()
                .map(count -> Math.min(from + count, wanted.size()))
                .orElse(wanted.size());
        BundleJson bundle = BundleJson.of("searchset", ids.next(), clock.instant())
                .total(wanted.size())
                .link("self", request.getFhirServerBase() + "/" + request.getRequestPath());
        if (to < wanted.size()) {
            Page next = new Page(request.getRequestPath(), asked.parameters().values(), List.of(), String.valueOf(to));
            bundle.link("next", links.next(request, caller, next));
        }
        wanted.subList(from, to)
                .forEach(r -> bundle.searchEntry(
                        request.getFhirServerBase() + "/" + r.reference(),
                        r.content(),
                        r.type().equals("Patient") ? "match" : "include"));
        notices.addTo(bundle, notice);
        return bundle.pieces();
    }

    private static Set<String> types(Parameters parameters) {
        Set<String> types = parameters
                .single(TYPE)
                .map(text ->
                        Set.copyOf(List.of(text.split(",")).stream().distinct().toList()))
                .orElse(Set.of());
        if (!ServedTypes.ALL.containsAll(types)) {
            throw ApiProblem.ofParameter(ProblemCode.INVALID_PARAMETER, TYPE, "It names types that are served.");
        }
        return types;
    }
}
