package uk.gov.warwickshire.gateway.store.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Prefixes of ordered values (R4 search 3.1.1.4.5). */
public enum Prefix {
    EQ,
    NE,
    GT,
    LT,
    GE,
    LE,
    SA,
    EB,
    AP;

    static Optional<Prefix> ofCode(String code) {
        return Arrays.stream(values())
                .filter(prefix -> prefix.name().toLowerCase(Locale.ROOT).equals(code))
                .findFirst();
    }
}
