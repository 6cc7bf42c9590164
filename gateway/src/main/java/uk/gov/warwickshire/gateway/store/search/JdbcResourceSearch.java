package uk.gov.warwickshire.gateway.store.search;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** One statement for a page, one for its total where it has several pages, one for each kind of inclusion. */
@Component
class JdbcResourceSearch implements ResourceSearch {

    private final JdbcTemplate jdbc;
    private final SearchParameters parameters;

    JdbcResourceSearch(JdbcTemplate jdbc, SearchParameters parameters) {
        this.jdbc = jdbc;
        this.parameters = parameters;
    }

    @Override
    public Children children(SearchQuery query, int limit) {
        return switch (query.about()) {
            case DIRECTORY -> new Children(List.of(), false);
            case ANYONE -> throw new IllegalArgumentException("a search about nobody in particular");
            case PATIENTS, DEMOGRAPHICS -> children(ChildrenSql.of(query, limit + 1), limit);
        };
    }

    private Children children(Sql sql, int limit) {
        List<String> found = jdbc.query(sql.text(), sql::bind, (row, i) -> row.getString("child_id"));
        return new Children(found.subList(0, Math.min(limit, found.size())), found.size() > limit);
    }

    @Override
    public SearchPage search(SearchQuery query, SearchScope scope, Optional<Continuation> from) {
        int count = query.count().orElseThrow();
        Visibility visibility = Visibility.Scoped.of(scope);
        List<Found> found = count == 0 ? List.of() : page(query, visibility, from, count + 1);
        boolean more = found.size() > count;
        List<Found> matches = found.subList(0, Math.min(count, found.size()));
        Inclusions inclusions = new Inclusions(jdbc, parameters, visibility);
        return new SearchPage(
                matches.stream().map(Found::resource).toList(),
                inclusions.of(query, matches),
                total(query, visibility, from.isPresent() || more || count == 0, matches.size()),
                more ? Optional.of(continuation(matches)) : Optional.empty());
    }

    private List<Found> page(SearchQuery query, Visibility visibility, Optional<Continuation> from, int limit) {
        Sql sql = pageSql(query, visibility, from, limit);
        int keys = query.sort().size();
        return jdbc.query(sql.text(), sql::bind, (row, i) -> Found.of(row, keys));
    }

    static Sql pageSql(SearchQuery query, Visibility visibility, Optional<Continuation> from, int limit) {
        SortSql sort = new SortSql(query.sort());
        Sql sql = new Sql().add("select q.* from (select ").add(Found.COLUMNS);
        sort.columns(sql);
        matching(sql, query, visibility);
        sql.add(") q");
        from.ifPresent(last -> sort.after(sql, last));
        sort.order(sql);
        return sql.add(" limit ?", limit);
    }

    private OptionalLong total(SearchQuery query, Visibility visibility, boolean unknown, int onThisPage) {
        if (query.total() == SearchQuery.Total.NONE && query.count().orElse(1) > 0) {
            return OptionalLong.empty();
        }
        if (!unknown) {
            return OptionalLong.of(onThisPage);
        }
        Sql sql = new Sql().add("select count(*) as total");
        matching(sql, query, visibility);
        return OptionalLong.of(jdbc.query(sql.text(), sql::bind, (row, i) -> row.getLong("total"))
                .get(0));
    }

    private static void matching(Sql sql, SearchQuery query, Visibility visibility) {
        CriterionSql criteria = new CriterionSql(visibility);
        sql.add(" from resource r where ");
        CriterionSql.type(sql, "r", query.type());
        sql.add(" and ");
        visibility.of(sql, "r", query.type());
        for (Criterion criterion : query.criteria()) {
            sql.add(" and ");
            criteria.add(sql, "r", criterion);
        }
    }

    private static Continuation continuation(List<Found> matches) {
        Found last = matches.get(matches.size() - 1);
        return new Continuation(last.sortValues(), last.resource().id());
    }
}
