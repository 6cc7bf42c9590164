package uk.gov.warwickshire.gateway.rights.erasure;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.gov.warwickshire.gateway.rights.retention.LawfulBasis;
import uk.gov.warwickshire.gateway.rights.retention.RecordClass;
import uk.gov.warwickshire.gateway.rights.retention.RetentionDate;
import uk.gov.warwickshire.gateway.rights.retention.RetentionDate.Dated;
import uk.gov.warwickshire.gateway.rights.retention.RetentionDate.Open;
import uk.gov.warwickshire.gateway.rights.retention.RetentionDate.Review;
import uk.gov.warwickshire.gateway.rights.retention.RetentionDates;
import uk.gov.warwickshire.gateway.rights.retention.RetentionFacts;
import uk.gov.warwickshire.gateway.rights.retention.RetentionSchedule;

/**
 * Whether a record may be erased on a day. A disposal waits for the whole period; a request is measured, class by class,
 * by the basis on which the record is kept: what is kept by consent alone need not wait (UK GDPR article 17(3)(b)).
 */
public final class ErasureRules {

    /**
     * @param obstacles empty: it may be erased
     * @param from first day on which the schedule allows it; for dates that are unclear the longest that can be defended
     */
    public record Verdict(Set<Obstacle> obstacles, Optional<LocalDate> from, Optional<RecordClass> governing) {
        public Verdict {
            obstacles = Set.copyOf(obstacles);
        }

        public boolean mayBeErased() {
            return obstacles.isEmpty();
        }

        /** In the order in which they are shown. */
        public List<Obstacle> inOrder() {
            return obstacles.stream().sorted().toList();
        }
    }

    private final RetentionSchedule schedule;

    public ErasureRules(RetentionSchedule schedule) {
        this.schedule = schedule;
    }

    public Verdict judge(ErasureCause cause, RetentionFacts facts, RecordState state, LocalDate today) {
        EnumSet<Obstacle> obstacles = EnumSet.noneOf(Obstacle.class);
        add(state.onHold(), Obstacle.LEGAL_HOLD, obstacles);
        add(state.neededByDuty(), Obstacle.OPEN_CP_IS, obstacles);
        add(state.requestOpen(), Obstacle.OPEN_REQUEST, obstacles);
        RetentionDate date = RetentionDates.of(facts, schedule);
        if (date instanceof Open) {
            obstacles.add(Obstacle.OPEN_CASE);
            return new Verdict(obstacles, Optional.empty(), Optional.empty());
        }
        if (date instanceof Review review) {
            obstacles.add(Obstacle.DATES_UNCLEAR);
            return new Verdict(obstacles, review.longest(), Optional.empty());
        }
        Dated dated = (Dated) date;
        obstacles.addAll(cause == ErasureCause.DISPOSAL ? period(dated, today) : bases(facts, today));
        return new Verdict(obstacles, Optional.of(dated.from()), Optional.of(dated.governing()));
    }

    private static Set<Obstacle> period(Dated dated, LocalDate today) {
        return today.isBefore(dated.from()) ? Set.of(Obstacle.RETENTION_NOT_REACHED) : Set.of();
    }

    private Set<Obstacle> bases(RetentionFacts facts, LocalDate today) {
        EnumSet<Obstacle> obstacles = EnumSet.noneOf(Obstacle.class);
        for (RecordClass kept : RetentionDates.notReached(facts, schedule, today)) {
            if (kept.basis() == LawfulBasis.LEGAL_OBLIGATION) {
                obstacles.add(Obstacle.LEGAL_OBLIGATION);
            } else if (kept.basis() == LawfulBasis.PUBLIC_TASK) {
                obstacles.add(Obstacle.PUBLIC_TASK);
            }
        }
        return obstacles;
    }

    private static void add(boolean applies, Obstacle obstacle, Set<Obstacle> obstacles) {
        if (applies) {
            obstacles.add(obstacle);
        }
    }
}
