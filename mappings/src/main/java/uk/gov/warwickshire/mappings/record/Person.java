package uk.gov.warwickshire.mappings.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A row of ssd_person with what belongs to it.
 *
 * @param personId the council's person id (`pers_person_id`), unique for life, never merged with another
 * @param sex M, F or U where the source named one of them
 * @param birthDate empty for an unborn child
 * @param expectedBirthDate an expected date, or an estimated one of a live child (source-formats.md 2)
 */
public record Person(
        String personId,
        Optional<String> forename,
        Optional<String> surname,
        Optional<Coded> sex,
        Optional<Coded> gender,
        Optional<Coded> ethnicity,
        Optional<LocalDate> birthDate,
        Optional<LocalDate> expectedBirthDate,
        Optional<LocalDate> deathDate,
        Optional<String> upn,
        Optional<String> upnUnknownReason,
        Optional<String> legacyId,
        boolean mother,
        Optional<Boolean> send,
        List<Disability> disabilities,
        List<LinkedIdentifier> linkedIdentifiers,
        SourceRow source) {

    public Person {
        if (personId.isBlank()) {
            throw new IllegalArgumentException("personId must not be blank");
        }
        Objects.requireNonNull(source, "source");
        disabilities = List.copyOf(disabilities);
        linkedIdentifiers = List.copyOf(linkedIdentifiers);
    }

    /** Not yet born as far as the source knows: an expected date and no date of birth. */
    public boolean isUnborn(LocalDate today) {
        return birthDate.isEmpty()
                && expectedBirthDate.filter(d -> d.isAfter(today)).isPresent();
    }

    /** ssd_disability. */
    public record Disability(String id, Coded disability, SourceRow source) {}

    /** ssd_linked_identifiers: kept by hand in the case system, so possibly stale. */
    public record LinkedIdentifier(String id, String type, String value, Period period, SourceRow source) {}
}
