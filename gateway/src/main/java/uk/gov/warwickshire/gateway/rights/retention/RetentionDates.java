package uk.gov.warwickshire.gateway.rights.retention;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import uk.gov.warwickshire.gateway.rights.retention.RetentionDate.Dated;
import uk.gov.warwickshire.gateway.rights.retention.RetentionDate.Open;
import uk.gov.warwickshire.gateway.rights.retention.RetentionDate.Review;

/** From facts and schedule to a date. Knows neither the day nor the child. */
public final class RetentionDates {

    private RetentionDates() {}

    /** What is open comes first, then what is unclear; the latest of all classes' dates counts. */
    public static RetentionDate of(RetentionFacts facts, RetentionSchedule schedule) {
        Set<Service> open = facts.open();
        if (!open.isEmpty()) {
            return new Open(open);
        }
        List<RecordClass> classes = classes(facts, schedule);
        Set<ReviewReason> unclear = unclear(facts, classes);
        if (!unclear.isEmpty()) {
            return new Review(unclear, longest(facts, classes));
        }
        return classes.stream()
                .flatMap(one -> one.disposableFrom(facts).map(from -> new Dated(one, from)).stream())
                .max(Comparator.comparing(Dated::from)
                        .thenComparing(dated -> dated.governing().years()))
                .<RetentionDate>map(dated -> dated)
                .orElseThrow();
    }

    /** Classes whose period is not over on the day; they stand against a request for erasure. */
    public static List<RecordClass> notReached(RetentionFacts facts, RetentionSchedule schedule, LocalDate today) {
        return classes(facts, schedule).stream()
                .filter(one -> one.disposableFrom(facts).map(today::isBefore).orElse(true))
                .toList();
    }

    private static List<RecordClass> classes(RetentionFacts facts, RetentionSchedule schedule) {
        return facts.services().keySet().stream()
                .sorted()
                .flatMap(service -> schedule.of(service).stream())
                .toList();
    }

    private static Set<ReviewReason> unclear(RetentionFacts facts, List<RecordClass> classes) {
        Set<ReviewReason> reasons = EnumSet.noneOf(ReviewReason.class);
        if (classes.isEmpty()) {
            reasons.add(ReviewReason.NO_SERVICE);
        }
        if (classes.stream().anyMatch(one -> one.disposableFrom(facts).isEmpty())) {
            reasons.add(ReviewReason.NO_EVENT_DATE);
        }
        if (facts.services().values().stream().anyMatch(Span::endsBeforeItBegins)) {
            reasons.add(ReviewReason.CLOSED_BEFORE_OPENED);
        }
        facts.birth().ifPresent(birth -> {
            addIfBefore(birth, facts.lastClosure(), ReviewReason.CLOSED_BEFORE_BIRTH, reasons);
            addIfBefore(birth, facts.death(), ReviewReason.DIED_BEFORE_BIRTH, reasons);
            addIfBefore(birth, facts.adoptionOrder(), ReviewReason.ADOPTED_BEFORE_BIRTH, reasons);
        });
        if (facts.rowsMissing()) {
            reasons.add(ReviewReason.ROWS_MISSING);
        }
        return reasons;
    }

    private static void addIfBefore(
            LocalDate birth, Optional<LocalDate> day, ReviewReason reason, Set<ReviewReason> reasons) {
        if (day.filter(found -> found.isBefore(birth)).isPresent()) {
            reasons.add(reason);
        }
    }

    /** Each period from the latest day there is, or from its own event where that is later (an 18th birthday). */
    private static Optional<LocalDate> longest(RetentionFacts facts, List<RecordClass> classes) {
        return classes.stream()
                .flatMap(one ->
                        Stream.concat(facts.latest().map(one::after).stream(), one.disposableFrom(facts).stream()))
                .max(Comparator.naturalOrder());
    }
}
