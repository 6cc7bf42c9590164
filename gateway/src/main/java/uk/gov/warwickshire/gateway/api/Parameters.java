package uk.gov.warwickshire.gateway.api;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import uk.gov.warwickshire.gateway.api.answer.Format;
import uk.gov.warwickshire.gateway.api.problem.ApiProblem;
import uk.gov.warwickshire.gateway.api.problem.ProblemCode;
import uk.gov.warwickshire.gateway.store.search.DateRange;

/** The parameters of a request without those that only say how the answer is to look. */
record Parameters(Map<String, List<String>> values) {

    /** Names a page, and then stands alone. */
    static final String PAGE = "_page";

    static final String COUNT = "_count";
    static final String SINCE = "_since";

    Parameters {
        values = values.entrySet().stream()
                .filter(entry -> !Format.PARAMETERS.contains(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
    }

    /** Without those named. */
    Parameters without(Collection<String> names) {
        Map<String, List<String>> others = new TreeMap<>(values);
        others.keySet().removeAll(names);
        return new Parameters(others);
    }

    /** Empty for a request that begins. */
    Optional<String> page() {
        Optional<String> page = single(PAGE);
        if (page.isPresent() && values.size() > 1) {
            throw ApiProblem.ofParameter(ProblemCode.INVALID_PARAMETER, PAGE, "It stands alone.");
        }
        return page;
    }

    /** @throws ApiProblem for any other parameter */
    void requireOnly(Set<String> known) {
        values.keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw ApiProblem.ofParameter(ProblemCode.UNKNOWN_PARAMETER, name);
                });
    }

    Optional<String> single(String name) {
        List<String> found = values.getOrDefault(name, List.of());
        if (found.size() > 1) {
            throw ApiProblem.ofParameter(ProblemCode.INVALID_PARAMETER, name, "It may occur once.");
        }
        return found.stream().findFirst();
    }

    /** `_count`, at most `max`. */
    Optional<Integer> count(int max) {
        return single(COUNT).map(text -> {
            if (!text.matches("[0-9]{1,9}")) {
                throw ApiProblem.ofParameter(ProblemCode.INVALID_PARAMETER, COUNT, "It is a number.");
            }
            return Math.min(Integer.parseInt(text), max);
        });
    }

    /** `_since`; the beginning of time where it is not said. */
    Instant since() {
        return single(SINCE)
                .map(text -> DateRange.parse(text)
                        .orElseThrow(() -> ApiProblem.ofParameter(
                                ProblemCode.INVALID_PARAMETER, SINCE, "It is a date or a date with a time."))
                        .low())
                .orElse(Instant.EPOCH);
    }
}
