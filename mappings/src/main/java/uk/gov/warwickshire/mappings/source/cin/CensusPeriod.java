package uk.gov.warwickshire.mappings.source.cin;

import java.time.LocalDate;

/** The census year: from 1 April to the reference date, both included. */
public record CensusPeriod(LocalDate start, LocalDate end) {

    private static final int EARLIEST = 2008;
    private static final int LATEST = 2199;

    public CensusPeriod {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("a census year must not end before it starts");
        }
    }

    public static CensusPeriod endingOn(LocalDate referenceDate) {
        return new CensusPeriod(referenceDate.minusYears(1).plusDays(1), referenceDate);
    }

    static boolean isPlausibleEnd(LocalDate day) {
        return day.getYear() >= EARLIEST && day.getYear() <= LATEST;
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(start) && !day.isAfter(end);
    }
}
