package uk.gov.warwickshire.gateway.ops.alerts;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.intake.Batch;
import uk.gov.warwickshire.gateway.intake.Batches;

/** Files of which nothing was applied. */
@Component
class IntakeSource implements AlertSource {

    private final Batches batches;
    private final Clock clock;

    IntakeSource(Batches batches, Clock clock) {
        this.batches = batches;
        this.clock = clock;
    }

    @Override
    public Set<AlertKind> kinds() {
        return Set.of(AlertKind.INTAKE_FAILED);
    }

    @Override
    public List<FiringAlert> look(List<AlertRule> rules) {
        return rules.stream().flatMap(this::look).toList();
    }

    private Stream<FiringAlert> look(AlertRule rule) {
        Map<String, List<Batch>> failed = batches.failedSince(clock.instant().minus(rule.time())).stream()
                .collect(Collectors.groupingBy(batch -> batch.format().code(), TreeMap::new, Collectors.toList()));
        return failed.entrySet().stream()
                .map(entry -> rule.fires(
                        entry.getKey(),
                        "Nothing of a " + entry.getKey() + " file was taken",
                        "The page says why, with file and line. Have the file made again and deliver it; what stood"
                                + " before still stands",
                        "/console/intake",
                        entry.getValue().size(),
                        entry.getValue().get(entry.getValue().size() - 1).receivedAt()));
    }
}
