package uk.gov.warwickshire.mappings.cpis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import uk.gov.warwickshire.mappings.cpis.CpIsStatus.InScope;
import uk.gov.warwickshire.mappings.cpis.CpIsStatus.NeedsAttention;
import uk.gov.warwickshire.mappings.cpis.CpIsStatus.OutOfScope;
import uk.gov.warwickshire.mappings.cpis.CpIsStatus.Problem;
import uk.gov.warwickshire.mappings.record.ChildProtection.ChildProtectionPlan;
import uk.gov.warwickshire.mappings.record.ChildRecord;
import uk.gov.warwickshire.mappings.record.Identity;
import uk.gov.warwickshire.mappings.record.Person;

/**
 * Derives what CP-IS should hold from the record of a child (cp-is.md 2, 5, 7). Neither an opt-out nor a restriction
 * plays a part: the upload is statutory.
 */
public final class CpIsStatuses {

    private final CpIsScope scope;
    private final LookedAfterStatus lookedAfter;

    public CpIsStatuses(CpIsScope scope) {
        this.scope = Objects.requireNonNull(scope, "scope");
        this.lookedAfter = new LookedAfterStatus(scope);
    }

    /**
     * The statuses that a child's record gives rise to: that of the child, unless unborn, and that of the mother where a
     * plan began before the birth. Never empty.
     *
     * @param identityOf identity of another person of the council by person id; {@link Identity#UNKNOWN} if none is held
     */
    public List<CpIsStatus> of(ChildRecord child, Function<String, Identity> identityOf, LocalDate today) {
        Found own = new Found(today, scope);
        Found unborn = new Found(today, scope);
        readPlans(child, scope, own, unborn);
        lookedAfter.read(child.lookedAfter(), own);

        boolean born = child.person().birthDate().isPresent();
        List<CpIsStatus> statuses = new ArrayList<>();
        mother(child, unborn, identityOf, born).ifPresent(statuses::add);
        boolean nothingOfItsOwn = own.visible().isEmpty() && own.problems().isEmpty();
        if (born || !nothingOfItsOwn || statuses.isEmpty()) {
            statuses.add(0, own(child, own, today));
        }
        return List.copyOf(statuses);
    }

    static void readPlans(ChildRecord child, CpIsScope scope, Found own, Found unborn) {
        child.childProtection().plans().stream()
                .filter(p ->
                        scope.plansOfOtherAuthorities() || !p.otherAuthority().orElse(false))
                .forEach(plan -> read(plan, child.person(), own, unborn));
    }

    private static void read(ChildProtectionPlan plan, Person child, Found own, Found unborn) {
        Optional<LocalDate> end = plan.period().end();
        if (plan.period().start().isEmpty()) {
            own.problem(Problem.PLAN_WITHOUT_START_DATE, end);
            return;
        }
        LocalDate start = plan.period().start().get();
        Optional<LocalDate> birth = child.birthDate();
        // An estimated date of birth of a live child lies before its plan (source-formats.md 2).
        boolean notYetBorn = birth.isEmpty()
                && child.expectedBirthDate().filter(start::isBefore).isPresent();
        if (notYetBorn) {
            unborn.plan(PlanType.UCP, plan.id(), start, end);
        } else if (birth.filter(start::isBefore).isPresent()) {
            // With the birth the plan passes from the mother to the child.
            Optional<LocalDate> passed =
                    end.filter(e -> e.isBefore(birth.get())).or(() -> birth);
            unborn.plan(PlanType.UCP, plan.id(), start, passed);
            own.plan(PlanType.CPP, plan.id(), birth.get(), end);
        } else {
            own.plan(PlanType.CPP, plan.id(), start, end);
        }
    }

    private static CpIsStatus own(ChildRecord child, Found found, LocalDate today) {
        String id = child.childId();
        if (isAdult(child.person(), today)) {
            return new OutOfScope(id, CpIsStatus.Reason.ADULT);
        }
        List<CpIsPlan> plans = found.visible();
        if (plans.isEmpty()) {
            return found.problems().isEmpty()
                    ? new OutOfScope(id, found.whyNothing())
                    : new NeedsAttention(id, found.problems());
        }
        Optional<CpIsSubject> subject = Subjects.child(child, found);
        return subject.isPresent()
                ? new InScope(id, new CpIsPerson(subject.get(), plans), found.problems())
                : new NeedsAttention(id, found.problems());
    }

    /** Empty if no plan is held against her; after the birth only what can be sent is said, to end it there. */
    private static Optional<CpIsStatus> mother(
            ChildRecord child, Found found, Function<String, Identity> identityOf, boolean born) {
        List<CpIsPlan> plans = found.visible();
        if (plans.isEmpty()) {
            return Optional.empty();
        }
        Optional<CpIsSubject> subject = Subjects.mother(child, identityOf, found);
        if (subject.isPresent()) {
            String motherId = subject.get().localId().orElse(child.childId());
            return Optional.of(new InScope(motherId, new CpIsPerson(subject.get(), plans), found.problems()));
        }
        return born ? Optional.empty() : Optional.of(new NeedsAttention(child.childId(), found.problems()));
    }

    private static boolean isAdult(Person person, LocalDate today) {
        return person.birthDate()
                .filter(birth -> Adulthood.isReachedOn(today, birth))
                .isPresent();
    }
}
