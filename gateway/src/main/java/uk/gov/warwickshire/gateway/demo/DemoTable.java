package uk.gov.warwickshire.gateway.demo;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The table that a newcomer sees: what came of everything, and where to look next. */
final class DemoTable {

    private static final int LABEL = 36;
    private static final int COLUMN = 30;
    private static final List<String> ORDER = List.of("sent", "held", "withheld", "refused");

    private DemoTable() {}

    static String of(
            DemoFigures.Intake intake, List<DemoFigures.Outcome> outcomes, List<DemoFigures.Rejection> rejected) {
        List<String> destinations = outcomes.stream()
                .map(DemoFigures.Outcome::destination)
                .distinct()
                .toList();
        StringBuilder text = new StringBuilder();
        text.append("\n  %,d rows in %d files; children received: %,d%n%n"
                .formatted(intake.rows(), intake.batches(), intake.received()));
        text.append(line(
                "persons at each destination",
                destinations.stream().map(DemoTable::region).toList()));
        text.append("  ")
                .append("-".repeat(LABEL + COLUMN * destinations.size()))
                .append('\n');
        Map<String, Map<String, Long>> rows = outcomes.stream()
                .collect(Collectors.groupingBy(
                        o -> "%-9s %s".formatted(o.outcome(), o.reason()),
                        () -> new TreeMap<>(DemoTable::byOutcome),
                        Collectors.toMap(DemoFigures.Outcome::destination, DemoFigures.Outcome::children)));
        rows.forEach((label, counts) -> text.append(line(
                label,
                destinations.stream()
                        .map(destination ->
                                counts.containsKey(destination) ? "%,d".formatted(counts.get(destination)) : "")
                        .toList())));
        text.append('\n');
        text.append("  rejected children: %,d, and what was left out, by cause:%n".formatted(intake.rejected()));
        rejected.forEach(r -> text.append("    %-16s %-34s %,6d%n".formatted(r.severity(), r.code(), r.count())));
        return text.toString();
    }

    private static String line(String label, List<String> cells) {
        return "  " + ("%-" + LABEL + "s").formatted(label)
                + cells.stream().map(("%" + COLUMN + "s")::formatted).collect(Collectors.joining())
                + "\n";
    }

    /** `coventry-warwickshire` of `icr.coventry-warwickshire`. */
    private static String region(String destination) {
        return destination.substring(destination.indexOf('.') + 1);
    }

    private static int byOutcome(String left, String right) {
        int order = Integer.compare(rank(left), rank(right));
        return order != 0 ? order : left.compareTo(right);
    }

    private static int rank(String label) {
        int index = ORDER.indexOf(label.split(" ", 2)[0]);
        return index < 0 ? ORDER.size() : index;
    }
}
