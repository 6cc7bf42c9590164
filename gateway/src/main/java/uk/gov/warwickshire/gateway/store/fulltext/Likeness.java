package uk.gov.warwickshire.gateway.store.fulltext;

import java.util.List;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** How like a Patient is to a person looked for, from what both sides tell; weights are judged, not measured. */
final class Likeness {

    private static final double FAMILY = 3;
    private static final double GIVEN = 2;
    private static final double BIRTH = 4;
    private static final double POSTCODE = 1.5;
    private static final double ADDRESS = 0.5;
    private static final double GENDER = 0.5;
    private static final double NUMBER = 6;

    /** Names that only sound alike are this like at least. */
    private static final double SOUNDING = 0.88;

    private static final JaroWinklerSimilarity LETTERS = new JaroWinklerSimilarity();

    private Likeness() {}

    /** From 0 to 1; what one side does not tell counts neither way. */
    static double of(Demographics sought, Demographics found) {
        Mean mean = new Mean();
        if (sought.nhsNumber().isPresent() && found.nhsNumber().isPresent()) {
            mean.add(NUMBER, sought.nhsNumber().equals(found.nhsNumber()) ? 1 : 0);
        }
        mean.add(FAMILY, sought.families(), found.families(), Likeness::ofNames);
        mean.add(GIVEN, sought.givens(), found.givens(), Likeness::ofNames);
        if (sought.birthDate().isPresent() && found.birthDate().isPresent()) {
            mean.add(
                    BIRTH,
                    BirthDates.likeness(
                            sought.birthDate().get(), found.birthDate().get()));
        }
        mean.add(POSTCODE, sought.postcodes(), found.postcodes(), Likeness::ofPostcodes);
        mean.add(ADDRESS, sought.addressLines(), found.addressLines(), Likeness::ofAddresses);
        if (sought.gender().isPresent() && found.gender().isPresent()) {
            mean.add(GENDER, sought.gender().equals(found.gender()) ? 1 : 0);
        }
        return mean.value();
    }

    /** The best of any pair: an earlier surname is as good as the present one. */
    private static double ofNames(List<String> sought, List<String> found) {
        return sought.stream()
                .flatMap(one -> found.stream().map(other -> ofName(Words.joined(one), Words.joined(other))))
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
    }

    private static double ofName(String one, String other) {
        double written = LETTERS.apply(one, other);
        return one.equals(other) ? 1 : Math.max(Math.min(written, 0.97), Sounds.alike(one, other) ? SOUNDING : 0);
    }

    private static double ofPostcodes(List<String> sought, List<String> found) {
        if (sought.stream().anyMatch(found::contains)) {
            return 1;
        }
        boolean outward = sought.stream()
                .map(Demographics::outward)
                .anyMatch(found.stream().map(Demographics::outward).toList()::contains);
        return outward ? 0.6 : 0;
    }

    private static double ofAddresses(List<String> sought, List<String> found) {
        List<String> wanted = Words.of(String.join(" ", sought));
        List<String> there = Words.of(String.join(" ", found));
        return wanted.isEmpty()
                ? 0
                : (double) wanted.stream().filter(there::contains).count() / wanted.size();
    }

    /** A mean of what is known. */
    private static final class Mean {

        private double weights;
        private double sum;

        void add(double weight, double value) {
            weights += weight;
            sum += weight * value;
        }

        void add(double weight, List<String> sought, List<String> found, Comparison comparison) {
            if (!sought.isEmpty() && !found.isEmpty()) {
                add(weight, comparison.of(sought, found));
            }
        }

        double value() {
            return weights == 0 ? 0 : sum / weights;
        }
    }

    private interface Comparison {
        double of(List<String> sought, List<String> found);
    }
}
