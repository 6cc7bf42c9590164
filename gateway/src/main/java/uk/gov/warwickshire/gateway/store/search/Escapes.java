package uk.gov.warwickshire.gateway.store.search;

import java.util.ArrayList;
import java.util.List;

/** Separators in values, which a backslash takes their meaning (R4 search 3.1.1.4.1). */
final class Escapes {

    private static final String ESCAPABLE = ",|$\\";

    private Escapes() {}

    /** Parts between separators that are not escaped; the parts are still escaped. */
    static List<String> split(String value, char separator) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == separator) {
                parts.add(value.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(value.substring(from));
        return parts;
    }

    /** A backslash before anything else stands for itself. */
    static String unescape(String value) {
        if (value.indexOf('\\') < 0) {
            return value;
        }
        StringBuilder plain = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean escape = c == '\\' && i + 1 < value.length() && ESCAPABLE.indexOf(value.charAt(i + 1)) >= 0;
            if (escape) {
                i++;
            }
            plain.append(value.charAt(i));
        }
        return plain.toString();
    }
}
