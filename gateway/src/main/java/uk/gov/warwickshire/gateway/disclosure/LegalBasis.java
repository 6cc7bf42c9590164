package uk.gov.warwickshire.gateway.disclosure;

import java.util.Arrays;
import java.util.Optional;

/** Why the law lets the council share; the bases its privacy notice names. */
public enum LegalBasis {
    LEGAL_OBLIGATION("legal-obligation"),
    PUBLIC_TASK("public-task"),
    CONSENT("consent");

    private final String code;

    LegalBasis(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    static Optional<LegalBasis> ofCode(String code) {
        return Arrays.stream(values()).filter(b -> b.code.equals(code)).findFirst();
    }
}
