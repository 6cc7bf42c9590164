package uk.gov.warwickshire.mappings.source;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Postcodes as the record wants them; placeholders such as {@code XXXX} or {@code nopostcode} are none. */
public final class Postcodes {

    private static final Pattern POSTCODE = Pattern.compile("[A-Z]{1,2}[0-9][0-9A-Z]?[0-9][A-Z]{2}|GIR0AA");

    private Postcodes() {}

    /** Upper case with one space; empty if it has not the form of a postcode. */
    public static Optional<String> normalise(String text) {
        String packed = text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        return POSTCODE.matcher(packed).matches()
                ? Optional.of(packed.substring(0, packed.length() - 3) + " " + packed.substring(packed.length() - 3))
                : Optional.empty();
    }
}
