package uk.gov.warwickshire.mappings.fhir;

import java.util.List;
import uk.gov.warwickshire.mappings.record.Network;

/** Adds the directory resources that the resources of the child refer to, and no others: the council, roles, teams. */
final class DirectoryMapper {

    private final OrganizationMapper organizations = new OrganizationMapper();
    private final PractitionerMapper practitioners = new PractitionerMapper();

    void addTo(RecordBuilder builder, ChildContext context) {
        Network network = context.child().network();
        builder.add(Category.DEMOGRAPHICS, organizations.council(context));
        for (Directory.Role role : List.copyOf(context.directory().roles())) {
            network.professional(role.workerId()).ifPresent(professional -> {
                builder.add(Category.PROFESSIONAL_CONTACTS, practitioners.map(context, professional));
                builder.add(Category.PROFESSIONAL_CONTACTS, practitioners.role(context, role, professional));
            });
        }
        for (String teamId : List.copyOf(context.directory().teams())) {
            network.team(teamId)
                    .ifPresent(team -> builder.add(Category.PROFESSIONAL_CONTACTS, organizations.team(context, team)));
        }
    }
}
