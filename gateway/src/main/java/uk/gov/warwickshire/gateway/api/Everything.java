package uk.gov.warwickshire.gateway.api;

import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.time.Clock;
import java.util.Comparator;
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
        return new EverythingRequest(
                parameters,
                types(parameters),
                parameters.since(),
                parameters.count(maxCount).map(count -> Math.max(1, count)),
                page.map(Page::last));
    }

    /** What is asked for of the record, in an order that depends on nothing but the resource. */
    List<StoredResource> wanted(EverythingRequest asked, List<StoredResource> record) {
        return record.stream()
                .filter(r -> asked.types().isEmpty() || asked.types().contains(r.type()))
                .filter(r -> !r.lastUpdated().isBefore(asked.since()))
                .sorted(Comparator.comparing(Everything::place))
                .toList();
    }

    /** The page that is asked for of what may be seen. It neither repeats nor skips what stays, whatever else changes. */
    Part part(EverythingRequest asked, List<StoredResource> seen) {
        List<StoredResource> rest = seen.stream()
                .filter(r ->
                        asked.after().map(last -> place(r).compareTo(last) > 0).orElse(true))
                .toList();
        int size = Math.min(asked.count().orElse(rest.size()), rest.size());
        return new Part(rest.subList(0, size), seen.size(), size < rest.size());
    }

    /** The Patient, then the child's own, then who works for the child. */
    private static String place(StoredResource resource) {
        String group = resource.isDirectory() ? "3" : resource.type().equals("Patient") ? "1" : "2";
        return group + resource.reference();
    }

    /** @param shown what may be shown of the part */
    List<byte[]> bundle(
            ServletRequestDetails request,
            Caller caller,
            EverythingRequest asked,
            Part part,
            List<StoredResource> shown,
            Notice notice) {
        BundleJson bundle = BundleJson.of("searchset", ids.next(), clock.instant())
                .total(part.more() || asked.after().isPresent() ? part.total() : shown.size())
                .link("self", request.getFhirServerBase() + "/" + request.getRequestPath());
        if (part.more()) {
            String last = place(part.resources().get(part.resources().size() - 1));
            Page next = new Page(request.getRequestPath(), asked.parameters().values(), List.of(), last);
            bundle.link("next", links.next(request, caller, next));
        }
        shown.forEach(r -> bundle.searchEntry(
                request.getFhirServerBase() + "/" + r.reference(),
                r.content(),
                r.type().equals("Patient") ? "match" : "include"));
        notices.addTo(bundle, notice);
        return bundle.pieces();
    }

    /**
     * A page of a record.
     *
     * @param total of all pages
     */
    record Part(List<StoredResource> resources, int total, boolean more) {
        Part {
            resources = List.copyOf(resources);
        }
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
