package uk.gov.warwickshire.gateway.store.search;

import ca.uhn.fhir.util.StringUtil;

/** Strings as they are compared. */
final class Normal {

    /** An index entry has a greatest size. */
    static final int MAX_LENGTH = 500;

    private Normal() {}

    /** Without case and accents, as a HAPI server does it. */
    static String of(String text) {
        return exact(StringUtil.normalizeStringForSearchIndexing(text));
    }

    static String exact(String text) {
        return text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
    }
}
