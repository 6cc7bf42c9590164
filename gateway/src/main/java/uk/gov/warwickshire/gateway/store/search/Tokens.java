package uk.gov.warwickshire.gateway.store.search;

/**
 * How values that are equal or not are written in the column `tokens`. The type of resource and the parameter come first,
 * so that one index answers both; what follows says what kind of value it is, so that no value can be taken for another.
 */
final class Tokens {

    /** As on a HAPI server; an index entry has a greatest size. */
    static final int MAX_LENGTH = 200;

    private Tokens() {}

    /** System and code; the empty system is none. */
    static String coded(String key, String system, String code) {
        return key + "|" + cut(system).replace("\\", "\\\\").replace("|", "\\|") + "|" + cut(code);
    }

    /** A code of any system, an id of any type, a URI. */
    static String plain(String key, String value) {
        return key + "=" + cut(value);
    }

    static String system(String key, String system) {
        return key + "^" + cut(system);
    }

    static String reference(String key, String type, String id) {
        return referencePrefix(key) + type + "/" + id;
    }

    static String referencePrefix(String key) {
        return key + "|";
    }

    /** The key of identifiers that a reference itself carries. */
    static String identifierKey(String key) {
        return key + ":identifier";
    }

    /** That the parameter has some value. */
    static String present(String key) {
        return key + "!";
    }

    private static String cut(String value) {
        return value.length() > MAX_LENGTH ? value.substring(0, MAX_LENGTH) : value;
    }
}
