package uk.gov.warwickshire.gateway.cpis.query;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What can be asked, with the addresses and parameters of NHS England's guides (cp-is.md 10, generations B and C). */
public enum Endpoint {
    /** The plans of a person, one CareTeam each. */
    CARE_TEAM(Service.CP_IS, List.of("CareTeam"), Set.of()),
    /** The most recent unscheduled accesses to them. */
    AUDIT_EVENT(Service.CP_IS, List.of("AuditEvent"), Set.of("_include", "_count")),
    /** The same plans as Flag, CarePlan and CareTeam. The guide says PatientFlag, its CapabilityStatement Flag. */
    FLAG(Service.PATIENT_FLAGS, List.of("Flag", "PatientFlag"), Set.of("code", "_include"));

    /** One FHIR base each, with a CapabilityStatement of its own. */
    public enum Service {
        CP_IS("/cp-is/FHIR/R4"),
        PATIENT_FLAGS("/patient-flags-api/FHIR/R4");

        private final String path;

        Service(String path) {
            this.path = path;
        }

        public String path() {
            return path;
        }
    }

    private final Service service;
    private final List<String> names;
    private final Set<String> parameters;

    Endpoint(Service service, List<String> names, Set<String> parameters) {
        this.service = service;
        this.names = names;
        this.parameters = parameters;
    }

    public static Optional<Endpoint> ofPath(String path) {
        return Arrays.stream(values())
                .filter(endpoint ->
                        endpoint.names.stream().anyMatch(name -> path.equals(endpoint.service.path() + "/" + name)))
                .findFirst();
    }

    public Service service() {
        return service;
    }

    /** Type of the resource that is counted in the total. */
    public String resourceType() {
        return names.get(0);
    }

    /** Parameters besides those that name the patient. */
    public Set<String> parameters() {
        return parameters;
    }
}
