package uk.gov.warwickshire.gateway.rights.retention;

import java.util.Locale;

/** Postcodes and codes of placements as they are compared: a postcode is the same with and without its space. */
public final class Places {

    private Places() {}

    public static String canonical(String place) {
        return place.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }
}
