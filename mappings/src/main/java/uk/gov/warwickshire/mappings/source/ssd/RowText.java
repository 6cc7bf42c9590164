package uk.gov.warwickshire.mappings.source.ssd;

import java.util.ArrayList;
import java.util.List;

/**
 * The values of a row as one text: joined by bars, without the empty ones at the end. Holds no backslash, tab, line end
 * or NUL whatever the values hold, so it goes into PostgreSQL's COPY text format as it is; what would be one of these
 * is written with a caret ({@code ^n}).
 */
final class RowText {

    private static final String PLAIN = "^|\\\n\r\t\0";
    private static final String WRITTEN = "^pbnrt0";

    private RowText() {}

    static String encode(List<String> values) {
        int last = values.size();
        while (last > 0 && values.get(last - 1).isEmpty()) {
            last--;
        }
        StringBuilder text = new StringBuilder(16 * last);
        for (int i = 0; i < last; i++) {
            if (i > 0) {
                text.append('|');
            }
            append(text, values.get(i));
        }
        return text.toString();
    }

    /** @return as many values as asked, the missing ones empty, those beyond left out */
    static List<String> decode(String text, int size) {
        List<String> values = new ArrayList<>(size);
        int start = 0;
        while (values.size() < size) {
            int bar = start > text.length() ? -1 : text.indexOf('|', start);
            int end = bar < 0 ? text.length() : bar;
            values.add(start > text.length() ? "" : plain(text.substring(start, end)));
            start = end + 1;
        }
        return values;
    }

    /** One value, without reading the others; empty text if the row ends before it. */
    static String valueAt(String text, int position) {
        int start = 0;
        for (int i = 0; i < position; i++) {
            int bar = text.indexOf('|', start);
            if (bar < 0) {
                return "";
            }
            start = bar + 1;
        }
        int end = text.indexOf('|', start);
        return plain(text.substring(start, end < 0 ? text.length() : end));
    }

    private static void append(StringBuilder text, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            int special = c <= '|' ? PLAIN.indexOf(c) : -1;
            if (special >= 0) {
                text.append('^').append(WRITTEN.charAt(special));
            } else if (Character.isSurrogate(c) && !isPaired(value, i)) {
                // Alone it has no UTF-8 form and would come back as a question mark.
                text.append("^u").append(String.format("%04x", (int) c));
            } else {
                text.append(c);
            }
        }
    }

    private static boolean isPaired(String value, int i) {
        return Character.isHighSurrogate(value.charAt(i))
                ? i + 1 < value.length() && Character.isLowSurrogate(value.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(value.charAt(i - 1));
    }

    private static String plain(String written) {
        if (written.indexOf('^') < 0) {
            return written;
        }
        StringBuilder value = new StringBuilder(written.length());
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c != '^' || i + 1 == written.length()) {
                value.append(c);
            } else if (written.charAt(++i) == 'u') {
                value.append((char) Integer.parseInt(written.substring(i + 1, i + 5), 16));
                i += 4;
            } else {
                value.append(PLAIN.charAt(WRITTEN.indexOf(written.charAt(i))));
            }
        }
        return value.toString();
    }
}
