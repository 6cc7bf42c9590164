package uk.gov.warwickshire.gateway.api;

import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.api.access.Answer;
import uk.gov.warwickshire.gateway.api.answer.BundleJson;
import uk.gov.warwickshire.gateway.api.answer.Format;
import uk.gov.warwickshire.gateway.common.Ids;
import uk.gov.warwickshire.gateway.store.StoredResource;
import uk.gov.warwickshire.gateway.store.search.SearchPage;
import uk.gov.warwickshire.gateway.store.search.SearchQuery;

/** The Bundle of a search, with nothing in it that the answer does not name. */
@Component
class SearchSet {

    private final SelfLinks selfLinks;
    private final NoticeEntry notices;
    private final Ids ids;
    private final Clock clock;

    SearchSet(SelfLinks selfLinks, NoticeEntry notices, Ids ids, Clock clock) {
        this.selfLinks = selfLinks;
        this.notices = notices;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param next link to the next page */
    List<byte[]> of(
            ServletRequestDetails request,
            Parameters asked,
            SearchQuery query,
            SearchPage found,
            List<StoredResource> included,
            Answer answer,
            Optional<String> next) {
        String base = request.getFhirServerBase();
        BundleJson bundle = BundleJson.of("searchset", ids.next(), clock.instant());
        found.total().ifPresent(bundle::total);
        bundle.link("self", selfLinks.of(base, query, asked, Format.ofLink(request)));
        next.ifPresent(url -> bundle.link("next", url));
        add(bundle, base, found.matches(), answer, "match");
        add(bundle, base, included, answer, "include");
        notices.addTo(bundle, answer.notice());
        return bundle.pieces();
    }

    private static void add(
            BundleJson bundle, String base, List<StoredResource> resources, Answer answer, String mode) {
        resources.stream()
                .filter(resource -> answer.mayShow(resource.type(), resource.id()))
                .forEach(resource -> bundle.searchEntry(base + "/" + resource.reference(), resource.content(), mode));
    }
}
