package uk.gov.warwickshire.gateway.store.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import uk.gov.warwickshire.gateway.store.StoredResource;
import uk.gov.warwickshire.gateway.testing.TestDatabase;

/** What must hold between the prefixes, whatever the dates: asked of PostgreSQL over 200 periods of every kind. */
class DatePrefixAlgebraTest {

    private static final TestDatabase DATABASE = new TestDatabase();
    private static final ResourceSearch SEARCH = new JdbcResourceSearch(DATABASE.jdbc(), SearchRecords.PARAMETERS);
    private static final SearchScope SCOPE = SearchScope.of(Map.of("c", new SearchScope.Visible.All()));

    /** Days, months, years and seconds around a year, some without beginning, some without end. */
    @BeforeContainer
    static void fill() {
        DATABASE.jdbc().execute("""
                insert into resource
                select 'c', 'Flag', 'f' || n, 1, now(), 'demographics', null, '', '', array['Flag.date!'], '{}'
                  from generate_series(1, 200) n
                """);
        DATABASE.jdbc().execute("""
                insert into resource_range
                select 'c', 'Flag', 'f' || n, 'Flag.date',
                       case when n % 7 = 0 then '-infinity' else start end,
                       case when n % 11 = 0 then 'infinity'
                            else start + (array['1 second', '1 day', '1 month', '1 year', '40 days'])[1 + n % 5]::interval
                       end
                  from generate_series(1, 200) n,
                       lateral (select '2024-11-01T00:00:00Z'::timestamptz + (n * 31 % 420) * interval '1 day' as start) s
                """);
    }

    @AfterContainer
    static void close() {
        DATABASE.close();
    }

    @Property(tries = 60)
    void prefixesHoldTogether(@ForAll("dates") String date) {
        Set<String> all = found("ne1900");
        Set<String> eq = found("eq" + date);

        assertThat(all).hasSize(200);
        assertThat(found(date)).isEqualTo(eq);
        assertThat(found("ne" + date)).isEqualTo(without(all, eq));
        assertThat(found("sa" + date)).isEqualTo(without(all, found("le" + date)));
        assertThat(found("eb" + date)).isEqualTo(without(all, found("ge" + date)));
        assertThat(found("ge" + date)).containsAll(eq).containsAll(found("gt" + date));
        assertThat(found("le" + date)).containsAll(eq).containsAll(found("lt" + date));
        assertThat(found("gt" + date)).containsAll(found("sa" + date)).isEqualTo(without(found("gt" + date), eq));
        assertThat(found("lt" + date)).containsAll(found("eb" + date)).isEqualTo(without(found("lt" + date), eq));
        assertThat(found("ap" + date)).containsAll(eq);
    }

    @Provide
    Arbitrary<String> dates() {
        return Arbitraries.integers().between(0, 500).map(day -> {
            String date = LocalDate.of(2024, 10, 1).plusDays(day).toString();
            return switch (day % 4) {
                case 0 -> date.substring(0, 4);
                case 1 -> date.substring(0, 7);
                case 2 -> date;
                default -> date + "T00:00:00Z";
            };
        });
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        Set<String> rest = new HashSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private static Set<String> found(String date) {
        SearchQuery query = new SearchQueryParser(SearchRecords.PARAMETERS, SearchRecords.BASE, SearchRecords.NOW)
                .parse("Flag", Map.of("date", List.of(date)))
                .withCount(1_000);
        return SEARCH.search(query, SCOPE, Optional.empty()).matches().stream()
                .map(StoredResource::id)
                .collect(Collectors.toSet());
    }
}
