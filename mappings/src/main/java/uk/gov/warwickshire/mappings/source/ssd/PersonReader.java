package uk.gov.warwickshire.mappings.source.ssd;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.gov.warwickshire.mappings.record.Period;
import uk.gov.warwickshire.mappings.record.Person;
import uk.gov.warwickshire.mappings.source.code.CodeList;

/** ssd_person with ssd_disability and ssd_linked_identifiers. */
final class PersonReader {

    private PersonReader() {}

    /** Empty if there is no usable row; the findings then say why, unless there is none at all. */
    static Optional<Person> read(ReadContext context) {
        List<Person.Disability> disabilities = context.read(SsdTable.DISABILITY, PersonReader::disability).stream()
                .flatMap(Optional::stream)
                .toList();
        List<Person.LinkedIdentifier> identifiers =
                context.read(SsdTable.LINKED_IDENTIFIERS, PersonReader::identifier).stream()
                        .flatMap(Optional::stream)
                        .toList();
        return context.read(SsdTable.PERSON, row -> person(row, disabilities, identifiers)).stream()
                .findFirst();
    }

    private static Person person(
            RowReader row, List<Person.Disability> disabilities, List<Person.LinkedIdentifier> identifiers) {
        Optional<LocalDate> birth = row.date("pers_dob");
        Optional<LocalDate> death = row.date("pers_death_date");
        if (birth.isPresent() && death.filter(d -> d.isBefore(birth.get())).isPresent()) {
            row.reject(
                    "pers_death_date",
                    "DEATH_BEFORE_BIRTH",
                    "The date of death is before the date of birth. Correct it.");
        }
        return new Person(
                row.id(), // ssd_person.pers_person_id
                row.text("pers_forename"),
                row.text("pers_surname"),
                row.coded("pers_sex", CodeList.SEX),
                row.coded("pers_gender", CodeList.GENDER),
                row.coded("pers_ethnicity", CodeList.ETHNICITY),
                birth,
                expectedBirth(row, birth),
                death,
                row.text("pers_upn"),
                row.text("pers_upn_unknown"),
                row.text("pers_legacy_id"),
                row.flag("pers_is_mother").orElse(false),
                row.flag("pers_send_flag"),
                disabilities,
                identifiers,
                row.source());
    }

    /** Beside a date of birth it says nothing any more, so a fault in it is none of the child's. */
    private static Optional<LocalDate> expectedBirth(RowReader row, Optional<LocalDate> birth) {
        return birth.isPresent() ? Optional.empty() : row.date("pers_expected_dob");
    }

    private static Optional<Person.Disability> disability(RowReader row) {
        return row.coded("disa_disability_code", CodeList.DISABILITY)
                .map(coded -> new Person.Disability(row.id(), coded, row.source()));
    }

    private static Optional<Person.LinkedIdentifier> identifier(RowReader row) {
        Period period = row.period("link_valid_from_date", "link_valid_to_date");
        Optional<String> type = row.text("link_identifier_type");
        return row.text("link_identifier_value")
                .filter(v -> type.isPresent())
                .map(value -> new Person.LinkedIdentifier(row.id(), type.orElse(""), value, period, row.source()));
    }
}
