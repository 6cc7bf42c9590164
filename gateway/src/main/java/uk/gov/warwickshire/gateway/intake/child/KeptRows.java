package uk.gov.warwickshire.gateway.intake.child;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.mappings.source.ssd.SsdChildRows;
import uk.gov.warwickshire.mappings.source.ssd.SsdTable;

/** Rows of earlier extracts go on where a new one says nothing of them: absence is never a deletion. */
@Component
class KeptRows {

    private final ChildSources sources;

    KeptRows(ChildSources sources) {
        this.sources = sources;
    }

    /** @param known which of the children something is kept of */
    List<SsdChildRows> mergedInto(List<SsdChildRows> delivered, Set<String> known, Delivered extract) {
        Set<String> wanted = delivered.stream()
                .filter(child -> extract.isPartial() || hasNoPerson(child))
                .map(SsdChildRows::childId)
                .filter(known::contains)
                .collect(Collectors.toSet());
        Map<String, SsdChildRows> kept = sources.rows(wanted);
        return delivered.stream().map(child -> merged(child, kept, extract)).toList();
    }

    private static SsdChildRows merged(SsdChildRows child, Map<String, SsdChildRows> kept, Delivered extract) {
        SsdChildRows before = kept.get(child.childId());
        if (before == null) {
            return child;
        }
        EnumSet<SsdTable> replaced = EnumSet.noneOf(SsdTable.class);
        replaced.addAll(extract.tables());
        if (hasNoPerson(child)) {
            replaced.remove(SsdTable.PERSON);
        }
        return before.mergedWith(child, replaced);
    }

    private static boolean hasNoPerson(SsdChildRows child) {
        return child.of(SsdTable.PERSON).isEmpty();
    }
}
