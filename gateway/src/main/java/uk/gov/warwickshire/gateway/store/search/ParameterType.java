package uk.gov.warwickshire.gateway.store.search;

import java.util.Arrays;
import java.util.Optional;

/** Types of search parameters that are served; composite and special ones are not. */
public enum ParameterType {
    TOKEN,
    STRING,
    DATE,
    REFERENCE,
    URI,
    QUANTITY;

    /** @param code as FHIR writes it, e.g. `token` */
    static Optional<ParameterType> ofCode(String code) {
        return Arrays.stream(values())
                .filter(type -> type.name().equalsIgnoreCase(code))
                .findFirst();
    }
}
