package uk.gov.warwickshire.mappings.fhir;

import uk.gov.warwickshire.mappings.record.ChildRecord;

/** Maps a whole child. Pure: the same record and organisation give the same resources. Safe for many threads. */
public interface FhirRecordMapper {

    FhirRecord map(ChildRecord child);
}
