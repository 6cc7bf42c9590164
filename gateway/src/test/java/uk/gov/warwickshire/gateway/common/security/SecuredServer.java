package uk.gov.warwickshire.gateway.common.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/** The security of the gateway and nothing behind it but a probe. */
final class SecuredServer implements AutoCloseable {

    static final int BURST = 60;

    final List<String> refused = new CopyOnWriteArrayList<>();
    volatile boolean recorderFails;
    private final ConfigurableApplicationContext context;

    /** No `@Configuration`: other tests that start the gateway from these classes would find it, and lose the database. */
    @EnableAutoConfiguration(
            excludeName = {
                "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
                "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
                "org.apache.camel.spring.boot.CamelAutoConfiguration"
            })
    @ComponentScan(basePackageClasses = Callers.class)
    @EnableConfigurationProperties(GatewaySettings.class)
    static class Wiring {}

    @RestController
    record Probe(Callers callers) {
        @GetMapping({"/fhir/R4/probe", "/cp-is/FHIR/R4/probe"})
        String probe(HttpServletRequest request) {
            Caller caller = callers.of(request);
            return caller.odsCode() + " " + caller.clientId();
        }

        @GetMapping("/fhir/R4/metadata")
        String metadata() {
            return "open";
        }
    }

    SecuredServer(TestIssuer issuer, TlsClients tls, Clock clock) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "server.port",
                "0",
                "management.server.port",
                "-1",
                "server.ssl.bundle",
                "gateway",
                "server.ssl.client-auth",
                "want",
                "spring.ssl.bundle.jks.gateway.keystore.location",
                tls.file("server.p12").toUri(),
                "spring.ssl.bundle.jks.gateway.keystore.password",
                TlsClients.PASSWORD,
                "spring.ssl.bundle.jks.gateway.truststore.location",
                tls.file("trusted.p12").toUri(),
                "spring.ssl.bundle.jks.gateway.truststore.password",
                TlsClients.PASSWORD));
        settings.putAll(Map.of(
                "gateway.security.jwk-set-uri",
                issuer.jwkSetUri(),
                "gateway.security.issuer-uri",
                TestIssuer.ISSUER,
                "gateway.security.audience",
                TestIssuer.AUDIENCE,
                "gateway.access.requests-per-second",
                1,
                "gateway.access.burst",
                BURST));
        List.of(
                        "organisation.ods-code",
                        "organisation.name",
                        "organisation.local-authority-code",
                        "organisation.office-hours-phone",
                        "organisation.emergency-duty-phone",
                        "mesh.shared-key",
                        "mesh.mailboxes.opt-out.id",
                        "mesh.mailboxes.opt-out.password",
                        "mesh.mailboxes.cp-is.id",
                        "mesh.mailboxes.cp-is.password",
                        "opt-out.recipient-mailbox",
                        "opt-out.workflow-id",
                        "cp-is.recipient-mailbox",
                        "cp-is.workflow-id",
                        "rights.pseudonym-key")
                .forEach(required -> settings.put("gateway." + required, "any"));
        settings.put("gateway.mesh.url", "http://localhost");
        settings.put("gateway.icr.regions.any.url", "http://localhost");
        settings.put("gateway.agreements", "classpath:access/agreements.yaml");
        context = new SpringApplicationBuilder(Wiring.class, Probe.class)
                .web(WebApplicationType.SERVLET)
                .properties(settings)
                .initializers(started -> {
                    started.getBeanFactory().registerSingleton("clock", clock);
                    started.getBeanFactory().registerSingleton("recorder", (RefusalRecorder) this::record);
                })
                // Above what application.yaml sets.
                .run("--server.port=0", "--management.server.port=-1");
    }

    HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create("https://localhost:" + context.getEnvironment().getProperty("local.server.port") + path));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    @Override
    public void close() {
        context.close();
    }

    private void record(HttpServletRequest request, Optional<Caller> caller, Refusal refusal) {
        if (recorderFails) {
            throw new IllegalStateException("no database");
        }
        refused.add(refusal.code());
    }
}
