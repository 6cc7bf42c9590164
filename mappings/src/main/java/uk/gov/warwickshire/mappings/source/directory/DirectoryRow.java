package uk.gov.warwickshire.mappings.source.directory;

import java.util.Objects;
import java.util.Optional;
import uk.gov.warwickshire.mappings.record.SourceRow;

/** A team and how to reach it; phones as the council writes them, checked to hold digits. */
public record DirectoryRow(
        String teamId,
        Optional<String> name,
        Optional<String> officeHoursPhone,
        Optional<String> emergencyPhone,
        Optional<String> email,
        SourceRow source) {
    public DirectoryRow {
        if (teamId.isBlank()) {
            throw new IllegalArgumentException("teamId must not be blank");
        }
        Objects.requireNonNull(source, "source");
    }
}
