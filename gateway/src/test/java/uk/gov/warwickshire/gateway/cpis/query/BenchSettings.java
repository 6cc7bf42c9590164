package uk.gov.warwickshire.gateway.cpis.query;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import uk.gov.warwickshire.gateway.testing.ApprovedSchedule;

/** What the two processes are started with. */
final class BenchSettings {

    private BenchSettings() {}

    static List<String> gateway(Path folder, String url, URI keys) {
        List<String> settings = new ArrayList<>(List.of(
                "spring.datasource.url=" + url,
                "spring.datasource.hikari.maximum-pool-size=20",
                "gateway.data-dir=" + folder.resolve("data"),
                "gateway.allow-test-numbers=true",
                "gateway.agreements=classpath:demo/agreements.yaml",
                "gateway.policy=classpath:demo/disclosure-policy.yaml",
                "gateway.security.jwk-set-uri=" + keys,
                "gateway.security.audience=" + QueryServer.AUDIENCE,
                "gateway.access.requests-per-second=100000",
                "gateway.access.burst=100000",
                "gateway.retention-schedule=" + ApprovedSchedule.in(folder)));
        settings.addAll(List.of(
                "gateway.organisation.ods-code=X937",
                "gateway.organisation.name=Warwickshire County Council",
                "gateway.organisation.local-authority-code=937",
                "gateway.organisation.office-hours-phone=01632 960100",
                "gateway.organisation.emergency-duty-phone=01632 960999",
                "gateway.mesh.url=http://localhost:1",
                "gateway.mesh.poll=1h",
                "gateway.mesh.mailboxes.opt-out.id=X26BENCH1",
                "gateway.mesh.mailboxes.cp-is.id=X26BENCH2"));
        for (String region : List.of("coventry-warwickshire", "birmingham-solihull", "herefordshire-worcestershire")) {
            settings.add("gateway.icr.regions." + region + ".url=http://localhost:1");
            settings.add("gateway.icr.regions." + region + ".postcode-areas=CV");
        }
        for (String name : List.of(
                "mesh.shared-key",
                "mesh.mailboxes.opt-out.password",
                "mesh.mailboxes.cp-is.password",
                "opt-out.recipient-mailbox",
                "opt-out.workflow-id",
                "cp-is.recipient-mailbox",
                "cp-is.workflow-id",
                "rights.pseudonym-key")) {
            settings.add("gateway." + name + "=unused, though long enough to be a key of 32 characters");
        }
        return settings;
    }

    /** The gateway's settings are asked for by whatever starts from its jar. */
    static List<String> reference(Path folder, String url, URI keys) {
        List<String> settings = new ArrayList<>(gateway(folder, url, keys));
        settings.addAll(List.of(
                "spring.security.oauth2.resourceserver.jwt.jwk-set-uri=" + keys,
                "spring.security.oauth2.resourceserver.jwt.audiences=" + QueryServer.AUDIENCE,
                ReferenceEndpoint.WANTED + "=true",
                "spring.flyway.enabled=false"));
        return settings;
    }
}
