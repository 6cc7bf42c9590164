package uk.gov.warwickshire.gateway.ops;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.gov.warwickshire.gateway.GatewayApplication;
import uk.gov.warwickshire.gateway.demo.data.SyntheticFamilies;
import uk.gov.warwickshire.gateway.ops.cli.CommandLineInterface;
import uk.gov.warwickshire.gateway.ops.console.ConsoleTrial;
import uk.gov.warwickshire.gateway.testing.ApprovedSchedule;
import uk.gov.warwickshire.gateway.testing.ExpiringPartner;
import uk.gov.warwickshire.gateway.testing.TestDatabase;
import uk.gov.warwickshire.gateway.testing.TroubledCounterparts;

/** The whole gateway with synthetic families, on a night on which every counterpart has its own trouble. */
final class SituationsTrial implements AutoCloseable {

    static final String DOWN = "birmingham-solihull";
    static final String BEHIND_TLS = "herefordshire-worcestershire";
    static final String REFUSING = "coventry-warwickshire";

    /** Who is on call: an engineer and nothing else. */
    static final String ENGINEER = "nora";

    static final String PASSWORD = "on call";

    private static final String DATABASE_URL = "spring.datasource.url";
    private static final int CHILDREN = 1150;

    final TestDatabase database = new TestDatabase();
    final TroubledCounterparts counterparts;
    final ExpiringPartner behindTls;
    private final ConfigurableApplicationContext context;

    /** What a command said. */
    record Ran(int exitCode, String out, String err) {}

    SituationsTrial(Path folder) throws Exception {
        SyntheticFamilies families = new SyntheticFamilies(47, CHILDREN, Clock.systemUTC());
        counterparts = new TroubledCounterparts(families);
        behindTls = new ExpiringPartner(folder.resolve("tls"), counterparts::takeBehindTls);
        families.writeTo(folder.resolve("data/inbox"));
        context = new SpringApplicationBuilder(GatewayApplication.class)
                .run(
                        "--spring.config.additional-location=file:" + file(folder),
                        "--server.port=0",
                        "--management.server.port=0");
        System.setProperty(DATABASE_URL, database.url());
    }

    /** Secrets travel in a file, as in production. */
    private Path file(Path folder) throws IOException {
        Map<String, String> all = new HashMap<>(settings());
        all.put("gateway.data-dir", folder.resolve("data").toString());
        all.put("gateway.retention-schedule", ApprovedSchedule.in(folder));
        all.putAll(behindTls.bundle("region"));
        all.putAll(ConsoleTrial.user(ENGINEER, PASSWORD, "engineer"));
        List<String> lines = all.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toList();
        return Files.write(folder.resolve("gateway.properties"), lines).toAbsolutePath();
    }

    private Map<String, String> settings() {
        String icr = "gateway.icr.regions.";
        return Map.ofEntries(
                Map.entry(DATABASE_URL, database.url()),
                Map.entry("gateway.allow-test-numbers", "true"),
                Map.entry("gateway.agreements", "classpath:demo/agreements.yaml"),
                Map.entry("gateway.policy", "classpath:demo/disclosure-policy.yaml"),
                Map.entry("gateway.security.jwk-set-uri", "http://localhost:1/jwks"),
                Map.entry("gateway.intake.poll", "500ms"),
                Map.entry("gateway.rights.pseudonym-key", "a key of the tests, as long as it has to be"),
                Map.entry("gateway.organisation.ods-code", "X937"),
                Map.entry("gateway.organisation.name", "Warwickshire County Council"),
                Map.entry("gateway.organisation.local-authority-code", "937"),
                Map.entry("gateway.organisation.office-hours-phone", "01632 960100"),
                Map.entry("gateway.organisation.emergency-duty-phone", "01632 960999"),
                Map.entry("gateway.mesh.url", counterparts.mesh().uri().toString()),
                Map.entry("gateway.mesh.shared-key", "key"),
                Map.entry("gateway.mesh.poll", "300ms"),
                Map.entry("gateway.mesh.mailboxes.opt-out.id", "X26OURS01"),
                Map.entry("gateway.mesh.mailboxes.opt-out.password", "secret"),
                Map.entry("gateway.mesh.mailboxes.cp-is.id", "X26OURS02"),
                Map.entry("gateway.mesh.mailboxes.cp-is.password", "secret"),
                Map.entry("gateway.opt-out.recipient-mailbox", "X26HC065"),
                Map.entry("gateway.opt-out.workflow-id", "SPINE_NTT_UPHOLDING"),
                Map.entry("gateway.opt-out.collect", "500ms"),
                Map.entry("gateway.cp-is.recipient-mailbox", "X26CPIS01"),
                Map.entry("gateway.cp-is.workflow-id", "CPIS"),
                Map.entry("gateway.cp-is.collect", "1s"),
                Map.entry("gateway.delivery.first-pause", "200ms"),
                Map.entry("gateway.delivery.max-pause", "2s"),
                Map.entry("gateway.delivery.max-attempts", "1000"),
                Map.entry("gateway.icr.home-region", REFUSING),
                Map.entry(icr + REFUSING + ".url", counterparts.refusing().toString()),
                Map.entry(icr + REFUSING + ".postcode-areas", "CV"),
                Map.entry(icr + DOWN + ".url", counterparts.down().toString()),
                Map.entry(icr + DOWN + ".postcode-areas", "B"),
                Map.entry(icr + BEHIND_TLS + ".url", behindTls.uri().toString()),
                Map.entry(icr + BEHIND_TLS + ".postcode-areas", "HR,WR"),
                Map.entry(icr + BEHIND_TLS + ".ssl-bundle", "region"),
                Map.entry(icr + BEHIND_TLS + ".timeout", "10s"));
    }

    /** Of the console. */
    String address() {
        return "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    JdbcTemplate jdbc() {
        return database.jdbc();
    }

    long count(String sql, Object... parameters) {
        return Objects.requireNonNull(jdbc().queryForObject(sql, Long.class, parameters));
    }

    /** As typed at a terminal beside the gateway. */
    static Ran command(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = CommandLineInterface.run(new PrintWriter(out), new PrintWriter(err), arguments);
        return new Ran(exitCode, out.toString(), err.toString());
    }

    @Override
    public void close() {
        System.clearProperty(DATABASE_URL);
        context.close();
        counterparts.close();
        behindTls.close();
        database.close();
    }
}
