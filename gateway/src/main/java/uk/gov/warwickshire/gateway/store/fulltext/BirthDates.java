package uk.gov.warwickshire.gateway.store.fulltext;

import java.time.LocalDate;
import java.util.List;

/** Dates of birth and the slips with which they are written down. */
final class BirthDates {

    private BirthDates() {}

    /** The date itself and, where that is a date too, the one with day and month exchanged; ISO. */
    static List<String> likely(LocalDate date) {
        if (date.getDayOfMonth() > 12 || date.getDayOfMonth() == date.getMonthValue()) {
            return List.of(date.toString());
        }
        return List.of(
                date.toString(),
                LocalDate.of(date.getYear(), date.getDayOfMonth(), date.getMonthValue())
                        .toString());
    }

    /**
     * From 1, the same day, to 0. One figure wrong 0.7, day and month exchanged 0.8, the same year 0.3: judged, not
     * measured.
     */
    static double likeness(LocalDate one, LocalDate other) {
        if (one.equals(other)) {
            return 1;
        }
        if (likely(one).contains(other.toString())) {
            return 0.8;
        }
        if (differingFigures(one.toString(), other.toString()) == 1) {
            return 0.7;
        }
        return one.getYear() == other.getYear() ? 0.3 : 0;
    }

    private static int differingFigures(String one, String other) {
        int differing = 0;
        for (int i = 0; i < Math.min(one.length(), other.length()); i++) {
            if (one.charAt(i) != other.charAt(i)) {
                differing++;
            }
        }
        return differing;
    }
}
