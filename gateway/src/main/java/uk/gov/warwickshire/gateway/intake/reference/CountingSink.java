package uk.gov.warwickshire.gateway.intake.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import uk.gov.warwickshire.mappings.record.Rejection;
import uk.gov.warwickshire.mappings.source.RowSink;

/** Passes rows and findings on in parts, and counts them. */
final class CountingSink<T> implements RowSink<T, RuntimeException> {

    private static final int PART = 1000;

    private final Consumer<List<T>> rowParts;
    private final Consumer<List<Rejection>> findingParts;
    private final List<T> rows = new ArrayList<>();
    private final List<Rejection> findings = new ArrayList<>();
    private long accepted;
    private long rejected;

    CountingSink(Consumer<List<T>> rowParts, Consumer<List<Rejection>> findingParts) {
        this.rowParts = rowParts;
        this.findingParts = findingParts;
    }

    @Override
    public void row(T row) {
        accepted++;
        rows.add(row);
        if (rows.size() == PART) {
            flush();
        }
    }

    @Override
    public void finding(Rejection finding) {
        if (finding.severity().isRejection()) {
            rejected++;
        }
        findings.add(finding);
        if (findings.size() == PART) {
            flush();
        }
    }

    /** To be called after the last row. */
    void flush() {
        if (!rows.isEmpty()) {
            rowParts.accept(List.copyOf(rows));
            rows.clear();
        }
        if (!findings.isEmpty()) {
            findingParts.accept(List.copyOf(findings));
            findings.clear();
        }
    }

    long accepted() {
        return accepted;
    }

    long rejected() {
        return rejected;
    }
}
