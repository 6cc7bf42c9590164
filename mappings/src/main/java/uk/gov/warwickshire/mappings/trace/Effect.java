package uk.gov.warwickshire.mappings.trace;

/**
 * What was seen to change when a cell was altered.
 *
 * @param resource whose element it is, as the unaltered record names it
 * @param path of the element; empty text if the resource as a whole came or went
 * @param location of the element in that resource, as {@link MappedElement#location()}
 */
public record Effect(ResourceName resource, String path, String location) {

    private static final String RESTRICTION = "meta.security";

    /** As the register writes it; what concerns every resource alike, once. */
    public String element() {
        if (path.equals(RESTRICTION)) {
            return "*." + path;
        }
        return path.isEmpty() ? resource.label() : resource.label() + "." + path;
    }
}
