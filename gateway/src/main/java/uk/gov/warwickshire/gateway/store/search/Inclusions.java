package uk.gov.warwickshire.gateway.store.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.gov.warwickshire.gateway.store.StoredResource;

/** Adds to the matches what they refer to and what refers to them, of what may be seen. */
final class Inclusions {

    static final int MAX = 1_000;
    private static final int MAX_ROUNDS = 5;

    private final JdbcTemplate jdbc;
    private final SearchParameters parameters;
    private final Visibility visibility;

    Inclusions(JdbcTemplate jdbc, SearchParameters parameters, Visibility visibility) {
        this.jdbc = jdbc;
        this.parameters = parameters;
        this.visibility = visibility;
    }

    List<StoredResource> of(SearchQuery query, List<Found> matches) {
        Map<String, Found> all = new LinkedHashMap<>();
        matches.forEach(match -> all.put(match.reference(), match));
        List<Found> last = matches;
        for (int round = 0; round < MAX_ROUNDS && !last.isEmpty(); round++) {
            boolean first = round == 0;
            List<Found> added = new ArrayList<>();
            for (Include include : query.includes()) {
                if (first || include.iterate()) {
                    keep(all, added, fetch(forward(include, last), all));
                }
            }
            for (Include include : query.reverseIncludes()) {
                if (first || include.iterate()) {
                    keep(all, added, reverse(include, last));
                }
            }
            last = added;
        }
        return all.values().stream().skip(matches.size()).map(Found::resource).toList();
    }

    private static void keep(Map<String, Found> all, List<Found> added, List<Found> found) {
        for (Found one : found) {
            if (all.putIfAbsent(one.reference(), one) == null) {
                added.add(one);
            }
        }
        if (added.size() > MAX) {
            throw new InvalidSearchException(
                    "_include", "would include more than " + MAX + " resources; ask for smaller pages with _count");
        }
    }

    private Set<String> forward(Include include, List<Found> from) {
        Set<String> references = new LinkedHashSet<>();
        List<String> prefixes = prefixes(include);
        for (Found one : from) {
            for (String token : one.tokens()) {
                prefixes.stream()
                        .filter(token::startsWith)
                        .map(prefix -> token.substring(prefix.length()))
                        .filter(reference -> include.target()
                                .map(type -> reference.startsWith(type + "/"))
                                .orElse(true))
                        .forEach(references::add);
            }
        }
        return references;
    }

    private List<String> prefixes(Include include) {
        return include.parameter().map(List::of).orElseGet(() -> parameters.of(include.source())).stream()
                .filter(parameter -> parameter.type() == ParameterType.REFERENCE)
                .map(parameter -> Tokens.referencePrefix(parameter.key()))
                .toList();
    }

    private List<Found> fetch(Set<String> references, Map<String, Found> known) {
        List<String> wanted = references.stream()
                .filter(reference -> !known.containsKey(reference))
                .toList();
        if (wanted.isEmpty()) {
            return List.of();
        }
        Sql sql = new Sql().add("select ").add(Found.COLUMNS).add("""
                         from unnest(?::text[]) w (reference)
                         join resource r on r.type = split_part(w.reference, '/', 1)
                                        and r.id = split_part(w.reference, '/', 2)
                        where\s""", wanted);
        visibility.of(sql, "r", "");
        return query(sql.add(" order by r.type, r.id"));
    }

    private List<Found> reverse(Include include, List<Found> to) {
        List<String> prefixes = prefixes(include);
        List<String> tokens = to.stream()
                .filter(one ->
                        include.target().map(one.resource().type()::equals).orElse(true))
                .map(Found::reference)
                .flatMap(reference -> prefixes.stream().map(prefix -> prefix + reference))
                .toList();
        if (tokens.isEmpty()) {
            return List.of();
        }
        Sql sql = new Sql().add("select ").add(Found.COLUMNS).add(" from resource r where ");
        CriterionSql.type(sql, "r", include.source());
        sql.add(" and r.tokens && ?::text[] and ", tokens);
        visibility.of(sql, "r", include.source());
        return query(sql.add(" order by r.id limit ?", MAX + 1));
    }

    private List<Found> query(Sql sql) {
        return jdbc.query(sql.text(), sql::bind, (row, i) -> Found.of(row, 0));
    }
}
