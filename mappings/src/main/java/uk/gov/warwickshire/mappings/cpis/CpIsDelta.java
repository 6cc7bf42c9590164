package uk.gov.warwickshire.mappings.cpis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/**
 * What to send so that CP-IS holds what it should. Nothing is ever removed because it is absent: no source says that an
 * absent record is removed (cp-is.md 7), and a delete date is only sent through a {@link CpIsWithdrawal}.
 *
 * @param send records for the next file, at most one for each subject template; empty if CP-IS holds what it should
 * @param more an earlier plan of a type goes first; when it is acknowledged, the next delta sends the later one
 * @param unexplained plans that stand open at CP-IS and are no longer in the record: for a person to end or withdraw
 */
public record CpIsDelta(List<CpIsRecord> send, boolean more, List<CpIsPlan> unexplained) {

    private static final CpIsDelta NOTHING = new CpIsDelta(List.of(), false, List.of());

    public CpIsDelta {
        send = List.copyOf(send);
        unexplained = List.copyOf(unexplained);
    }

    /**
     * @param desired from {@link CpIsStatuses}, one for each person: {@link CpIsPersons} merges those in scope, and a
     *     status in scope goes before any other of the same person
     * @param acknowledged what CP-IS has last acknowledged of this person
     * @param inactive numbers that CP-IS has declared inactive: nothing more is sent for them
     */
    public static CpIsDelta of(CpIsStatus desired, Optional<CpIsPerson> acknowledged, Set<NhsNumber> inactive) {
        Optional<CpIsPerson> held =
                acknowledged.filter(p -> !inactive.contains(p.subject().nhsNumber()));
        if (desired instanceof CpIsStatus.InScope inScope) {
            return of(inScope.person(), held, inactive);
        }
        if (desired instanceof CpIsStatus.OutOfScope outOfScope && outOfScope.reason() == CpIsStatus.Reason.ADULT) {
            // Spine has ended the record by itself; a plan held against her as a mother it has not.
            return new CpIsDelta(List.of(), false, unbornOnly(unexplained(List.of(), held)));
        }
        return new CpIsDelta(List.of(), false, unexplained(List.of(), held));
    }

    private static CpIsDelta of(CpIsPerson desired, Optional<CpIsPerson> held, Set<NhsNumber> inactive) {
        if (inactive.contains(desired.subject().nhsNumber())) {
            return NOTHING;
        }
        Optional<CpIsPerson> sameNumber = held.filter(p -> p.isSameNumber(desired.subject()));
        boolean subjectChanged =
                sameNumber.filter(p -> p.subject().equals(desired.subject())).isEmpty();
        List<CpIsPlan> next = new ArrayList<>();
        boolean more = false;
        for (PlanType type : PlanType.values()) {
            List<CpIsPlan> plans = desired.plansOf(type);
            List<CpIsPlan> due = plans.stream()
                    .filter(plan ->
                            sameNumber.filter(p -> p.plans().contains(plan)).isEmpty())
                    .toList();
            more |= due.size() > 1;
            if (!due.isEmpty()) {
                next.add(due.get(0));
            } else if (subjectChanged && !plans.isEmpty()) {
                next.add(plans.get(plans.size() - 1));
            }
        }
        List<CpIsPlan> known = sameNumber.isPresent() ? desired.plans() : List.of();
        return new CpIsDelta(records(desired.subject(), next), more, unexplained(known, held));
    }

    private static List<CpIsRecord> records(CpIsSubject subject, List<CpIsPlan> plans) {
        List<CpIsPlan> child =
                plans.stream().filter(p -> p.type() != PlanType.UCP).toList();
        List<CpIsPlan> unborn =
                plans.stream().filter(p -> p.type() == PlanType.UCP).toList();
        return Stream.of(child, unborn)
                .filter(group -> !group.isEmpty())
                .map(group -> new CpIsRecord(subject, group))
                .toList();
    }

    private static List<CpIsPlan> unbornOnly(List<CpIsPlan> plans) {
        return plans.stream().filter(plan -> plan.type() == PlanType.UCP).toList();
    }

    private static List<CpIsPlan> unexplained(List<CpIsPlan> known, Optional<CpIsPerson> held) {
        return held.stream()
                .flatMap(person -> person.plans().stream())
                .filter(plan -> plan.end().isEmpty() && plan.delete().isEmpty())
                .filter(plan -> known.stream().noneMatch(plan::isSamePlanAs))
                .toList();
    }
}
