package uk.gov.warwickshire.gateway.rights.pack;

import java.util.List;

/** A part of the pack with a heading of its own. */
public record PackSection(String title, String intro, List<PackEntry> entries) {
    public PackSection {
        entries = List.copyOf(entries);
    }

    /** Whether every entry has the same labels, so that it reads best as a table. */
    public boolean isTable() {
        return entries.size() > 1
                && entries.stream()
                                .map(entry -> entry.lines().stream()
                                        .map(PackLine::label)
                                        .toList())
                                .distinct()
                                .count()
                        == 1
                && !entries.get(0).lines().isEmpty();
    }
}
