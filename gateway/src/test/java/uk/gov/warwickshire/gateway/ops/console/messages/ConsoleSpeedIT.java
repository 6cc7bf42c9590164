package uk.gov.warwickshire.gateway.ops.console.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.gov.warwickshire.gateway.testing.GatewayProcess;

/** Every page of the console with 100,000 deliveries in the store: 95 of 100 answers in less than 200 ms. */
class ConsoleSpeedIT {

    private static final int DELIVERIES = 100_000;
    private static final int REQUESTS = 20;
    private static final int WARM_UP = 10;
    private static final int ROUNDS = 3;
    private static final long TARGET_MILLIS = 200;

    /** Every page that is asked for by its address alone. */
    private static final List<String> PAGES = List.of(
            "/console",
            "/console/messages",
            "/console/messages?state=DEAD",
            "/console/messages?state=ACKNOWLEDGED&destination=icr.birmingham-solihull",
            "/console/messages?state=STOPPED",
            "/console/messages?reason=RESTRICTED",
            "/console/messages?child=C4242",
            "/console/messages?text=code-invalid",
            "/console/messages?text=code-invalid&state=DEAD&from=2026-01-01",
            "/console/messages?what=batch",
            "/console/messages?what=decision",
            "/console/messages?what=decision&state=WITHHELD",
            "/console/messages/acts",
            "/console/messages/bulk/preview?state=DEAD&act=resubmit",
            "/console/messages/bulk/preview?state=HELD&act=release",
            "/console/now/live",
            "/console/intake",
            "/console/intake/live",
            "/console/cp-is",
            "/console/cp-is/reconciliation",
            "/console/opt-out",
            "/console/opt-out/refused",
            "/console/policy",
            "/console/policy/change/POLICY",
            "/console/policy/change/AGREEMENTS",
            "/console/rights",
            "/console/rights/new",
            "/console/emergency",
            "/console/retention",
            "/console/holds",
            "/console/erasure",
            "/console/alerts",
            "/console/coverage",
            "/console/preview");

    @TempDir
    static Path folder;

    private static GatewayProcess gateway;
    private static ConsoleVisitor visitor;
    private static JdbcTemplate jdbc;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        int port = GatewayProcess.freePort();
        Path data = folder.resolve("data");
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("spring.profiles.active", "demo");
        settings.put("gateway.data-dir", data.toString());
        settings.put("gateway.demo.generate", "false");
        settings.put("gateway.demo.simulator-port", String.valueOf(GatewayProcess.freePort()));
        settings.put("gateway.embedded-database.port", String.valueOf(port));
        gateway = new GatewayProcess(folder, settings);
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres");
        jdbc = new JdbcTemplate(source);
        ManyDeliveries.load(jdbc, DELIVERIES);
        JsonNode console = JsonMapper.builder()
                .build()
                .readTree(Files.readString(data.resolve("demo/credentials.json")))
                .path("console");
        visitor = new ConsoleVisitor(gateway);
        visitor.signIn(
                console.path("username").asString(), console.path("password").asString());
    }

    @AfterAll
    static void stop() throws InterruptedException {
        gateway.close();
    }

    @Test
    void every_page_answers_in_time() throws IOException, InterruptedException {
        awaitIndex();
        Map<String, Long> slow = new LinkedHashMap<>();
        List<String> pages = new ArrayList<>(PAGES);
        pages.add("/console/messages/" + one("select id from delivery where state = 'DEAD' order by id limit 1"));
        pages.add("/console/messages/decisions/" + one("select id from disclosure_ledger order by id limit 1"));
        pages.add("/console/intake/" + one("select id from intake_batch order by id limit 1"));
        pages.add("/console/policy/version/" + one("select min(id)::text from disclosure_terms"));
        assertThat(visitor.get("/console")
                        .body()
                        .lines()
                        .filter(line -> line.contains("govuk-service-navigation__link"))
                        .map(line -> line.replaceAll(".*href=\"([^\"]+)\".*", "$1")))
                .as("the navigation")
                .isNotEmpty()
                .allSatisfy(link -> assertThat(pages).contains(link));
        System.out.printf("%-75s %8s %8s%n", "page", "median", "p95");
        for (String page : pages) {
            long[] best = best(page);
            System.out.printf("%-75s %5d ms %5d ms%n", page, best[0], best[1]);
            if (best[1] >= TARGET_MILLIS) {
                slow.put(page, best[1]);
            }
        }

        assertThat(slow).isEmpty();
    }

    /** Median and p95 of the best of three rounds: others work on this machine too. */
    private static long[] best(String page) throws IOException, InterruptedException {
        for (int i = 0; i < WARM_UP; i++) {
            visitor.get(page);
        }
        long[] best = {Long.MAX_VALUE, Long.MAX_VALUE};
        for (int round = 0; round < ROUNDS && best[1] >= TARGET_MILLIS; round++) {
            long[] millis = new long[REQUESTS];
            for (int i = 0; i < REQUESTS; i++) {
                ConsoleVisitor.Answer answer = visitor.get(page);
                assertThat(answer.status()).as(page).isEqualTo(200);
                millis[i] = answer.millis();
            }
            Arrays.sort(millis);
            long p95 = millis[(int) Math.ceil(REQUESTS * 0.95) - 1];
            if (p95 < best[1]) {
                best = new long[] {millis[REQUESTS / 2], p95};
            }
        }
        return best;
    }

    private static void awaitIndex() throws IOException, InterruptedException {
        long started = System.nanoTime();
        for (int looks = 0; looks < 240; looks++) {
            if (visitor.get("/console/messages").body().contains("The search index is up to date")) {
                System.out.printf("index of messages filled in %d s%n", (System.nanoTime() - started) / 1_000_000_000);
                return;
            }
            Thread.sleep(500);
        }
        throw new AssertionError("the index of messages is not filled in two minutes");
    }

    private static String one(String sql) {
        return String.valueOf(jdbc.queryForObject(sql, String.class));
    }
}
