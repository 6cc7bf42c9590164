package uk.gov.warwickshire.gateway.rights.retention;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * A class of records with its period.
 *
 * @param service children who had this service have records of the class
 * @param years how long they are kept, from the event
 * @param ground why so long: the law, or that the council has settled it
 * @param line in the schedule's file
 */
public record RecordClass(
        String code, Service service, int years, RetentionEvent runsFrom, LawfulBasis basis, String ground, int line) {

    /** The periods of the privacy notice; the notice does not say which service has which. */
    public static final Set<Integer> OF_THE_NOTICE = Set.of(1, 2, 6, 10, 25, 75, 100);

    public boolean isPeriodOfTheNotice() {
        return OF_THE_NOTICE.contains(years);
    }

    /** The first day on which it may be disposed of; empty if the day of the event is not known. */
    Optional<LocalDate> disposableFrom(RetentionFacts facts) {
        return runsFrom.dayOf(facts, service).map(this::after);
    }

    LocalDate after(LocalDate event) {
        return Anniversaries.of(event, years);
    }

    /** As people read it: `75 years from the date of birth`. */
    public String period() {
        return years + (years == 1 ? " year from " : " years from ") + runsFrom.words();
    }
}
