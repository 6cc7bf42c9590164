package uk.gov.warwickshire.gateway.store.fulltext;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is known of a person when one looks for them, or of a Patient that is compared with them.
 *
 * @param nhsNumber ten digits
 * @param families all surnames, the present one first; earlier ones count as much
 * @param givens forenames, the first one first
 * @param gender FHIR code
 * @param postcodes upper case without space
 */
public record Demographics(
        Optional<String> nhsNumber,
        List<String> families,
        List<String> givens,
        Optional<LocalDate> birthDate,
        Optional<String> gender,
        List<String> postcodes,
        List<String> addressLines) {
    public Demographics {
        families = List.copyOf(families);
        givens = List.copyOf(givens);
        postcodes = postcodes.stream().map(Demographics::tight).toList();
        addressLines = List.copyOf(addressLines);
    }

    /** Whether there is too little to look for anybody: at least an NHS number, a surname or a birth date is needed. */
    public boolean isTooLittle() {
        return nhsNumber.isEmpty() && families.isEmpty() && birthDate.isEmpty();
    }

    private static String tight(String postcode) {
        return postcode.replace(" ", "").toUpperCase(Locale.ROOT);
    }

    /** `CV34` of `CV344RL`; the whole where it is too short to have an inward part. */
    static String outward(String postcode) {
        return postcode.length() > 4 ? postcode.substring(0, postcode.length() - 3) : postcode;
    }
}
