package uk.gov.warwickshire.mappings.source.ssd;

import java.util.Set;

/** Ids of what a child's rows name outside themselves. */
public record References(Set<String> professionalIds, Set<String> teamIds, Set<String> motherIds) {
    public References {
        professionalIds = Set.copyOf(professionalIds);
        teamIds = Set.copyOf(teamIds);
        motherIds = Set.copyOf(motherIds);
    }
}
