package uk.gov.warwickshire.mappings.source.cin;

import java.util.List;
import java.util.Optional;
import uk.gov.warwickshire.mappings.record.Rejection;

/**
 * What a file is beside its children.
 *
 * @param notes on the header
 * @param unknown one finding for each kind of element that is not of the census
 */
record CensusOutline(
        String file, Optional<CensusHeader> header, long children, List<ShapeNote> notes, List<Rejection> unknown) {
    CensusOutline {
        notes = List.copyOf(notes);
        unknown = List.copyOf(unknown);
    }
}
