package uk.gov.warwickshire.gateway.ops.console.now;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import uk.gov.warwickshire.gateway.common.Destination;

/** Names of destinations as people say them. */
final class Titles {

    private Titles() {}

    /** `Birmingham Solihull (ICR)` for `icr.birmingham-solihull`. */
    static String of(Destination destination) {
        if (destination.equals(Destination.CP_IS)) {
            return "CP-IS";
        }
        return destination
                .region()
                .map(region -> words(region) + " (" + destination.family().toUpperCase(Locale.ROOT) + ")")
                .orElse(words(destination.code()));
    }

    private static String words(String code) {
        return Arrays.stream(code.split("-"))
                .filter(word -> !word.isEmpty())
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining(" "));
    }
}
