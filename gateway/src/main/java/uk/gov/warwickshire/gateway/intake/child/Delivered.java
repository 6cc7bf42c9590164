package uk.gov.warwickshire.gateway.intake.child;

import java.util.EnumSet;
import java.util.Set;
import uk.gov.warwickshire.mappings.source.ssd.SsdTable;

/**
 * The extract that rows of children come from.
 *
 * @param tables those it has; rows of others are kept as they were
 * @param persons its rows of ssd_person
 */
public record Delivered(Set<SsdTable> tables, PersonRows persons) {
    /** No extract: the rows are those kept. */
    public static final Delivered NOTHING = new Delivered(EnumSet.allOf(SsdTable.class), PersonRows.NONE);

    public Delivered {
        tables = Set.copyOf(tables);
    }

    /** Whether rows of earlier extracts may have to be kept. */
    boolean isPartial() {
        return EnumSet.allOf(SsdTable.class).stream()
                .anyMatch(table -> !table.isReference() && !tables.contains(table));
    }
}
