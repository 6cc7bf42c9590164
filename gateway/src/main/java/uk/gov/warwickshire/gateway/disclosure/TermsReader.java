package uk.gov.warwickshire.gateway.disclosure;

import java.util.Map;
import java.util.Set;

/** Reads policy and agreements together: one is valid only beside the other. */
final class TermsReader {

    private final Map<String, Set<String>> areasOfRegions;

    /** @param areasOfRegions postcode areas of each configured region, for agreements that name one */
    TermsReader(Map<String, Set<String>> areasOfRegions) {
        this.areasOfRegions = Map.copyOf(areasOfRegions);
    }

    /** @throws InvalidFileException with file and line of the first mistake */
    Terms read(TermsText policy, TermsText agreements) {
        DisclosurePolicy read = PolicyReader.read(policy.asResource());
        return new Terms(read, new AgreementsReader(read, areasOfRegions).read(agreements.asResource()));
    }
}
