package uk.gov.warwickshire.gateway.store.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.gov.warwickshire.gateway.testing.TestDatabase;

/**
 * Searches among generated records: parser, children and search, without the API around them. Prints searches a second and
 * the plan of each. Run by `gateway/bench/search.sh`.
 */
public final class SearchBench {

    private static final int THREADS = 4;
    private static final double NANOS = 1e9;

    private SearchBench() {}

    /** @param args children (31 resources each), then seconds for each kind of search */
    public static void main(String[] args) {
        int children = Integer.parseInt(args[0]);
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        try (TestDatabase database = new TestDatabase()) {
            long start = System.nanoTime();
            fill(database, children);
            System.out.printf("%,d resources in %.0f s%n", children * 31L, (System.nanoTime() - start) / NANOS);
            Map<String, IntFunction<String>> kinds = Map.of(
                    "by patient", n -> "Flag?patient=Patient/p" + n,
                    "by patient and date", n -> "CarePlan?patient=p" + n + "&date=ge2024&status=active",
                    "by the patient's identifier",
                            n -> "CarePlan?patient:identifier=https://fhir.nhs.uk/Id/nhs-number|" + n,
                    "Patient by identifier", n -> "Patient?identifier=https://fhir.nhs.uk/Id/nhs-number|" + n,
                    "Patient by name and date of birth", n -> "Patient?family:exact=family" + n + "&birthdate=ge2000",
                    "everything of a patient",
                            n -> "Patient?_id=p" + n + "&_revinclude=Observation:subject&_revinclude=Flag:patient");
            kinds.forEach((name, query) -> measure(database, name, query, children, seconds));
        }
        System.exit(0);
    }

    static void fill(TestDatabase database, int children) {
        UnaryOperator<String> sql = text -> text.replace(":children", String.valueOf(children));
        database.jdbc().execute(sql.apply("""
                insert into child select 'c' || n, n::text, '01', '2015-01-01', 'CV', false, 1, now()
                  from generate_series(1, :children) n
                """));
        database.jdbc().execute(sql.apply("""
                insert into resource
                select 'c' || n, t, lower(left(t, 1)) || case when t = 'Patient' then '' else i || '-' end || n, 1, now(),
                       'demographics', null, sha256(convert_to(t || n, 'UTF8')), convert_to(repeat(md5(n::text || i), 24), 'UTF8'),
                       array[t || '.patient|Patient/p' || n, t || '.patient=p' || n, t || '.subject|Patient/p' || n,
                             t || '.patient!', t || '.status=active', t || '.status|http://hl7.org/fhir/x|active', t || '.date!',
                             t || '.identifier|https://fhir.nhs.uk/Id/nhs-number|' || n, t || '.identifier=' || n],
                       '{}'
                  from generate_series(1, :children) n,
                       unnest(array['Patient', 'Flag', 'CarePlan', 'CareTeam', 'Task', 'Task', 'Task', 'Observation',
                                    'Observation', 'Provenance'] || array_fill('EpisodeOfCare'::text, array[7])
                              || array_fill('ServiceRequest'::text, array[7]) || array_fill('RelatedPerson'::text, array[7]))
                       with ordinality as u (t, i)
                """));
        database.jdbc().execute(sql.apply("""
                insert into resource_range
                select child_id, type, id, type || '.date', '2024-01-01'::timestamptz + random() * interval '2 years', 'infinity'
                  from resource where type <> 'Patient'
                union all
                select 'c' || n, 'Patient', 'p' || n, 'Patient.birthdate', d, d + interval '1 day'
                  from generate_series(1, :children) n,
                       lateral (select '2005-01-01'::timestamptz + (n % 6000) * interval '1 day' as d) s
                """));
        database.jdbc().execute(sql.apply("""
                insert into resource_text
                select 'c' || n, 'Patient', 'p' || n, 'Patient.' || p, upper(p || n), p || n
                  from generate_series(1, :children) n, unnest(array['family', 'given', 'name']) p
                """));
        database.jdbc().execute("vacuum analyze");
    }

    private static void measure(
            TestDatabase database, String name, IntFunction<String> query, int children, int seconds) {
        ResourceSearch search = new JdbcResourceSearch(database.jdbc(), SearchRecords.PARAMETERS);
        run(search, query, children, 1);
        long[] nanos = run(search, query, children, seconds);
        Arrays.sort(nanos);
        System.out.printf(
                "%-36s %,8.0f/s   median %.2f ms   p99 %.2f ms%n",
                name,
                nanos.length / (double) seconds,
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 99 / 100] / 1e6);
        System.out.printf(
                "%-36s %,8d pages of the database touched by a search%n", "", pages(database, query, children));
    }

    /** The median over some searches: unlike time, it does not depend on what else the machine does. */
    private static long pages(TestDatabase database, IntFunction<String> query, int children) {
        SplittableRandom random = new SplittableRandom(1);
        return IntStream.range(0, 51)
                .mapToObj(i -> parse(query.apply(random.nextInt(1, children + 1))))
                .mapToLong(asked -> {
                    Sql find = ChildrenSql.of(asked, 20);
                    List<String> found =
                            database.jdbc().query(find.text(), find::bind, (row, i) -> row.getString("child_id"));
                    Visibility scope = Visibility.Scoped.of(scope(found));
                    return pages(database, find)
                            + pages(database, JdbcResourceSearch.pageSql(asked, scope, Optional.empty(), 51));
                })
                .sorted()
                .skip(25)
                .findFirst()
                .orElseThrow();
    }

    private static long pages(TestDatabase database, Sql sql) {
        String plan = String.join(
                "\n",
                database.jdbc()
                        .query(
                                "explain (analyze, buffers, timing off) " + sql.text(),
                                sql::bind,
                                (row, i) -> row.getString(1)));
        Matcher buffers = Pattern.compile("Buffers: shared(?: hit=(\\d+))?(?: read=(\\d+))?")
                .matcher(plan);
        return buffers.find()
                ? Stream.of(1, 2)
                        .map(buffers::group)
                        .filter(Objects::nonNull)
                        .mapToLong(Long::parseLong)
                        .sum()
                : 0;
    }

    private static SearchScope scope(List<String> children) {
        Map<String, SearchScope.Visible> visible = new HashMap<>();
        children.forEach(child -> visible.put(child, new SearchScope.Visible.All()));
        return SearchScope.of(visible);
    }

    private static SearchQuery parse(String text) {
        return new SearchCorpusTest.Case(text, "", "").parse().withCount(50);
    }

    private static long[] run(ResourceSearch search, IntFunction<String> query, int children, int seconds) {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        List<CompletableFuture<List<Long>>> threads = IntStream.range(0, THREADS)
                .mapToObj(thread -> CompletableFuture.supplyAsync(() -> {
                    SplittableRandom random = new SplittableRandom(thread);
                    List<Long> times = new ArrayList<>();
                    while (System.nanoTime() < end) {
                        long start = System.nanoTime();
                        one(search, query.apply(random.nextInt(1, children + 1)));
                        times.add(System.nanoTime() - start);
                    }
                    return times;
                }))
                .toList();
        return threads.stream()
                .flatMap(thread -> thread.join().stream())
                .mapToLong(Long::longValue)
                .toArray();
    }

    private static void one(ResourceSearch search, String text) {
        SearchQuery query = parse(text);
        SearchScope scope = scope(search.children(query, 20).ids());
        if (search.search(query, scope, Optional.empty()).matches().isEmpty()) {
            throw new IllegalStateException("found nothing by " + text);
        }
    }
}
