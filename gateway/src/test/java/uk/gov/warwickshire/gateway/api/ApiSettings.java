package uk.gov.warwickshire.gateway.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import uk.gov.warwickshire.gateway.testing.ApprovedSchedule;
import uk.gov.warwickshire.gateway.testing.TestDatabase;
import uk.gov.warwickshire.gateway.testing.TestIssuer;

/** Settings of a gateway that serves partners: the demo's agreements and policy, an issuer of ours, nothing to send to. */
final class ApiSettings {

    /** Two more than the demo has: one that lets know and override, and one without professional contacts. */
    private static final String MORE_AGREEMENTS = """

              - id: informed
                group: may know what is withheld, and override an objection
                destination: icr.coventry-warwickshire
                ods-codes: [RTT]
                purpose: individual-care
                legal-basis: public-task
                categories: [demographics, family, professional-contacts, child-protection]
                postcode-areas: [CV]
                from: 2023-07-20
                status: in-force
                withheld-notice: true
                break-glass: true
              - id: narrow
                group: knows no teams and professionals
                destination: icr.coventry-warwickshire
                ods-codes: [RTX]
                purpose: individual-care
                legal-basis: public-task
                categories: [demographics, child-protection]
                postcode-areas: [CV]
                from: 2023-07-20
                status: in-force
            """;

    private ApiSettings() {}

    private static Path agreements(Path folder) {
        try (var demo = ApiSettings.class.getResourceAsStream("/demo/agreements.yaml")) {
            String text = new String(demo.readAllBytes(), StandardCharsets.UTF_8);
            return Files.writeString(folder.resolve("agreements.yaml"), text + MORE_AGREEMENTS)
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All but the ports. */
    static Map<String, String> of(Path folder, TestIssuer issuer, TestDatabase database) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "spring.datasource.url",
                database.url(),
                "gateway.data-dir",
                folder.toString(),
                "gateway.allow-test-numbers",
                "true",
                "gateway.agreements",
                "file:" + agreements(folder),
                "gateway.policy",
                "classpath:demo/disclosure-policy.yaml",
                "gateway.security.jwk-set-uri",
                issuer.jwkSetUri(),
                "gateway.security.audience",
                TestIssuer.AUDIENCE));
        settings.putAll(Map.of(
                "gateway.organisation.ods-code", "X937",
                "gateway.organisation.name", "Warwickshire County Council",
                "gateway.organisation.local-authority-code", "937",
                "gateway.organisation.office-hours-phone", "01632 960100",
                "gateway.organisation.emergency-duty-phone", "01632 960999"));
        settings.putAll(Map.of(
                "gateway.mesh.url", "http://localhost:1",
                "gateway.mesh.shared-key", "key",
                "gateway.mesh.poll", "1h",
                "gateway.mesh.mailboxes.opt-out.id", "X26OURS01",
                "gateway.mesh.mailboxes.opt-out.password", "secret",
                "gateway.mesh.mailboxes.cp-is.id", "X26OURS02",
                "gateway.mesh.mailboxes.cp-is.password", "secret",
                "gateway.opt-out.recipient-mailbox", "X26HC065",
                "gateway.opt-out.workflow-id", "SPINE"));
        settings.put("gateway.rights.pseudonym-key", "a key of the tests, as long as it has to be");
        settings.put("gateway.retention-schedule", ApprovedSchedule.in(folder));
        settings.putAll(Map.of(
                "gateway.opt-out.collect", "1h",
                "gateway.access.requests-per-second", "100000",
                "gateway.access.burst", "100000",
                "gateway.cp-is.recipient-mailbox", "X26CPIS01",
                "gateway.cp-is.workflow-id", "CPIS",
                "gateway.icr.home-region", "coventry-warwickshire",
                "gateway.icr.regions.coventry-warwickshire.url", "http://localhost:1/icr",
                "gateway.icr.regions.coventry-warwickshire.postcode-areas", "CV"));
        return settings;
    }
}
