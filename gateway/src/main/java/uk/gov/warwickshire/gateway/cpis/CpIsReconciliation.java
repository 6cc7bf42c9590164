package uk.gov.warwickshire.gateway.cpis;

import java.io.Writer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.cpis.CpIsReconciliationLine.Standing;

/** Desired against acknowledged, person by person, at any time. */
@Component
public class CpIsReconciliation {

    /** Of the records sent, so many must be matched (cp-is.md 7). */
    public static final double REQUIRED_PERCENT = 95;

    /**
     * @param standings how many persons stand how; every standing is named
     * @param wanted persons that CP-IS should hold something of
     * @param matched those of them whose record CP-IS has taken under the number in use
     * @param failing those of them whose record it has not taken, or could not be given
     */
    public record Summary(Map<Standing, Long> standings, long wanted, long matched, long failing) {

        public Summary {
            standings = Map.copyOf(standings);
        }

        /** Matched of those that have been answered or cannot be sent; empty before the first. */
        public OptionalDouble matchedPercent() {
            long settled = matched + failing;
            return settled == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * matched / settled);
        }

        public boolean isEnoughMatched() {
            return matchedPercent().orElse(100) >= REQUIRED_PERCENT;
        }
    }

    private final PersonStates persons;
    private final UploadTable uploads;
    private final Teams teams;

    CpIsReconciliation(PersonStates persons, UploadTable uploads, Teams teams) {
        this.persons = persons;
        this.uploads = uploads;
        this.teams = teams;
    }

    /** Everyone CP-IS should hold something of, or does, in the order of their ids. */
    public List<CpIsReconciliationLine> lines() {
        Map<String, String> names = teams.names();
        List<CpIsReconciliationLine> lines = new ArrayList<>();
        positions()
                .forEach(position -> lines.add(position.line(
                        Optional.ofNullable(names.get(position.state().personId())))));
        return List.copyOf(lines);
    }

    public Optional<CpIsReconciliationLine> of(String personId) {
        return lines().stream().filter(line -> line.personId().equals(personId)).findFirst();
    }

    public Summary summary() {
        Map<Standing, Long> standings = new EnumMap<>(Standing.class);
        for (Standing standing : Standing.values()) {
            standings.put(standing, 0L);
        }
        long wanted = 0;
        long matched = 0;
        long failing = 0;
        for (Position position : positions()) {
            standings.merge(position.standing(), 1L, Long::sum);
            boolean counts = position.state().isWanted();
            boolean held = position.state().holding().isPresent();
            wanted += counts ? 1 : 0;
            if (counts && position.standing() == Standing.FAILING) {
                failing++;
            } else if (counts && held) {
                matched++;
            }
        }
        return new Summary(standings, wanted, matched, failing);
    }

    /** As CSV, header always. The writer is flushed, not closed. */
    public void writeCsv(Writer writer) {
        CsvLines csv = new CsvLines(
                writer, "person_id", "team", "standing", "desired", "acknowledged", "acknowledged_at", "words");
        lines().forEach(line -> csv.line(
                line.personId(),
                line.teamName().orElse(""),
                line.standing().name(),
                String.join("; ", line.desired()),
                String.join("; ", line.acknowledged()),
                line.acknowledgedAt().map(Object::toString).orElse(""),
                line.words()));
        csv.end();
    }

    private List<Position> positions() {
        Map<String, List<Upload>> open = new HashMap<>();
        uploads.open().forEach(upload -> open.computeIfAbsent(upload.personId(), key -> new ArrayList<>())
                .add(upload));
        return persons.load(persons.everyone()).values().stream()
                .map(state -> Position.of(state, open.getOrDefault(state.personId(), List.of())))
                .toList();
    }
}
