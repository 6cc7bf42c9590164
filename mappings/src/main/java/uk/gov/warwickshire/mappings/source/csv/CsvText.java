package uk.gov.warwickshire.mappings.source.csv;

/** Cleaning that holds for every field of every file. */
final class CsvText {

    private static final char NO_BREAK_SPACE = '\u00a0';

    private CsvText() {}

    static String clean(String field) {
        int start = 0;
        int end = field.length();
        while (start < end && isSpace(field.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(field.charAt(end - 1))) {
            end--;
        }
        // Upper case only: that is what SQL Server writes, and Null is a surname.
        return end - start == 4 && field.startsWith("NULL", start) ? "" : field.substring(start, end);
    }

    private static boolean isSpace(char c) {
        return c <= ' ' || c == NO_BREAK_SPACE || c == '\ufeff' || (c > 127 && Character.isWhitespace(c));
    }
}
