package uk.gov.warwickshire.gateway.rights.pack;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * The same disclosure many times is told of once, with every time it happened: six years of a message a week would hide in
 * three hundred rows the one that differs.
 */
final class Occasions {

    /** Nothing is to be reviewed. */
    static final BiFunction<String, PackLine, PackLine> NOBODY = (heading, line) -> line;

    /** Without a place at which a line may break. */
    private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("d\u00a0MMM\u00a0HH.mm", Locale.UK);

    private static final ZoneId COUNCIL = ZoneId.of("Europe/London");

    private final Map<PackEntry, List<ZonedDateTime>> times = new LinkedHashMap<>();

    /** Newest first. */
    void add(PackEntry what, Instant when) {
        times.computeIfAbsent(what, first -> new ArrayList<>()).add(when.atZone(COUNCIL));
    }

    /** @param reviewed marks lines that a person must look at, by heading */
    List<PackEntry> entries(BiFunction<String, PackLine, PackLine> reviewed) {
        List<PackEntry> entries = new ArrayList<>();
        times.forEach((what, when) -> {
            List<PackLine> lines = new ArrayList<>(what.lines().stream()
                    .map(line -> reviewed.apply(what.heading(), line))
                    .toList());
            byYear(when)
                    .forEach((year, each) -> lines.add(PackLine.of(
                            year + ", " + (each.size() == 1 ? "once" : each.size() + " times"),
                            each.stream().map(AT::format).collect(Collectors.joining(", ")))));
            entries.add(new PackEntry(what.heading(), lines));
        });
        return entries;
    }

    private static Map<Integer, List<ZonedDateTime>> byYear(List<ZonedDateTime> when) {
        return when.stream()
                .collect(Collectors.groupingBy(
                        ZonedDateTime::getYear, () -> new TreeMap<>(Comparator.reverseOrder()), Collectors.toList()));
    }
}
