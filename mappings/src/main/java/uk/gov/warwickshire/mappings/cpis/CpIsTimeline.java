package uk.gov.warwickshire.mappings.cpis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import uk.gov.warwickshire.mappings.cpis.CpIsStatus.Problem;
import uk.gov.warwickshire.mappings.record.ChildRecord;
import uk.gov.warwickshire.mappings.record.Household.MotherLink;
import uk.gov.warwickshire.mappings.record.Identity;
import uk.gov.warwickshire.mappings.record.Person;

/**
 * All statuses of one person from the record of one child, whatever the day: what is derived once and answered from on any
 * later day. {@link CpIsStatuses} says the same of one day, and asks for more: a query needs no name.
 *
 * @param personId the council's id of the person whose number it is asked by: the child, or the mother of an unborn child
 * @param birthDate the person's; at 18 the person's own statuses are over
 * @param plans joined where they overlap, future and long ended ones among them
 * @param unclear what may hide a further status
 */
public record CpIsTimeline(
        String childId,
        String personId,
        Identity identity,
        Optional<LocalDate> birthDate,
        List<CpIsPlan> plans,
        List<Unclear> unclear) {

    /**
     * Something that nobody can read as a status.
     *
     * @param end of the plan or care it is about; it matters no longer than a status would
     */
    public record Unclear(Problem problem, Optional<LocalDate> end) {}

    public CpIsTimeline {
        Objects.requireNonNull(childId, "childId");
        Objects.requireNonNull(personId, "personId");
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(birthDate, "birthDate");
        plans = List.copyOf(plans);
        unclear = List.copyOf(unclear);
    }

    /** Empty where the record holds no status of the kind, ever. */
    public static List<CpIsTimeline> of(ChildRecord child, Function<String, Identity> identityOf, CpIsScope scope) {
        Found own = Found.ever(scope);
        Found unborn = Found.ever(scope);
        CpIsStatuses.readPlans(child, scope, own, unborn);
        List<Unclear> undated = List.copyOf(own.unclear());
        new LookedAfterStatus(scope).read(child.lookedAfter(), own);

        List<CpIsTimeline> timelines = new ArrayList<>();
        Person person = child.person();
        if (!own.all().isEmpty() || !own.unclear().isEmpty()) {
            timelines.add(new CpIsTimeline(
                    child.childId(), child.childId(), child.identity(), person.birthDate(), own.all(), own.unclear()));
        }
        timelines.addAll(ofMothers(child, identityOf, undated, unborn));
        return List.copyOf(timelines);
    }

    /**
     * The plan of an unborn child is the mother's. Until the birth each of two mothers may be the one, and a plan that cannot
     * be dated may be hers.
     */
    private static List<CpIsTimeline> ofMothers(
            ChildRecord child, Function<String, Identity> identityOf, List<Unclear> undated, Found unborn) {
        Map<String, Optional<LocalDate>> births = new LinkedHashMap<>();
        for (MotherLink link : child.household().mothers()) {
            births.merge(
                    link.motherPersonId(),
                    link.mother().flatMap(Person::birthDate),
                    (first, second) -> first.or(() -> second));
        }
        boolean isClear = births.size() == 1;
        List<Unclear> unclear = new ArrayList<>();
        if (child.person().birthDate().isEmpty()) {
            unclear.addAll(undated);
            unborn.all().stream()
                    .filter(plan -> !isClear)
                    .forEach(plan -> unclear.add(new Unclear(Problem.MOTHER_AMBIGUOUS, plan.end())));
        }
        List<CpIsPlan> plans = isClear ? unborn.all() : List.of();
        if (plans.isEmpty() && unclear.isEmpty()) {
            return List.of();
        }
        return births.entrySet().stream()
                .map(mother -> new CpIsTimeline(
                        child.childId(),
                        mother.getKey(),
                        identityOf.apply(mother.getKey()),
                        mother.getValue(),
                        plans,
                        unclear))
                .toList();
    }

    /** The statuses that count on the day, of one person seen from one or many records; joined where they overlap. */
    public static List<CpIsPlan> on(LocalDate day, Collection<CpIsTimeline> ofOnePerson, CpIsScope scope) {
        List<CpIsPlan> plans = ofOnePerson.stream()
                .flatMap(timeline -> timeline.plans().stream().filter(plan -> !timeline.isOver(plan, day)))
                .toList();
        return Spans.on(day, plans, scope.visibleDays());
    }

    /** Whether on the day there may be a status that cannot be read. */
    public boolean isUnclearOn(LocalDate day, CpIsScope scope) {
        boolean isOver = personId.equals(childId) && isAdult(day);
        return !isOver && unclear.stream().anyMatch(u -> Spans.isRecent(u.end(), day, scope.visibleDays()));
    }

    /** A plan held against a mother is no matter of her age. */
    private boolean isOver(CpIsPlan plan, LocalDate day) {
        return plan.type() != PlanType.UCP && isAdult(day);
    }

    private boolean isAdult(LocalDate day) {
        return birthDate.filter(birth -> Adulthood.isReachedOn(day, birth)).isPresent();
    }

    /** Masked: persons never reach a log by accident. */
    @Override
    public String toString() {
        return "CpIsTimeline[***]";
    }
}
