package uk.gov.warwickshire.mappings.fhir;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import uk.gov.warwickshire.mappings.record.Network;

/**
 * References to the council, its teams and its professionals. Notes what was referred to, so that exactly that is
 * mapped, and refers by identifier to rows the extract does not hold.
 */
final class Directory {

    /** A professional in a team: what a PractitionerRole is. The team is empty where the source names none. */
    record Role(String workerId, Optional<String> teamId) {
        String key() {
            return teamId.map(team -> workerId + "@" + team).orElse(workerId);
        }
    }

    static final String COUNCIL = "council";
    static final String TEAM = "team";
    static final String PROFESSIONAL = "professional";
    static final String ROLE = "professional-role";

    private final Network network;
    private final MappingSettings settings;
    private final Systems systems;
    private final Set<Role> roles = new LinkedHashSet<>();
    private final Set<String> teams = new LinkedHashSet<>();

    Directory(Network network, MappingSettings settings, Systems systems) {
        this.network = network;
        this.settings = settings;
        this.systems = systems;
    }

    Reference council() {
        return new Reference("Organization/" + councilId()).setDisplay(settings.name());
    }

    Reference team(String teamId) {
        return network.team(teamId)
                .map(team -> {
                    teams.add(teamId);
                    Reference reference = new Reference("Organization/" + id(TEAM, teamId));
                    team.name().ifPresent(reference::setDisplay);
                    return reference;
                })
                .orElseGet(() -> logical("Organization", TEAM, teamId));
    }

    Reference worker(String workerId, Optional<String> teamId) {
        return network.professional(workerId)
                .map(professional -> {
                    Role role = new Role(workerId, teamId);
                    roles.add(role);
                    Reference reference = new Reference("PractitionerRole/" + id(ROLE, role.key()));
                    professional.name().ifPresent(reference::setDisplay);
                    return reference;
                })
                .orElseGet(() -> logical("Practitioner", PROFESSIONAL, workerId));
    }

    Reference practitioner(String workerId) {
        Reference reference = new Reference("Practitioner/" + id(PROFESSIONAL, workerId));
        network.professional(workerId).flatMap(Network.Professional::name).ifPresent(reference::setDisplay);
        return reference;
    }

    String councilId() {
        return ResourceIds.of(Systems.ODS_ORGANISATION, settings.odsCode());
    }

    String id(String kind, String value) {
        return ResourceIds.of(systems.id(kind), value);
    }

    Set<Role> roles() {
        return Collections.unmodifiableSet(roles);
    }

    Set<String> teams() {
        return Collections.unmodifiableSet(teams);
    }

    private Reference logical(String type, String kind, String value) {
        return new Reference()
                .setType(type)
                .setIdentifier(new Identifier().setSystem(systems.id(kind)).setValue(value));
    }
}
