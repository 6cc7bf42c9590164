package uk.gov.warwickshire.profiles.check;

import java.util.Map;
import java.util.regex.Pattern;

/** How R4 writes the values of its primitive types (datatypes page of R4, regular expressions there). */
enum TextFormat {
    ANY("[\\S\\s]*\\S[\\S\\s]*"),
    ID("[A-Za-z0-9\\-.]{1,64}"),
    CODE("[^\\s]+( [^\\s]+)*"),
    URI("\\S+"),
    DATE("\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?"),
    DATE_TIME(
            "\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01])(T([01]\\d|2[0-3]):[0-5]\\d:([0-5]\\d|60)(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d))?)?)?"),
    INSTANT(
            "\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:([0-5]\\d|60)(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)");

    private static final Map<String, TextFormat> OF_TYPES = Map.of(
            "id",
            ID,
            "code",
            CODE,
            "uri",
            URI,
            "url",
            URI,
            "canonical",
            URI,
            "date",
            DATE,
            "dateTime",
            DATE_TIME,
            "instant",
            INSTANT);

    private final Pattern pattern;

    TextFormat(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    static TextFormat ofType(String type) {
        return OF_TYPES.getOrDefault(type, ANY);
    }

    /** Whether a text may stand there; blank texts and control characters never do. */
    boolean accepts(String text) {
        if (this != ANY) {
            return pattern.matcher(text).matches();
        }
        boolean blank = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\n' && c != '\r' && c != '\t') {
                return false;
            }
            blank = blank && Character.isWhitespace(c);
        }
        return !blank;
    }
}
