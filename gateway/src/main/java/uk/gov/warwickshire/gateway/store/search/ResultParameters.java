package uk.gov.warwickshire.gateway.store.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Gathers the parameters of one search that say what comes back, in which order and how much of it. */
final class ResultParameters {

    private static final int MAX_KEYS = 5;
    private static final int MAX_INCLUDES = 20;

    private final SearchParameters parameters;
    private final String type;
    private final List<SortKey> sort = new ArrayList<>();
    private final List<Include> includes = new ArrayList<>();
    private final List<Include> reverseIncludes = new ArrayList<>();
    private OptionalInt count = OptionalInt.empty();
    private SearchQuery.Total total = SearchQuery.Total.ACCURATE;

    ResultParameters(SearchParameters parameters, String type) {
        this.parameters = parameters;
        this.type = type;
    }

    /** @return whether it is one of these */
    boolean take(String name, String value) {
        switch (name) {
            case "_sort" -> Escapes.split(value, ',').forEach(key -> sort.add(key(key)));
            case "_count" -> count = OptionalInt.of(number(name, value));
            case "_total" -> total = total(value);
            case "_include" -> includes.add(include(name, value, false));
            case "_include:iterate", "_include:recurse" -> includes.add(include(name, value, true));
            case "_revinclude" -> reverseIncludes.add(reverse(name, value, false));
            case "_revinclude:iterate", "_revinclude:recurse" -> reverseIncludes.add(reverse(name, value, true));
            default -> {
                return false;
            }
        }
        if (sort.size() > MAX_KEYS || includes.size() + reverseIncludes.size() > MAX_INCLUDES) {
            throw new InvalidSearchException(name, "too many of it; ask for fewer");
        }
        return true;
    }

    SearchQuery query(List<Criterion> criteria, List<String> ignored) {
        return new SearchQuery(type, criteria, sort, count, total, includes, reverseIncludes, ignored);
    }

    private SortKey key(String key) {
        boolean descending = key.startsWith("-");
        String code = descending ? key.substring(1) : key;
        SortKey.By by =
                switch (code) {
                    case "_id" -> new SortKey.By.Id();
                    case "_lastUpdated" -> new SortKey.By.LastUpdated();
                    default ->
                        new SortKey.By.Parameter(parameters
                                .find(type, code)
                                .orElseThrow(() -> new InvalidSearchException(
                                        "_sort",
                                        "sorts by a search parameter of " + type + ", with - before it downwards")));
                };
        return new SortKey(by, descending);
    }

    private static int number(String name, String value) {
        if (!value.matches("\\d{1,7}")) {
            throw new InvalidSearchException(name, "expected a whole number from 0");
        }
        return Integer.parseInt(value);
    }

    private static SearchQuery.Total total(String value) {
        return switch (value) {
            case "none" -> SearchQuery.Total.NONE;
            case "estimate", "accurate" -> SearchQuery.Total.ACCURATE;
            default -> throw new InvalidSearchException("_total", "expected none, estimate or accurate");
        };
    }

    private Include include(String name, String value, boolean iterate) {
        if (value.equals("*")) {
            return new Include(type, Optional.empty(), Optional.empty(), iterate);
        }
        String[] parts = value.split(":", -1);
        if (parts.length < 2 || parts.length > 3 || !parameters.serves(parts[0])) {
            throw new InvalidSearchException(
                    name, "expected Type:parameter or Type:parameter:Target, of a type served");
        }
        Optional<SearchParameterDefinition> parameter =
                parts[1].equals("*") ? Optional.empty() : Optional.of(reference(name, parts[0], parts[1]));
        Optional<String> target = parts.length == 3 ? Optional.of(parts[2]) : Optional.empty();
        if (target.isPresent() && !parameter.map(p -> p.mayPointTo(parts[2])).orElse(true)) {
            throw new InvalidSearchException(name, "this reference does not point to the type after the last colon");
        }
        return new Include(parts[0], parameter, target, iterate);
    }

    private Include reverse(String name, String value, boolean iterate) {
        Include include = include(name, value, iterate);
        boolean pointsHere = include.parameter().map(p -> p.mayPointTo(type)).orElse(true);
        if (value.equals("*") || (!pointsHere && !iterate)) {
            throw new InvalidSearchException(name, "expected Type:parameter of a reference that may point to " + type);
        }
        return include;
    }

    private SearchParameterDefinition reference(String name, String source, String code) {
        return parameters
                .find(source, code)
                .filter(found -> found.type() == ParameterType.REFERENCE)
                .orElseThrow(() -> new InvalidSearchException(name, "names no reference parameter of " + source));
    }
}
