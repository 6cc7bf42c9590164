package uk.gov.warwickshire.gateway.cpis;

import java.util.HexFormat;

/**
 * The last answer of CP-IS to a record of a person, where it was a refusal.
 *
 * @param hash of the record, hexadecimal
 */
record Refusal(boolean unborn, String hash, String code, long file) {

    static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
