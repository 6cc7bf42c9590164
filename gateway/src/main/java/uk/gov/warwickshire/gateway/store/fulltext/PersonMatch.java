package uk.gov.warwickshire.gateway.store.fulltext;

import java.util.List;
import java.util.Locale;
import uk.gov.warwickshire.gateway.store.StoredResource;

/**
 * A Patient that may be the person looked for.
 *
 * @param score from 0 to 1
 */
public record PersonMatch(StoredResource patient, double score, Grade grade) {

    /** `onlyCertainMatches`: the one that is CERTAIN, nobody if another is as well. */
    public static List<PersonMatch> certainAlone(List<PersonMatch> matches) {
        List<PersonMatch> certain =
                matches.stream().filter(match -> match.grade() == Grade.CERTAIN).toList();
        return certain.size() == 1 ? certain : List.of();
    }

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
