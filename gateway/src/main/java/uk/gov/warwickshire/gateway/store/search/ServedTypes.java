package uk.gov.warwickshire.gateway.store.search;

import java.util.List;
import java.util.Set;

/** Types of resources that can be searched for. */
public final class ServedTypes {

    /** What the mappers make. */
    public static final List<String> ALL = List.of(
            "CarePlan",
            "CareTeam",
            "EpisodeOfCare",
            "Flag",
            "Observation",
            "Organization",
            "Patient",
            "Practitioner",
            "PractitionerRole",
            "Provenance",
            "RelatedPerson",
            "ServiceRequest",
            "Task");

    private static final Set<String> DIRECTORY = Set.of("Organization", "Practitioner", "PractitionerRole");

    private ServedTypes() {}

    /** Shared by children and of none of them. */
    public static boolean isDirectory(String type) {
        return DIRECTORY.contains(type);
    }
}
