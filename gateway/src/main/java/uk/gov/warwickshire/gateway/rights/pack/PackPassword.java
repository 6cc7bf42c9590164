package uk.gov.warwickshire.gateway.rights.pack;

import java.security.SecureRandom;

/** A password that can be read out over the telephone: five groups of five, without letters that look alike; 120 bits. */
final class PackPassword {

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 5;
    private static final int LETTERS_IN_GROUP = 5;

    private PackPassword() {}

    static String next(SecureRandom random) {
        StringBuilder password = new StringBuilder();
        for (int group = 0; group < GROUPS; group++) {
            if (group > 0) {
                password.append('-');
            }
            for (int i = 0; i < LETTERS_IN_GROUP; i++) {
                password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
        }
        return password.toString();
    }
}
