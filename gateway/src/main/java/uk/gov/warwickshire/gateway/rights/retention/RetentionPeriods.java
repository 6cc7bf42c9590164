package uk.gov.warwickshire.gateway.rights.retention;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How long each part of one child's record is kept, and the whole of it. */
@Component
public class RetentionPeriods {

    /**
     * A class of records that the child has.
     *
     * @param until first day on which it may be disposed of; empty while the service is open, or the day cannot be worked out
     */
    public record Period(RecordClass recordClass, boolean isOpen, Optional<LocalDate> until) {}

    private final RetentionReader reader;
    private final RetentionSchedule schedule;

    RetentionPeriods(RetentionReader reader, RetentionSchedule schedule) {
        this.reader = reader;
        this.schedule = schedule;
    }

    /** None where no record is held. */
    public List<Period> of(String childId) {
        return reader.facts(childId).stream()
                .flatMap(facts -> facts.services().keySet().stream()
                        .sorted()
                        .flatMap(service -> schedule.of(service).stream().map(kept -> period(facts, service, kept))))
                .toList();
    }

    private static Period period(RetentionFacts facts, Service service, RecordClass kept) {
        boolean open = facts.open().contains(service);
        return new Period(kept, open, open ? Optional.empty() : kept.disposableFrom(facts));
    }
}
