package uk.gov.warwickshire.mappings.source.cin;

import java.util.List;

/** A child as it stands in the file, and what was odd about how it stands there. */
record ParsedChild(CensusChild child, List<ShapeNote> notes) {
    ParsedChild {
        notes = List.copyOf(notes);
    }
}
