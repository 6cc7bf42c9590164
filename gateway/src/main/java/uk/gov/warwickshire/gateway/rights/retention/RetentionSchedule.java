package uk.gov.warwickshire.gateway.rights.retention;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How long which records are kept.
 *
 * @param version declared version and hash of the file
 * @param approval who made the draft the council's own; empty only in the demo
 * @param reviewMonths how long before its disposal a record is reviewed
 */
public record RetentionSchedule(
        String version, Optional<Approval> approval, int reviewMonths, List<RecordClass> classes) {

    public RetentionSchedule {
        classes = List.copyOf(classes);
    }

    /** By name and date. */
    public record Approval(String by, LocalDate date) {}

    List<RecordClass> of(Service service) {
        return classes.stream().filter(one -> one.service() == service).toList();
    }
}
