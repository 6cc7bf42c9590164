package uk.gov.warwickshire.gateway.demo.token;

import java.util.List;

/**
 * The callers that the demo knows.
 *
 * @param odsCode organisation that the token speaks for
 */
record DemoClient(String id, String odsCode, List<String> scopes) {

    /** As `gateway.organisation.ods-code` of the demo. */
    private static final String COUNCIL = "X937";

    private static final List<String> READ = List.of(
            "system/Patient.rs",
            "system/RelatedPerson.rs",
            "system/Practitioner.rs",
            "system/PractitionerRole.rs",
            "system/Organization.rs",
            "system/CareTeam.rs",
            "system/CarePlan.rs",
            "system/Flag.rs",
            "system/EpisodeOfCare.rs",
            "system/Encounter.rs",
            "system/ServiceRequest.rs",
            "system/Task.rs",
            "system/Observation.rs",
            "system/Condition.rs",
            "system/Provenance.rs");

    /** In the order in which they are printed; each partner is named in an agreement of the demo. */
    static final List<DemoClient> ALL = List.of(
            new DemoClient("partner", "RKB", READ),
            new DemoClient("partner-out-of-region", "RRK", READ),
            new DemoClient("hospital", "RJC", List.of("cp-is.read")),
            new DemoClient("engineer", COUNCIL, List.of("intake.write", "audit.read")),
            new DemoClient("auditor", COUNCIL, List.of("audit.read")));

    DemoClient {
        scopes = List.copyOf(scopes);
    }

    String scope() {
        return String.join(" ", scopes);
    }
}
