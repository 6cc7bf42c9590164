package uk.gov.warwickshire.gateway.store.search;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the parameters of a search, strictly: what is not understood is an error, not ignored. Safe for many threads. */
public final class SearchQueryParser {

    /** `Prefer: handling`. */
    public enum Handling {
        STRICT,
        /** Unknown parameters are ignored and said to be; malformed values are errors all the same. */
        LENIENT
    }

    static final int MAX_VALUE_LENGTH = 4_000;
    static final int MAX_PARAMETERS = 50;

    /** Concern how the answer is written, not what is found. */
    private static final Set<String> PRESENTATION = Set.of("_format", "_pretty", "_summary", "_elements");

    private final SearchParameters parameters;
    private final CriterionParser criteria;

    /** @param serverBase the address of the API, without a slash at the end: references to it are our own */
    public SearchQueryParser(SearchParameters parameters, String serverBase) {
        this(parameters, serverBase, Clock.systemUTC());
    }

    /** @param clock what `ap` is near to depends on the time */
    public SearchQueryParser(SearchParameters parameters, String serverBase, Clock clock) {
        this.parameters = parameters;
        this.criteria = new CriterionParser(parameters, serverBase, clock);
    }

    /** As {@link #parse(String, Map, Handling)}, strictly. */
    public SearchQuery parse(String type, Map<String, List<String>> asked) {
        return parse(type, asked, Handling.STRICT);
    }

    /**
     * @param asked decoded parameters, each with its values in order; those without a value are ignored (R4 http 3.1.0)
     * @throws InvalidSearchException for the first parameter that cannot be answered
     */
    public SearchQuery parse(String type, Map<String, List<String>> asked, Handling handling) {
        if (!parameters.serves(type)) {
            throw new InvalidSearchException("type", "this type of resource is not served");
        }
        ResultParameters result = new ResultParameters(parameters, type);
        List<Criterion> found = new ArrayList<>();
        List<String> ignored = new ArrayList<>();
        int count = 0;
        for (Map.Entry<String, List<String>> entry : asked.entrySet()) {
            for (String value : entry.getValue()) {
                if (PRESENTATION.contains(entry.getKey()) || value.isEmpty()) {
                    continue;
                }
                check(entry.getKey(), value, ++count);
                if (result.take(entry.getKey(), value)) {
                    continue;
                }
                Optional<Criterion> criterion = criteria.parse(type, entry.getKey(), value);
                if (criterion.isEmpty() && handling == Handling.STRICT) {
                    throw new InvalidSearchException(
                            entry.getKey(), "unknown parameter of " + type + "; see the CapabilityStatement");
                }
                criterion.ifPresentOrElse(found::add, () -> ignored.add(entry.getKey()));
            }
        }
        return result.query(found, ignored);
    }

    private static void check(String name, String value, int count) {
        if (count > MAX_PARAMETERS) {
            throw new InvalidSearchException(name, "more than " + MAX_PARAMETERS + " parameters; ask for less");
        }
        if (value.length() > MAX_VALUE_LENGTH || name.length() > MAX_VALUE_LENGTH) {
            throw new InvalidSearchException(name, "longer than " + MAX_VALUE_LENGTH + " characters; shorten it");
        }
        if (value.codePoints().anyMatch(SearchQueryParser::isForbidden)) {
            throw new InvalidSearchException(name, "has a character that is not allowed; remove it");
        }
    }

    /** A lone surrogate, unlike a pair, is a code point of its own; the database takes neither it nor NUL. */
    private static boolean isForbidden(int c) {
        return Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE;
    }
}
