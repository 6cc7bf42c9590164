package uk.gov.warwickshire.gateway.bench;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Asks a running gateway as fast as it answers, over kept-alive connections, and prints rate and latencies. Every answer
 * has been through token, limits, gate, ledger and audit. Run by `gateway/bench/api.sh`.
 */
public final class ApiLoad {

    private static final String NHS = "https%3A%2F%2Ffhir.nhs.uk%2FId%2Fnhs-number%7C";
    private static final double MILLION = 1e6;
    private static final int WARM_UP_SECONDS = 10;

    private final URI base;
    private final String token;
    private final int connections;

    private ApiLoad(URI base, String token, int connections) {
        this.base = base;
        this.token = token;
        this.connections = connections;
    }

    /** @param args base URL, token, JDBC URL, connections, seconds, then kinds of requests (all if none) */
    public static void main(String[] args) throws Exception {
        ApiLoad load = new ApiLoad(URI.create(args[0]), args[1], Integer.parseInt(args[3]));
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(args[2]);
        JdbcTemplate jdbc = new JdbcTemplate(source);
        Map<String, List<String>> kinds = load.kinds(jdbc);
        List<String> wanted =
                args.length > 5 ? Arrays.asList(args).subList(5, args.length) : List.copyOf(kinds.keySet());
        for (String kind : wanted) {
            List<String> paths = kinds.getOrDefault(kind, List.of());
            load.run(paths, WARM_UP_SECONDS);
            long audited = count(jdbc);
            Result result = load.run(paths, Integer.parseInt(args[4]));
            System.out.printf("%-22s %s, %,d audit entries%n", kind, result, count(jdbc) - audited);
        }
    }

    private static long count(JdbcTemplate jdbc) {
        Long count = jdbc.queryForObject("select count(*) from audit_event", Long.class);
        return count == null ? 0 : count;
    }

    /** Of children of whom the caller may see something. */
    private Map<String, List<String>> kinds(JdbcTemplate jdbc) throws IOException {
        Map<String, List<String>> kinds = new TreeMap<>();
        try (Connection connection = connect()) {
            List<Map<String, Object>> children = jdbc.queryForList("""
                    select r.id, c.nhs_number from resource r join child c using (child_id)
                     where r.type = 'Patient' and c.postcode_area = 'CV' and c.nhs_number is not null
                    """);
            for (Map<String, Object> child : children) {
                String id = String.valueOf(child.get("id"));
                if (connection.get(path("/Patient/" + id)).status() == 200) {
                    add(kinds, "read", "/Patient/" + id);
                    add(kinds, "search-by-patient", "/Flag?patient=" + id);
                    add(kinds, "search-by-identifier", "/Patient?identifier=" + NHS + child.get("nhs_number"));
                    add(kinds, "search-chained", "/CarePlan?patient:identifier=" + NHS + child.get("nhs_number"));
                    add(kinds, "everything", "/Patient/" + id + "/$everything");
                    add(kinds, "social-care-record", "/Patient/" + id + "/$social-care-record");
                }
            }
        }
        return kinds;
    }

    private void add(Map<String, List<String>> kinds, String kind, String path) {
        kinds.computeIfAbsent(kind, k -> new ArrayList<>()).add(path(path));
    }

    private String path(String path) {
        return base.getPath() + path;
    }

    private Connection connect() throws IOException {
        return new Connection(base.getHost(), base.getPort(), token);
    }

    private record Result(double rate, double median, double p99, long failed, double kilobytes) {
        @Override
        public String toString() {
            return "%,8.0f/s  median %.1f ms  p99 %.1f ms  %.1f kB each  %d failed"
                    .formatted(rate, median, p99, kilobytes, failed);
        }
    }

    private Result run(List<String> paths, int seconds) throws InterruptedException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        AtomicLong failed = new AtomicLong();
        AtomicLong bytes = new AtomicLong();
        List<List<Long>> times = IntStream.range(0, connections)
                .<List<Long>>mapToObj(i -> new ArrayList<>())
                .toList();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            int number = i;
            Thread thread = new Thread(() -> ask(paths, number, end, times.get(number), failed, bytes));
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        long[] all = times.stream()
                .flatMap(List::stream)
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
        return new Result(
                (double) all.length / seconds,
                all[all.length / 2] / MILLION,
                all[(int) (all.length * 0.99)] / MILLION,
                failed.get(),
                bytes.get() / 1e3 / all.length);
    }

    private void ask(List<String> paths, int number, long end, List<Long> times, AtomicLong failed, AtomicLong bytes) {
        try (Connection connection = connect()) {
            int next = number * paths.size() / connections;
            for (long start = System.nanoTime(); start < end; start = System.nanoTime()) {
                Connection.Reply reply = connection.get(paths.get(next++ % paths.size()));
                times.add(System.nanoTime() - start);
                bytes.addAndGet(reply.length());
                if (reply.status() != 200) {
                    failed.incrementAndGet();
                }
            }
        } catch (IOException e) {
            failed.incrementAndGet();
        }
    }
}
