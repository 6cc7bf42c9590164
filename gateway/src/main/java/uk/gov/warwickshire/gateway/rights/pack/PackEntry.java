package uk.gov.warwickshire.gateway.rights.pack;

import java.util.List;

/** One thing that is told of: a plan, a disclosure, a source. */
public record PackEntry(String heading, List<PackLine> lines) {
    public PackEntry {
        lines = List.copyOf(lines);
    }
}
