package uk.gov.warwickshire.mappings.cpis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What CP-IS should hold, or has acknowledged to hold, of one person: one to many plans, in order of type and start.
 * May hold an earlier and a later plan of one type; {@link CpIsDelta} sends them one after the other.
 */
public record CpIsPerson(CpIsSubject subject, List<CpIsPlan> plans) {

    private static final Comparator<CpIsPlan> ORDER =
            Comparator.comparing(CpIsPlan::type).thenComparing(CpIsPlan::start).thenComparing(CpIsPlan::planId);

    public CpIsPerson {
        Objects.requireNonNull(subject, "subject");
        plans = plans.stream().sorted(ORDER).toList();
        if (plans.isEmpty()) {
            throw new IllegalArgumentException("a person without a plan has nothing to say to CP-IS");
        }
    }

    List<CpIsPlan> plansOf(PlanType type) {
        return plans.stream().filter(p -> p.type() == type).toList();
    }

    /**
     * The acknowledged state after CP-IS has accepted a record: what it says replaces what was held of the same plans. Whether
     * CP-IS keeps more than one plan of a type is not known. So a wanted plan that the accepted one may have put aside is not
     * taken for held any longer: it is sent again, and the plan that counts now has the last word.
     *
     * @param wanted what should be held
     */
    public static CpIsPerson afterAcknowledgement(
            Optional<CpIsPerson> held, CpIsRecord accepted, Optional<CpIsPerson> wanted) {
        List<CpIsPlan> plans = new ArrayList<>(accepted.plans());
        held.filter(person -> person.isSameNumber(accepted.subject())).stream()
                .flatMap(person -> person.plans().stream())
                .filter(plan -> accepted.plans().stream().noneMatch(plan::isSamePlanAs))
                .filter(plan -> accepted.plans().stream().noneMatch(said -> said.maySetAside(plan))
                        || wanted.filter(person -> person.isSameNumber(accepted.subject()))
                                .filter(person -> person.plans().contains(plan))
                                .isEmpty())
                .forEach(plans::add);
        return new CpIsPerson(accepted.subject(), plans);
    }

    /** The same person seen from two records: a mother who is looked after herself, or the mother of twins. */
    CpIsPerson mergedWith(CpIsPerson other) {
        List<CpIsPlan> all = new ArrayList<>(plans);
        all.addAll(other.plans);
        return new CpIsPerson(subject, Spans.coalesce(all));
    }

    boolean isSameNumber(CpIsSubject other) {
        return subject.nhsNumber().equals(other.nhsNumber());
    }
}
