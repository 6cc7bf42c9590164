package uk.gov.warwickshire.mappings.source;

import uk.gov.warwickshire.mappings.record.NhsNumber;
import uk.gov.warwickshire.mappings.source.FlatFile.BadRow;

/** NHS numbers of files: checked, never repaired. */
public final class NhsNumbers {

    private NhsNumbers() {}

    /** @throws BadRow if the text is no valid number, or a test number where none are allowed */
    public static NhsNumber read(String text, String column, boolean allowTestNumbers) {
        String digits = text.replaceAll("[\\s\\u00a0-]", "");
        if (digits.matches("[0-9]{9}")) {
            throw new BadRow(
                    column,
                    "NHS_NUMBER_SHORT",
                    "The NHS number has nine digits: a spreadsheet probably took a leading zero away. Export the column as text.");
        }
        if (digits.matches("[0-9](\\.[0-9]+)?[eE]\\+?[0-9]+")) {
            throw new BadRow(
                    column,
                    "NHS_NUMBER_ROUNDED",
                    "A spreadsheet has rounded the NHS number to a power of ten. Export the column as text.");
        }
        NhsNumber number = NhsNumber.parse(text)
                .orElseThrow(() -> new BadRow(
                        column,
                        "BAD_NHS_NUMBER",
                        "The NHS number fails its check digit or range. Correct it, or leave it empty."));
        if (number.isTestNumber() && !allowTestNumbers) {
            throw new BadRow(
                    column,
                    "TEST_NHS_NUMBER",
                    "The NHS number is from the range for tests, which is never issued. Correct it, or leave it empty.");
        }
        return number;
    }
}
