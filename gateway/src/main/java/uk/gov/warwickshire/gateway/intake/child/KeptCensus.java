package uk.gov.warwickshire.gateway.intake.child;

import java.time.LocalDate;
import uk.gov.warwickshire.mappings.source.cin.CensusEntry;

/**
 * A child's entry in the census of which it was last accepted.
 *
 * @param content {@link CensusEntry#toJson()}
 */
record KeptCensus(LocalDate referenceDate, String content, String hash) {

    static KeptCensus of(CensusEntry entry) {
        return new KeptCensus(entry.referenceDate(), entry.toJson(), entry.contentHash());
    }

    CensusEntry entry() {
        return CensusEntry.fromJson(content);
    }
}
