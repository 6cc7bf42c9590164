package uk.gov.warwickshire.mappings.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import uk.gov.warwickshire.mappings.trace.ColumnKind;
import uk.gov.warwickshire.mappings.trace.MappedColumn;

/** Counts the values of one column. Remembers a limited number of different ones, however long the table. */
final class ColumnTally {

    private static final int REMEMBERED = 2_000;
    private static final int LINES = 20;
    private static final String LIKE_A_COLUMN = "[a-z][a-z0-9_]{0,62}";

    private record Missing(String value, String in, boolean national) {}

    private final String name;
    private final Optional<MappedColumn> column;
    private final Function<String, Verdict> check;
    private final Map<String, Verdict> verdicts = new HashMap<>();
    private final Map<Missing, Long> missing = new HashMap<>();
    private final List<Long> lines = new ArrayList<>();
    private long filled;
    private long mapped;
    private long open;
    private long unreadable;
    private long unlisted;
    private long beyondMemory;

    ColumnTally(String name, Optional<MappedColumn> column, Function<String, Verdict> check) {
        this.name = name;
        this.column = column;
        this.check = check;
    }

    boolean isMapped() {
        return column.filter(c -> c.isMapped() || c.kind() == ColumnKind.OWNER).isPresent();
    }

    void filled() {
        filled++;
    }

    void judge(String value, long line) {
        Verdict verdict = verdicts.get(value);
        if (verdict == null) {
            verdict = check.apply(value);
            if (verdicts.size() < REMEMBERED) {
                verdicts.put(value, verdict);
            }
        }
        switch (verdict.kind()) {
            case MAPPED -> mapped++;
            case OPEN -> open++;
            case UNREADABLE -> {
                unreadable++;
                if (lines.size() < LINES) {
                    lines.add(line);
                }
            }
            case UNLISTED -> {}
        }
        if (verdict.missingIn().isPresent()) {
            missing(new Missing(verdict.shownAs(), verdict.missingIn().get(), verdict.national()));
        }
    }

    private void missing(Missing value) {
        unlisted++;
        if (missing.size() < REMEMBERED || missing.containsKey(value)) {
            missing.merge(value, 1L, Long::sum);
        } else {
            beyondMemory++;
        }
    }

    ColumnCoverage coverage(ValueDisclosure disclosure) {
        int values = (int) missing.keySet().stream().filter(m -> !m.national()).count();
        List<ShownValue> shown = missing.entrySet().stream()
                .filter(e -> e.getKey().national()
                        || disclosure.mayBeShown(e.getKey().value(), e.getValue(), values))
                .map(e -> new ShownValue(e.getKey().value(), e.getKey().in(), e.getValue()))
                .sorted(Comparator.comparingLong(ShownValue::rows).reversed().thenComparing(ShownValue::value))
                .toList();
        long shownRows = shown.stream().mapToLong(ShownValue::rows).sum();
        return new ColumnCoverage(
                name.matches(LIKE_A_COLUMN) ? name : "(name not shown)",
                handling(),
                reason(),
                filled,
                mapped,
                open,
                unreadable,
                lines,
                unlisted,
                shown,
                missing.size() - shown.size() + (beyondMemory > 0 ? 1 : 0),
                unlisted - shownRows);
    }

    private Handling handling() {
        if (column.isEmpty()) {
            return Handling.UNKNOWN;
        }
        return isMapped() ? Handling.MAPPED : Handling.LEFT_OUT;
    }

    private String reason() {
        return switch (handling()) {
            case MAPPED -> "";
            case LEFT_OUT -> column.map(MappedColumn::remark).orElse("");
            case UNKNOWN -> "Not a column the mapping knows; it is never read.";
        };
    }
}
