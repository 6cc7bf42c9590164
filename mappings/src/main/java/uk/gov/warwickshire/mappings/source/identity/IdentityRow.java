package uk.gov.warwickshire.mappings.source.identity;

import java.util.Objects;
import uk.gov.warwickshire.mappings.record.Identity;
import uk.gov.warwickshire.mappings.record.SourceRow;

/** What the identity file says of one person. */
public record IdentityRow(String childId, Identity identity, SourceRow source) {
    public IdentityRow {
        if (childId.isBlank()) {
            throw new IllegalArgumentException("childId must not be blank");
        }
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(source, "source");
    }
}
