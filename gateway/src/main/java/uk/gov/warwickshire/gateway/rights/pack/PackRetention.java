package uk.gov.warwickshire.gateway.rights.pack;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.TraceKind;
import uk.gov.warwickshire.gateway.rights.hold.LegalHolds;
import uk.gov.warwickshire.gateway.rights.retention.RetentionPeriods;
import uk.gov.warwickshire.gateway.rights.retention.RetentionPeriods.Period;
import uk.gov.warwickshire.gateway.rights.retention.RetentionReader;
import uk.gov.warwickshire.gateway.rights.retention.RetentionReader.Line;
import uk.gov.warwickshire.gateway.rights.traces.TracePeriods;

/** What the retention schedule says of a child's record, in words for the person who asks. */
@Component
class PackRetention {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private final RetentionReader reader;
    private final RetentionPeriods periods;
    private final TracePeriods traces;
    private final LegalHolds holds;

    PackRetention(RetentionReader reader, RetentionPeriods periods, TracePeriods traces, LegalHolds holds) {
        this.reader = reader;
        this.periods = periods;
        this.traces = traces;
        this.holds = holds;
    }

    PackSection of(String childId) {
        List<Period> kept = periods.of(childId);
        List<PackEntry> entries = new ArrayList<>();
        underHold(childId).ifPresent(entries::add);
        kept.forEach(period -> entries.add(new PackEntry(
                period.recordClass().service().title(),
                List.of(
                        PackLine.of("Kept for", period.recordClass().period()),
                        PackLine.of("Until", until(period)),
                        PackLine.of("Why so long", period.recordClass().ground())))));
        whole(childId).ifPresent(entries::add);
        entries.add(trace("What was disclosed, and why", TraceKind.LEDGER));
        entries.add(trace("Who looked at the record", TraceKind.AUDIT));
        return new PackSection(
                "How long it is kept",
                "By the council's privacy notice for 1, 2, 6, 10, 25, 75 or 100 years, depending on the service; a record of"
                        + " several services is kept until the last of its periods is over. A legal hold under the"
                        + " Inquiries Act 2005 may keep it longer.",
                entries);
    }

    /** It is told of, and not named: which inquiry it serves is not this person's data. */
    private Optional<PackEntry> underHold(String childId) {
        return holds.namesOver(childId).isEmpty()
                ? Optional.empty()
                : Optional.of(new PackEntry(
                        "A legal hold",
                        List.of(PackLine.of(
                                "Until",
                                "it is released nothing of this record is destroyed, whatever is said below"))));
    }

    private PackEntry trace(String heading, TraceKind kind) {
        return new PackEntry(
                heading,
                List.of(
                        PackLine.of("Kept for", TracePeriods.words(traces.of(kind)) + " from the day it happened"),
                        PackLine.of("Until", "what is older is gone, and not in this pack"),
                        PackLine.of("Why so long", kind.ground())));
    }

    private static String until(Period period) {
        if (period.isOpen()) {
            return "the period has not begun: the council still works with the child";
        }
        return period.until().map(DAY::format).orElse("not known yet: a date it counts from is missing");
    }

    private Optional<PackEntry> whole(String childId) {
        return reader.line(childId)
                .map(line -> new PackEntry("The whole record", List.of(PackLine.of("Until", whole(line)))));
    }

    private static String whole(Line line) {
        Optional<LocalDate> from = line.disposeFrom();
        return switch (line.outcome()) {
            case "DATED" -> from.map(DAY::format).orElse("");
            case "REVIEW" ->
                "to be settled by a person, since dates are missing or contradict each other"
                        + from.map(day -> "; not before " + DAY.format(day)).orElse("");
            default -> "not known yet: the council still works with the child";
        };
    }
}
