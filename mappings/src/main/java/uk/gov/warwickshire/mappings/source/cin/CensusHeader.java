package uk.gov.warwickshire.mappings.source.cin;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Optional;

/** Header: whose return of which year. */
public record CensusHeader(
        long line,
        Optional<CensusValue> collection,
        Optional<CensusValue> year,
        Optional<CensusValue> referenceDate,
        Optional<CensusValue> authority) {

    private static final MonthDay YEAR_END = MonthDay.of(Month.MARCH, 31);

    static CensusHeader of(CensusNode header) {
        Optional<CensusNode> details = header.child("CollectionDetails");
        return new CensusHeader(
                header.line(),
                details.flatMap(d -> d.value("Collection")),
                details.flatMap(d -> d.value("Year")),
                details.flatMap(d -> d.value("ReferenceDate")),
                header.child("Source").flatMap(s -> s.value("LEA")));
    }

    /** The day the return is of; a missing reference date is taken from the year. Empty if neither can be read. */
    public Optional<CensusPeriod> period() {
        return referenceDate
                .flatMap(CensusValue::date)
                .or(this::endOfYear)
                .filter(CensusPeriod::isPlausibleEnd)
                .map(CensusPeriod::endingOn);
    }

    /** 31 March of the year the header names. */
    public Optional<LocalDate> endOfYear() {
        return year.map(CensusValue::text)
                .filter(text -> text.matches("[0-9]{4}"))
                .map(text -> YEAR_END.atYear(Integer.parseInt(text)));
    }
}
