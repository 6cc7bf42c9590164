package uk.gov.warwickshire.mappings.coverage;

import java.util.regex.Pattern;

/**
 * Decides whether a value that has no entry in a list may be shown, so that somebody can map it. A coded column may hold
 * anything a person typed, so a value is shown only if all of these hold; else it is counted:
 *
 * <ul>
 *   <li>it stands on at least {@value #FEWEST_ROWS} rows: what is said that often is said of no one;
 *   <li>the column has at most {@value #MOST_VALUES} such values: a column with more holds free text;
 *   <li>it is at most {@value #LONGEST} characters of letters, digits, spaces and the punctuation of a list;
 *   <li>it has no run of four digits: no year, date, phone, NHS number, id or postcode with a house number;
 *   <li>none of its words is a word of a name or address in the same extract.
 * </ul>
 */
final class ValueDisclosure {

    static final long FEWEST_ROWS = 10;
    static final int MOST_VALUES = 100;
    static final int LONGEST = 60;

    private static final Pattern LIST_VALUE = Pattern.compile("[\\p{L}0-9 ()/&,.'+:;-]{1," + LONGEST + "}");
    private static final Pattern LONG_NUMBER = Pattern.compile(".*[0-9]{4}.*");
    private static final Pattern POSTCODE = Pattern.compile("(?i).*\\b[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}\\b.*");

    private final PersonalWords personal;

    ValueDisclosure(PersonalWords personal) {
        this.personal = personal;
    }

    /** @param values how many different values of this kind the column has */
    boolean mayBeShown(String value, long rows, int values) {
        return rows >= FEWEST_ROWS
                && values <= MOST_VALUES
                && LIST_VALUE.matcher(value).matches()
                && !LONG_NUMBER.matcher(value).matches()
                && !POSTCODE.matcher(value).matches()
                && !personal.anyIn(value);
    }
}
