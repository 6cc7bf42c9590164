package uk.gov.warwickshire.mappings.source.merge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.gov.warwickshire.mappings.record.Coded;
import uk.gov.warwickshire.mappings.record.Person;
import uk.gov.warwickshire.mappings.record.Rejection;
import uk.gov.warwickshire.mappings.record.SourceRow;

/** Who the child is: the dataset's word counts where it has one. */
final class PersonMerge {

    private static final String NO_DISABILITY = "NONE";

    private PersonMerge() {}

    /**
     * Two persons under one id: the dates of birth differ, and so does the pupil number or, without two of them, the
     * sex. Then nothing is taken over: it would be told of the wrong child.
     */
    static Optional<Rejection> contradiction(Person ssd, Person census, MergeNotes notes) {
        boolean contradicts = differ(ssd.birthDate(), census.birthDate())
                && ((ssd.upn().isPresent() && census.upn().isPresent())
                        ? differ(ssd.upn(), census.upn())
                        : differ(known(ssd.sex()), known(census.sex())));
        return contradicts
                ? Optional.of(notes.finding(
                        census.source(),
                        "LAchildID",
                        Rejection.Severity.CHILD_REJECTED,
                        "NOT_SAME_CHILD",
                        "The census and the dataset have different persons under this id; nothing of the census was"
                                + " taken. Correct the id in one of them."))
                : Optional.empty();
    }

    static Person merge(Person ssd, Person census, MergeNotes notes) {
        SourceRow of = ssd.source();
        SourceRow from = census.source();
        Optional<LocalDate> birth = notes.first("birthDate", of, ssd.birthDate(), from, census.birthDate());
        if (differ(ssd.birthDate(), census.birthDate())) {
            notes.differs(
                    from,
                    "PersonBirthDate",
                    "BIRTH_DATE_DIFFERS",
                    "The dataset has another date of birth, which was used. Correct the one that is wrong.");
        }
        Optional<String> upn = notes.first("upn", of, ssd.upn(), from, census.upn());
        return new Person(
                ssd.personId(),
                ssd.forename(),
                ssd.surname(),
                notes.coded("sex", of, ssd.sex(), from, census.sex()),
                ssd.gender(),
                notes.coded("ethnicity", of, ssd.ethnicity(), from, census.ethnicity()),
                birth,
                birth.isPresent()
                        ? Optional.empty()
                        : notes.first(
                                "expectedBirthDate", of, ssd.expectedBirthDate(), from, census.expectedBirthDate()),
                notes.first("deathDate", of, ssd.deathDate(), from, census.deathDate()),
                upn,
                upn.isPresent()
                        ? ssd.upnUnknownReason()
                        : notes.first("upnUnknownReason", of, ssd.upnUnknownReason(), from, census.upnUnknownReason()),
                ssd.legacyId(),
                ssd.mother(),
                ssd.send(),
                disabilities(ssd.disabilities(), census.disabilities()),
                ssd.linkedIdentifiers(),
                of);
    }

    /** All that either knows; that there is none counts only if neither knows one. */
    private static List<Person.Disability> disabilities(List<Person.Disability> ssd, List<Person.Disability> census) {
        List<Person.Disability> all = new ArrayList<>(ssd);
        for (Person.Disability other : census) {
            boolean known = all.stream().anyMatch(d -> same(d.disability(), other.disability()));
            boolean none = other.disability().is(NO_DISABILITY) && !all.isEmpty();
            if (!known && !none) {
                all.add(other);
            }
        }
        boolean any = all.stream().anyMatch(d -> !d.disability().is(NO_DISABILITY));
        return all.stream()
                .filter(d -> !any || !d.disability().is(NO_DISABILITY))
                .toList();
    }

    private static boolean same(Coded one, Coded other) {
        return one.code().isPresent() ? one.code().equals(other.code()) : one.equals(other);
    }

    private static Optional<String> known(Optional<Coded> sex) {
        return sex.flatMap(Coded::code).filter(code -> !code.equals("U"));
    }

    private static <V> boolean differ(Optional<V> one, Optional<V> other) {
        return one.isPresent() && other.isPresent() && !one.equals(other);
    }
}
