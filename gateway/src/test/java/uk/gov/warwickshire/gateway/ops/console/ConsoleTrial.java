package uk.gov.warwickshire.gateway.ops.console;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.gov.warwickshire.gateway.testing.Browser;
import uk.gov.warwickshire.gateway.testing.GatewayProcess;

/** The packaged demo and a browser before it. */
public final class ConsoleTrial implements AutoCloseable {

    private static final int HASH_ROUNDS = 4;
    private static final Duration SETTLED_WITHIN = Duration.ofMinutes(4);
    private static final int LOOKS_AT_REST = 25;

    private final Path data;
    private final GatewayProcess gateway;
    private final int databasePort;
    private final int simulatorPort = GatewayProcess.freePort();
    private final Browser browser = new Browser();
    private boolean settled;

    public ConsoleTrial(Path folder) throws IOException {
        this(folder, Map.of());
    }

    /** With settings besides those of the demo. */
    public ConsoleTrial(Path folder, Map<String, String> more) throws IOException {
        data = folder.resolve("data");
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("spring.profiles.active", "demo");
        settings.put("gateway.data-dir", data.toString());
        settings.put("gateway.demo.simulator-port", String.valueOf(simulatorPort));
        databasePort = GatewayProcess.freePort();
        settings.put("gateway.embedded-database.port", String.valueOf(databasePort));
        settings.putAll(more);
        gateway = new GatewayProcess(folder, settings);
    }

    /** The gateway's own database. */
    public JdbcTemplate jdbc() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://127.0.0.1:" + databasePort + "/postgres?user=postgres");
        return new JdbcTemplate(source);
    }

    /** Everything that the gateway keeps beside its database. */
    Path data() {
        return data;
    }

    /** What it has logged. */
    Path log() {
        return data.resolveSibling("gateway.log");
    }

    int simulatorPort() {
        return simulatorPort;
    }

    /** Settings of a further person with a role. */
    public static Map<String, String> user(String name, String password, String role) {
        return Map.of(
                "gateway.console.users." + name + ".password-hash",
                "{bcrypt}" + new BCryptPasswordEncoder(HASH_ROUNDS).encode(password),
                "gateway.console.users." + name + ".roles",
                role);
    }

    public Browser browser() {
        return browser;
    }

    public String address(String path) {
        return gateway.uri(path).toString();
    }

    /** An extract of the demo, once all of them are read and everything that is due has gone. */
    public Path extract() throws IOException {
        settle();
        try (Stream<Path> files = Files.list(data.resolve("inbox/ssd/done"))) {
            return files.sorted().findFirst().orElseThrow();
        }
    }

    /** Waits until the demo has read what it dropped and is at rest: nothing is due, and no opt-out question is open. */
    private void settle() {
        if (settled) {
            return;
        }
        Instant end = Instant.now().plus(SETTLED_WITHIN);
        int still = 0;
        while (still < LOOKS_AT_REST) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("the demo is not at rest after " + SETTLED_WITHIN);
            }
            still = atRest() ? still + 1 : 0;
            pause();
        }
        settled = true;
    }

    private boolean atRest() {
        return Boolean.TRUE.equals(jdbc().queryForObject("""
                select (select count(*) from intake_batch where finished_at is not null) >= 3
                   and not exists (select from intake_batch where finished_at is null)
                   and not exists (select from delivery d where state in ('PENDING', 'CLEARED', 'SENT')
                                      and not exists (select from delivery e
                                                       where e.child_id = d.child_id and e.destination = d.destination
                                                         and e.seq < d.seq and e.state = 'HELD'))
                   and not exists (select from opt_out_exchange where state in ('REQUESTED', 'SENDING', 'SENT', 'UNKNOWN', 'RECEIPTED'))
                """, Boolean.class));
    }

    /** The first child of an extract who has a record of their own, by their id. */
    public static String childOf(Path extract) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(extract)) {
            List<String> lines = Files.readAllLines(zip.getPath("ssd_person.csv"));
            List<String> columns = Arrays.asList(lines.get(0).split(","));
            int mother = columns.indexOf("pers_is_mother");
            return lines.stream()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .filter(cells -> !cells[mother].equals("Y"))
                    .map(cells -> cells[columns.indexOf("pers_person_id")])
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A page of someone who is not signed in. */
    public Page stranger() {
        BrowserContext visitor = browser.visitor();
        return visitor.newPage();
    }

    /** The page that follows signing in with the demo's credentials. */
    public Page signedIn() throws IOException {
        Page page = stranger();
        signIn(page);
        return page;
    }

    /** Signs in with the demo's credentials. */
    public void signIn(Page page) throws IOException {
        JsonNode console = JsonMapper.builder()
                .build()
                .readTree(Files.readString(data.resolve("demo/credentials.json")))
                .path("console");
        signIn(
                page,
                console.path("username").asString(),
                console.path("password").asString());
    }

    public Page signedIn(String name, String password) {
        Page page = stranger();
        signIn(page, name, password);
        return page;
    }

    private void signIn(Page page, String name, String password) {
        page.navigate(address("/console"));
        page.getByLabel("Name").fill(name);
        page.getByLabel("Password").fill(password);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        page.waitForURL("**/console");
    }

    /** Ends the gateway when this process ends; the browser belongs to the thread that walks it, and ends with us. */
    void stop() {
        try {
            gateway.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws InterruptedException {
        browser.close();
        gateway.close();
    }
}
