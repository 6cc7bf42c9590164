package uk.gov.warwickshire.gateway.ops;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a query asks for and what a scrape offers: as much of PromQL as the dashboards use. */
final class PromQl {

    private static final Pattern METRIC = Pattern.compile("\\b([a-z][a-z0-9]*(?:_[a-z0-9]+)+|up)\\b(\\{[^}]*})?");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)(=~|!=|=)\"");
    private static final Pattern GROUPS = Pattern.compile("\\b(?:by|without) \\(([^)]*)\\)");
    private static final Pattern SAMPLE = Pattern.compile("^([a-z_0-9]+)(?:\\{(.*)})? \\S+$", Pattern.MULTILINE);

    private PromQl() {}

    /** Metric names of a query, each with every label that the query names. */
    static Map<String, Set<String>> asked(String query) {
        Set<String> groups = GROUPS.matcher(query)
                .results()
                .flatMap(found -> Arrays.stream(found.group(1).split(",")).map(String::strip))
                .collect(Collectors.toCollection(TreeSet::new));
        String bare = GROUPS.matcher(query).replaceAll("");
        Map<String, Set<String>> asked = new TreeMap<>();
        METRIC.matcher(bare).results().forEach(found -> {
            Set<String> labels = asked.computeIfAbsent(found.group(1), name -> new TreeSet<>(groups));
            if (found.group(2) != null) {
                LABEL.matcher(found.group(2))
                        .results()
                        .map(label -> label.group(1))
                        .forEach(labels::add);
            }
        });
        return asked;
    }

    /** Metric names of a scrape with the labels that any sample has, and those that Prometheus adds itself. */
    static Map<String, Set<String>> offered(String scrape) {
        Map<String, Set<String>> offered = new TreeMap<>();
        Matcher samples = SAMPLE.matcher(scrape);
        for (MatchResult sample : samples.results().toList()) {
            Set<String> labels =
                    offered.computeIfAbsent(sample.group(1), name -> new TreeSet<>(Set.of("instance", "job")));
            if (sample.group(2) != null) {
                LABEL.matcher(sample.group(2))
                        .results()
                        .map(label -> label.group(1))
                        .forEach(labels::add);
            }
        }
        offered.put("up", Set.of("instance", "job"));
        return offered;
    }

    /** What of the queries the scrape has not. */
    static List<String> missing(List<String> queries, Map<String, Set<String>> offered) {
        return queries.stream()
                .flatMap(query -> asked(query).entrySet().stream()
                        .filter(asked ->
                                !offered.getOrDefault(asked.getKey(), Set.of()).containsAll(asked.getValue()))
                        .map(asked -> asked + " of: " + query))
                .distinct()
                .toList();
    }
}
