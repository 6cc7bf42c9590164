package uk.gov.warwickshire.gateway.intake.child;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.mappings.record.Rejection;
import uk.gov.warwickshire.mappings.source.cin.CensusEntry;
import uk.gov.warwickshire.mappings.source.cin.DeliveredChild;
import uk.gov.warwickshire.mappings.source.ssd.SsdChildRows;

/** Brings what was delivered together with what is kept of the same children. */
@Component
class InputLoader {

    private final ChildSources sources;
    private final CensusEntries entries;
    private final KeptRows rows;

    InputLoader(ChildSources sources, CensusEntries entries, KeptRows rows) {
        this.sources = sources;
        this.entries = entries;
        this.rows = rows;
    }

    /**
     * @param known of which children something is kept
     * @param findings takes what rules and reading found in a census, and what was not taken of it
     */
    List<ChildInput> load(Incoming incoming, Set<String> known, List<Rejection> findings) {
        Map<String, KeptCensus> kept = entries.kept(incoming.childIds());
        if (incoming instanceof Incoming.Census census) {
            return ofCensus(census, kept, findings);
        }
        Incoming.Rows delivered = (Incoming.Rows) incoming;
        return rows.mergedInto(delivered.children(), known, delivered.extract()).stream()
                .map(child -> new ChildInput(child, Optional.ofNullable(kept.get(child.childId())), false))
                .toList();
    }

    private List<ChildInput> ofCensus(Incoming.Census census, Map<String, KeptCensus> kept, List<Rejection> findings) {
        Map<String, SsdChildRows> keptRows = sources.rows(census.childIds());
        List<ChildInput> inputs = new ArrayList<>();
        for (DeliveredChild child : census.children()) {
            CensusEntry entry = child.entry().orElseThrow();
            findings.addAll(child.findings());
            SsdChildRows ofDataset =
                    keptRows.getOrDefault(entry.childId(), new SsdChildRows(entry.childId(), List.of()));
            Optional<KeptCensus> later = Optional.ofNullable(kept.get(entry.childId()))
                    .filter(before -> entry.referenceDate().isBefore(before.referenceDate()));
            if (later.isPresent()) {
                findings.add(ChildFindings.olderCensus(entry));
                inputs.add(new ChildInput(ofDataset, later, false));
            } else {
                inputs.add(new ChildInput(ofDataset, Optional.of(KeptCensus.of(entry)), true));
            }
        }
        return inputs;
    }
}
