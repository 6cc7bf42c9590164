package uk.gov.warwickshire.gateway.api.access;

import java.util.Map;

/** Purposes of use as callers may write them: the word of the agreement, or the code of HL7 that means the same. */
final class Purposes {

    private static final Map<String, String> OF_HL7 = Map.of(
            "TREAT", "individual-care",
            "ETREAT", "individual-care",
            "BTG", "individual-care",
            "COC", "individual-care",
            "CAREMGT", "individual-care",
            "HRESCH", "research");

    private Purposes() {}

    static String word(String stated) {
        return OF_HL7.getOrDefault(stated, stated);
    }
}
