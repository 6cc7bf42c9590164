package uk.gov.warwickshire.mappings.source.cin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.gov.warwickshire.mappings.record.Rejection;
import uk.gov.warwickshire.mappings.record.SourceRow;

/** Counts elements that are not of the census, by where they stand: a new one would otherwise fill the report. */
final class UnknownElements {

    private static final int MOST_KINDS = 100;
    private static final int LONGEST_NAME = 60;
    private static final String OTHERS = "other elements";

    private record Kind(String container, String name) {}

    private record Seen(long line, long count) {
        Seen again() {
            return new Seen(line, count + 1);
        }
    }

    private final String file;
    private final Map<Kind, Seen> seen = new LinkedHashMap<>();

    UnknownElements(String file) {
        this.file = file;
    }

    void add(String container, String name, long line) {
        Kind kind = new Kind(container, name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name);
        Kind counted = seen.containsKey(kind) || seen.size() < MOST_KINDS ? kind : new Kind("Message", OTHERS);
        seen.merge(counted, new Seen(line, 1), (before, one) -> before.again());
    }

    List<Rejection> findings() {
        return seen.entrySet().stream()
                .map(e -> finding(e.getKey(), e.getValue()))
                .toList();
    }

    private Rejection finding(Kind kind, Seen where) {
        return new Rejection(
                new SourceRow(file, kind.container(), where.line()),
                Optional.empty(),
                Optional.of(kind.name()),
                Rejection.Severity.WARNING,
                "UNKNOWN_ELEMENT",
                "The census has no such element there; it was not read. It stands in the file " + where.count()
                        + (where.count() == 1 ? " time." : " times."));
    }
}
