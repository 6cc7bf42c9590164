package uk.gov.warwickshire.mappings.source.code;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One list, by code and by wording. A wording that two codes share finds neither. */
final class CodeIndex {

    private final Map<String, String> codes = new HashMap<>();
    private final Map<String, String> wordings = new HashMap<>();
    private final Map<String, String> displays = new LinkedHashMap<>();
    private final Set<String> ambiguous = new HashSet<>();

    void add(String code, String display, String aliases) {
        codes.put(code.toUpperCase(Locale.ROOT), code);
        displays.put(code, display.isEmpty() ? code : display);
        word(display, code);
        for (String alias : aliases.split(";")) {
            word(alias, code);
        }
    }

    /** A spelling that means a code of another list, itself or as a wording. */
    void spelling(String text, String code) {
        codes.put(text.toUpperCase(Locale.ROOT), code);
        word(text, code);
    }

    Optional<String> code(String text) {
        return Optional.ofNullable(codes.get(text.toUpperCase(Locale.ROOT)));
    }

    Optional<String> exact(String text) {
        return code(text).or(() -> Optional.ofNullable(wordings.get(plain(text))));
    }

    Optional<String> display(String code) {
        return Optional.ofNullable(displays.get(code));
    }

    /** In the order of the list. */
    List<String> all() {
        return List.copyOf(displays.keySet());
    }

    private void word(String wording, String code) {
        String plain = plain(wording);
        if (plain.isEmpty() || ambiguous.contains(plain)) {
            return;
        }
        String other = wordings.putIfAbsent(plain, code);
        if (other != null && !other.equals(code)) {
            wordings.remove(plain);
            ambiguous.add(plain);
        }
    }

    /** Letters and digits in lower case. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '&') {
                plain.append("and");
            } else if (Character.isLetterOrDigit(c)) {
                plain.append(Character.toLowerCase(c));
            }
        }
        return plain.toString();
    }
}
