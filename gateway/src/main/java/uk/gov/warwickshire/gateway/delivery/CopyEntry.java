package uk.gov.warwickshire.gateway.delivery;

import java.util.List;
import java.util.Optional;
import uk.gov.warwickshire.gateway.disclosure.DisclosedResource;
import uk.gov.warwickshire.mappings.fhir.Category;

/**
 * A resource that a destination holds of a child's record.
 *
 * @param version of the store; 0 if the destination may hold it and nobody knows in which version
 */
public record CopyEntry(String type, String id, long version, Category category) {

    private static final List<String> DIRECTORY = List.of("Organization", "Practitioner", "PractitionerRole");
    private static final long UNKNOWN = 0;

    static CopyEntry of(DisclosedResource resource) {
        return new CopyEntry(resource.type(), resource.id(), resource.version(), resource.category());
    }

    /** Reads what {@link #text} wrote. */
    static CopyEntry parse(String text) {
        String[] parts = text.split("/", 4);
        return new CopyEntry(
                parts[0],
                parts[1],
                Long.parseLong(parts[2]),
                Category.ofCode(parts[3]).orElseThrow());
    }

    String text() {
        return type + "/" + id + "/" + version + "/" + category.code();
    }

    public String reference() {
        return type + "/" + id;
    }

    /** Shared with the records of other children, so a record's withdrawal leaves it where it is. */
    public boolean isDirectory() {
        return DIRECTORY.contains(type);
    }

    CopyEntry ofUnknownVersion() {
        return new CopyEntry(type, id, UNKNOWN, category);
    }

    DisclosedResource disclosed() {
        return new DisclosedResource(type, id, version, category, Optional.empty());
    }
}
