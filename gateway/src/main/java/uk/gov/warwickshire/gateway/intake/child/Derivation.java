package uk.gov.warwickshire.gateway.intake.child;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.gov.warwickshire.gateway.common.ErasedPersons.Standing;
import uk.gov.warwickshire.gateway.common.RecordListener.DerivedRecord;
import uk.gov.warwickshire.gateway.store.ChildToSave;
import uk.gov.warwickshire.mappings.record.Rejection;
import uk.gov.warwickshire.mappings.source.cin.CensusEntry;

/** What a chunk of children comes to, before any of it is written. For one thread. */
final class Derivation {

    final List<ChildToSave> records = new ArrayList<>();
    /** The same children, for rooms that keep something of their own. */
    final List<DerivedRecord> derived = new ArrayList<>();

    final List<ChildSource> sources = new ArrayList<>();
    final List<CensusEntry> census = new ArrayList<>();
    final List<Rejection> findings = new ArrayList<>();
    /** Erased children of whom a record is held again because they are at risk. */
    final List<String> returned = new ArrayList<>();

    /** How those of the children stood who were erased, when this was worked out. */
    final Map<String, Standing> erased = new HashMap<>();

    final Map<String, ChildOutcome> outcomes = new HashMap<>();

    List<String> childIds() {
        return List.copyOf(outcomes.keySet());
    }
}
