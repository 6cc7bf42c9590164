package uk.gov.warwickshire.mappings.cpis;

/** Text that may stand in an XML 1.0 document: one character outside that set would make CP-IS refuse the whole file. */
public final class SendableText {

    private SendableText() {}

    public static boolean isSendable(String text) {
        return !text.isBlank() && text.codePoints().allMatch(SendableText::isXmlCharacter);
    }

    /** @throws IllegalArgumentException naming the field, not the value */
    public static String require(String text, String field) {
        if (!isSendable(text)) {
            throw new IllegalArgumentException(field + " must not be blank and must hold XML characters only");
        }
        return text;
    }

    /** XML 1.0, production 2. */
    private static boolean isXmlCharacter(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || (c >= 0x10000 && c <= 0x10FFFF);
    }
}
