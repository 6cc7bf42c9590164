package uk.gov.warwickshire.gateway.api;

import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.api.access.Answer;
import uk.gov.warwickshire.gateway.api.access.AnswerGate;
import uk.gov.warwickshire.gateway.api.access.Asked;
import uk.gov.warwickshire.gateway.api.access.Interaction;
import uk.gov.warwickshire.gateway.api.access.Question;
import uk.gov.warwickshire.gateway.api.answer.PreparedAnswer;
import uk.gov.warwickshire.gateway.api.page.Page;
import uk.gov.warwickshire.gateway.api.problem.ApiProblem;
import uk.gov.warwickshire.gateway.api.problem.NothingShown;
import uk.gov.warwickshire.gateway.api.problem.ProblemCode;
import uk.gov.warwickshire.gateway.common.security.Refusal;
import uk.gov.warwickshire.gateway.common.security.RefusedException;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;
import uk.gov.warwickshire.gateway.store.StoredResource;
import uk.gov.warwickshire.gateway.store.search.Children;
import uk.gov.warwickshire.gateway.store.search.Continuation;
import uk.gov.warwickshire.gateway.store.search.InvalidSearchException;
import uk.gov.warwickshire.gateway.store.search.ResourceSearch;
import uk.gov.warwickshire.gateway.store.search.SearchPage;
import uk.gov.warwickshire.gateway.store.search.SearchQuery;
import uk.gov.warwickshire.gateway.store.search.SearchQuery.About;
import uk.gov.warwickshire.gateway.store.search.SearchScope;

/** `search-type` of any type: children first, then what may be seen of them, then the search in that alone. */
@Component
class Searching {

    /** A description that fits more children than this is too wide to be a search for one. */
    private static final int MOST_CHILDREN = 100;

    private final AnswerGate gate;
    private final Requests requests;
    private final SearchRequests queries;
    private final ResourceSearch search;
    private final Visibility visibility;
    private final TokenTypes tokens;
    private final TextCriteria texts;
    private final PageLinks links;
    private final SearchSet searchSet;
    private final GatewaySettings.Api settings;

    Searching(
            AnswerGate gate,
            Requests requests,
            SearchRequests queries,
            ResourceSearch search,
            Visibility visibility,
            TokenTypes tokens,
            TextCriteria texts,
            PageLinks links,
            SearchSet searchSet,
            GatewaySettings settings) {
        this.gate = gate;
        this.requests = requests;
        this.queries = queries;
        this.search = search;
        this.visibility = visibility;
        this.tokens = tokens;
        this.texts = texts;
        this.links = links;
        this.searchSet = searchSet;
        this.settings = settings.api();
    }

    Bundle search(ServletRequestDetails request) {
        Question question = requests.question(request, Interaction.SEARCH);
        gate.admit(question);
        Parameters asked = new Parameters(Requests.parameters(request));
        Optional<Page> page = links.asked(request, question.caller(), asked);
        Parameters parameters = page.map(Page::parameters).map(Parameters::new).orElse(asked);
        SearchQuery query = sized(queries.parse(request, parameters), SearchRequests.isCount(request));
        requireOneForAnOverride(question, query);

        Set<String> types = tokens.seen(question.caller().scopes());
        requireScopes(question, query, types);

        List<String> children = children(query);
        SearchPage found = found(
                request,
                texts.added(query, parameters, children),
                visibility.of(gate.scope(question, children), types),
                page.map(p -> new Continuation(p.sortValues(), p.last())));
        List<StoredResource> included = found.included().stream()
                .filter(resource -> types.contains(resource.type()))
                .toList();
        Answer answer = answer(question, children, found.matches(), included);
        if (answer.cleared().isEmpty() && query.about() != About.DIRECTORY) {
            NothingShown.settle(request.getServletRequest());
        }

        Optional<String> next = found.next()
                .map(from -> new Page(
                        request.getRequestPath(),
                        // What was ignored once is so on every page, whatever is preferred there.
                        parameters.without(query.ignored()).values(),
                        from.sortValues(),
                        from.lastId()))
                .map(following -> links.next(request, question.caller(), following));
        return PreparedAnswer.ofBundle(searchSet.of(request, parameters, query, found, included, answer, next))
                .asBundle();
    }

    /** Without the scope there would be none of them, which reads as if none were held. */
    private void requireScopes(Question question, SearchQuery query, Set<String> types) {
        if (!types.containsAll(query.typesLookedInto())) {
            gate.refused(question, Refusal.SCOPE_MISSING.code());
            throw new RefusedException(Refusal.SCOPE_MISSING);
        }
    }

    private SearchPage found(
            ServletRequestDetails request, SearchQuery query, SearchScope scope, Optional<Continuation> from) {
        try {
            return search.search(query, scope, from);
        } catch (InvalidSearchException tooMuch) {
            throw queries.problem(request, tooMuch);
        }
    }

    private SearchQuery sized(SearchQuery query, boolean countOnly) {
        int wanted = query.count().orElse(settings.defaultCount());
        SearchQuery sized = query.withCount(countOnly ? 0 : Math.min(wanted, settings.maxCount()));
        if (sized.about() == About.ANYONE || (sized.about() == About.DIRECTORY && sized.looksIntoRecords())) {
            throw ApiProblem.of(ProblemCode.PATIENT_REQUIRED, "Name the patient: " + SearchRequests.PATIENT_CRITERIA);
        }
        return sized;
    }

    /** Not by how many are found: whether there are others would be learned from it. */
    private static void requireOneForAnOverride(Question question, SearchQuery query) {
        boolean overrides = question.caller().breakGlassReason().isPresent();
        if (overrides && query.about() != About.DIRECTORY && !query.namesOnePatient()) {
            throw ApiProblem.of(ProblemCode.BREAK_GLASS_ONE_CHILD);
        }
    }

    private List<String> children(SearchQuery query) {
        if (query.about() == About.DIRECTORY) {
            return List.of();
        }
        Children children = search.children(query, MOST_CHILDREN);
        if (children.more()) {
            throw ApiProblem.of(ProblemCode.TOO_WIDE);
        }
        return children.ids();
    }

    private Answer answer(
            Question question,
            Collection<String> children,
            List<StoredResource> matches,
            List<StoredResource> included) {
        Map<String, List<Asked>> asked = new LinkedHashMap<>();
        children.forEach(child -> asked.put(child, new ArrayList<>()));
        Stream.concat(matches.stream(), included.stream())
                .filter(resource -> !resource.isDirectory())
                .forEach(resource -> asked.computeIfAbsent(resource.childId(), child -> new ArrayList<>())
                        .add(Asked.of(resource)));
        List<Asked> directory = Stream.concat(matches.stream(), included.stream())
                .filter(StoredResource::isDirectory)
                .map(Asked::of)
                .toList();
        return gate.answer(question, asked, directory);
    }
}
