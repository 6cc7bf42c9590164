package uk.gov.warwickshire.mappings.cpis.inbound;

/**
 * How much of an untrusted document is taken in; one that exceeds a limit is malformed.
 *
 * @param bytes size of the whole document
 * @param depth of nested elements
 * @param elements in the document
 * @param textLength characters of one text or attribute value
 * @param attributes on one element
 */
public record XmlLimits(long bytes, int depth, int elements, int textLength, int attributes) {

    /** An acknowledgement that returns every record of a large council is about 2 MB and 40,000 elements. */
    public static final XmlLimits DEFAULT = new XmlLimits(20L * 1024 * 1024, 48, 400_000, 10_000, 32);

    public XmlLimits {
        if (bytes < 1 || depth < 1 || elements < 1 || textLength < 1 || attributes < 1) {
            throw new IllegalArgumentException("limits must be positive");
        }
    }
}
