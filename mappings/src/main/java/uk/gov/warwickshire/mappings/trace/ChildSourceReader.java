package uk.gov.warwickshire.mappings.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.gov.warwickshire.mappings.record.Identity;
import uk.gov.warwickshire.mappings.record.Rejection;
import uk.gov.warwickshire.mappings.source.RowSink;
import uk.gov.warwickshire.mappings.source.identity.IdentityReader;
import uk.gov.warwickshire.mappings.source.identity.IdentityRow;
import uk.gov.warwickshire.mappings.source.ssd.ReadOptions;
import uk.gov.warwickshire.mappings.source.ssd.ReadOutcome;
import uk.gov.warwickshire.mappings.source.ssd.RowLink;
import uk.gov.warwickshire.mappings.source.ssd.SsdChildReader;
import uk.gov.warwickshire.mappings.source.ssd.SsdChildRows;
import uk.gov.warwickshire.mappings.source.ssd.SsdRow;
import uk.gov.warwickshire.mappings.source.ssd.StagedRow;

/** Reads what was delivered of one child with the readers that intake uses, without a database. */
public final class ChildSourceReader {

    private final ReadOptions options;
    private final IdentityReader identities;
    private final RowStaging staging = new RowStaging();
    private final SsdChildReader reader = new SsdChildReader();

    /** @param allowTestNumbers NHS numbers from 9 000 000 000; never in live use */
    public ChildSourceReader(ReadOptions options, boolean allowTestNumbers) {
        this.options = options;
        this.identities = new IdentityReader(Map.of(), allowTestNumbers);
    }

    /** Empty if no row is the child's. */
    public Optional<ReadOutcome> read(ChildSource source) {
        List<SsdRow> own = new ArrayList<>();
        List<SsdRow> others = new ArrayList<>();
        sort(source, own, others);
        return own.isEmpty()
                ? Optional.empty()
                : Optional.of(reader.read(
                        new SsdChildRows(source.childId(), own),
                        identity(source),
                        DeliveredReference.of(others, source),
                        options));
    }

    /** A row is the child's by its own person id, or through the row it hangs on. */
    private void sort(ChildSource source, List<SsdRow> own, List<SsdRow> others) {
        List<RowLink> keys = new ArrayList<>(List.of(new RowLink(RowLink.Kind.CHILD, source.childId())));
        record Open(DeliveredRow delivered, StagedRow staged) {}
        List<Open> open = new ArrayList<>();
        source.rows().forEach(row -> staging.stage(row).ifPresent(staged -> open.add(new Open(row, staged))));
        for (boolean found = true; found; ) {
            List<Open> next =
                    open.stream().filter(o -> keys.contains(o.staged().owner())).toList();
            next.forEach(o -> {
                own.add(o.staged().in(o.delivered().file()));
                o.staged().provides().ifPresent(keys::add);
            });
            open.removeAll(next);
            found = !next.isEmpty();
        }
        open.forEach(o -> others.add(o.staged().in(o.delivered().file())));
    }

    private Identity identity(ChildSource source) {
        List<IdentityRow> rows = new ArrayList<>();
        for (DeliveredRow row : source.rows()) {
            if (row.table().equals(DeliveredRow.IDENTITY)) {
                RowStaging.read(row, bytes -> identities.read(row.file(), bytes, only(rows)));
            }
        }
        return rows.stream()
                .filter(row -> row.childId().equals(source.childId()))
                .map(IdentityRow::identity)
                .findFirst()
                .orElse(Identity.UNKNOWN);
    }

    /** Keeps the rows; what is wrong with one is for the report of its file. */
    static <T> RowSink<T, RuntimeException> only(List<T> rows) {
        return new RowSink<>() {
            @Override
            public void row(T row) {
                rows.add(row);
            }

            @Override
            public void finding(Rejection finding) {}
        };
    }
}
