package uk.gov.warwickshire.mappings.fhir;

import java.time.LocalDate;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import uk.gov.warwickshire.mappings.record.Period;

/** Small values every mapper needs. Days stay days: no time of day is invented. */
final class Elements {

    private Elements() {}

    static DateType date(LocalDate day) {
        return new DateType(day.toString());
    }

    static DateTimeType dateTime(LocalDate day) {
        return new DateTimeType(day.toString());
    }

    /** Empty if neither day is known. */
    static Optional<org.hl7.fhir.r4.model.Period> period(Period period) {
        return period(period.start(), period.end());
    }

    static Optional<org.hl7.fhir.r4.model.Period> period(Optional<LocalDate> start, Optional<LocalDate> end) {
        if (start.isEmpty() && end.isEmpty()) {
            return Optional.empty();
        }
        org.hl7.fhir.r4.model.Period mapped = new org.hl7.fhir.r4.model.Period();
        start.ifPresent(day -> mapped.setStartElement(dateTime(day)));
        end.ifPresent(day -> mapped.setEndElement(dateTime(day)));
        return Optional.of(mapped);
    }

    static CodeableConcept concept(String system, String code, String display) {
        return new CodeableConcept().addCoding(new Coding(system, code, display));
    }
}
