package uk.gov.warwickshire.gateway.intake.child;

import java.util.Map;
import java.util.Set;
import uk.gov.warwickshire.mappings.source.ssd.SsdRow;

/** Rows of ssd_person in the extract that is being read. */
@FunctionalInterface
public interface PersonRows {

    /** No extract is being read. */
    PersonRows NONE = persons -> Map.of();

    /** Those of the named persons that are in it. */
    Map<String, SsdRow> of(Set<String> personIds);
}
