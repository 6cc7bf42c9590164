package uk.gov.warwickshire.mappings.coverage;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import uk.gov.warwickshire.mappings.source.ssd.SsdTable;

/** Words of the names and addresses in an extract, kept as hashes while it is read. */
final class PersonalWords {

    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}']+");
    private static final Pattern JSON_KEY = Pattern.compile("\"\\s*\\w+\\s*\"\\s*:");
    private static final Set<String> COLUMNS =
            Set.of("pers_forename", "pers_surname", "prof_professional_name", "clea_care_leaver_personal_advisor");
    private static final int SHORTEST = 2;

    private final Set<Long> words = new HashSet<>();

    static boolean isIn(SsdTable table, String column) {
        return COLUMNS.contains(column) || (table == SsdTable.ADDRESS && column.equals("addr_address_json"));
    }

    void add(String value) {
        for (String word : NOT_LETTERS.split(JSON_KEY.matcher(value).replaceAll(" "))) {
            if (word.length() >= SHORTEST) {
                words.add(hash(word));
            }
        }
    }

    boolean anyIn(String value) {
        for (String word : NOT_LETTERS.split(value)) {
            if (words.contains(hash(word))) {
                return true;
            }
        }
        return false;
    }

    /** 64 bits of it, so that a million words take little room and seldom collide. */
    private static long hash(String word) {
        long hash = 1125899906842597L;
        String lower = word.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            hash = 31 * hash + lower.charAt(i);
        }
        return hash;
    }
}
