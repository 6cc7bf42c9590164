package uk.gov.warwickshire.gateway.store.fulltext;

import java.util.Locale;
import uk.gov.warwickshire.gateway.store.StoredResource;

/**
 * A Patient that may be the person looked for.
 *
 * @param score from 0 to 1
 */
public record PersonMatch(StoredResource patient, double score, Grade grade) {

    /** Codes of `http://terminology.hl7.org/CodeSystem/match-grade`. */
    public enum Grade {
        CERTAIN,
        PROBABLE,
        POSSIBLE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
