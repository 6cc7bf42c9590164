package uk.gov.warwickshire.gateway.rights.retention;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** On which basis records of a class are kept (privacy notice): what stands against erasure before the period is over. */
public enum LawfulBasis {
    LEGAL_OBLIGATION,
    PUBLIC_TASK,
    CONSENT;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<LawfulBasis> ofCode(String code) {
        return Stream.of(values()).filter(basis -> basis.code().equals(code)).findFirst();
    }
}
