package uk.gov.warwickshire.gateway.testing;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import uk.gov.warwickshire.gateway.demo.cpis.CpIsBehaviour;
import uk.gov.warwickshire.gateway.demo.cpis.CpIsService;
import uk.gov.warwickshire.gateway.demo.mesh.OptOutCheckService;
import uk.gov.warwickshire.gateway.demo.mesh.SimulatedMailbox;
import uk.gov.warwickshire.gateway.demo.mesh.SimulatedMesh;
import uk.gov.warwickshire.gateway.demo.mesh.SimulatedOptOuts;

/** The settings of a trial, the demo's agreements and policy among them, and the national side that fits them. */
final class TrialSettings {

    /** By name of the region. */
    static final Map<String, String> POSTCODES = new TreeMap<>(Map.of(
            "coventry-warwickshire", "CV",
            "birmingham-solihull", "B",
            "herefordshire-worcestershire", "HR,WR"));

    private static final String WORKFLOW = "SPINE_NTT_UPHOLDING";
    private static final String SERVICE = "X26HC065";
    private static final String CP_IS = "X26CPIS01";
    private static final String CP_IS_WORKFLOW = "CPIS";
    private static final String OURS = "X26OURS01";
    private static final Duration MESH_DELAY = Duration.ofMillis(300);

    private TrialSettings() {}

    static CpIsService cpIs() {
        SimulatedMailbox mailbox = new SimulatedMailbox(CP_IS, "cp-is", Set.of(CP_IS_WORKFLOW));
        return new CpIsService(mailbox, CP_IS_WORKFLOW, new CpIsBehaviour() {}, MESH_DELAY);
    }

    static SimulatedMesh mesh(SimulatedOptOuts optOuts, CpIsService cpIs) {
        SimulatedMailbox service = new SimulatedMailbox(SERVICE, "service", Set.of(WORKFLOW));
        return new SimulatedMesh(
                "key",
                List.of(
                        new SimulatedMailbox(OURS, "secret", Set.of(WORKFLOW)),
                        new SimulatedMailbox("X26OURS02", "secret", Set.of(CP_IS_WORKFLOW))),
                List.of(new OptOutCheckService(service, WORKFLOW, optOuts, MESH_DELAY), cpIs),
                Clock.systemUTC());
    }

    /** All but the database. */
    static Map<String, String> of(Path folder, SimulatedMeshServer mesh, Map<String, SimulatedRegionServer> regions) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "gateway.data-dir", folder.resolve("data").toString(),
                "gateway.allow-test-numbers", "true",
                "gateway.agreements", "classpath:demo/agreements.yaml",
                "gateway.policy", "classpath:demo/disclosure-policy.yaml",
                "gateway.security.jwk-set-uri", "http://localhost:1/jwks",
                "gateway.intake.poll", "500ms"));
        settings.putAll(Map.of(
                "gateway.organisation.ods-code", "X937",
                "gateway.organisation.name", "Warwickshire County Council",
                "gateway.organisation.local-authority-code", "937",
                "gateway.organisation.office-hours-phone", "01632 960100",
                "gateway.organisation.emergency-duty-phone", "01632 960999"));
        settings.putAll(Map.of(
                "gateway.mesh.url", mesh.uri().toString(),
                "gateway.mesh.shared-key", "key",
                "gateway.mesh.poll", "300ms",
                "gateway.mesh.mailboxes.opt-out.id", OURS,
                "gateway.mesh.mailboxes.opt-out.password", "secret",
                "gateway.mesh.mailboxes.cp-is.id", "X26OURS02",
                "gateway.mesh.mailboxes.cp-is.password", "secret",
                "gateway.cp-is.recipient-mailbox", CP_IS,
                "gateway.cp-is.workflow-id", CP_IS_WORKFLOW));
        settings.putAll(Map.of("gateway.cp-is.collect", "300ms", "gateway.cp-is.max-records-per-file", "4"));
        settings.putAll(Map.of(
                "gateway.opt-out.recipient-mailbox",
                SERVICE,
                "gateway.opt-out.workflow-id",
                WORKFLOW,
                "gateway.opt-out.collect",
                "500ms",
                // A file that was never sent because of a kill is noticed by this alone.
                "gateway.opt-out.answer-within",
                "20s"));
        settings.putAll(Map.of(
                "gateway.delivery.poll", "200ms",
                "gateway.delivery.batch-size", "20",
                "gateway.delivery.first-pause", "200ms",
                "gateway.delivery.max-pause", "2s",
                "gateway.delivery.max-attempts", "50",
                "gateway.delivery.lease", "3s"));
        settings.putAll(Map.of(
                "gateway.rights.pseudonym-key",
                "a key of the tests, as long as it has to be",
                "gateway.retention-schedule",
                ApprovedSchedule.in(folder)));
        settings.put("gateway.icr.home-region", "coventry-warwickshire");
        regions.forEach((name, server) -> {
            settings.put("gateway.icr.regions." + name + ".url", server.uri().toString());
            settings.put("gateway.icr.regions." + name + ".postcode-areas", POSTCODES.get(name));
            settings.put("gateway.icr.regions." + name + ".connections", "2");
        });
        return settings;
    }
}
