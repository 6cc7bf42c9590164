package uk.gov.warwickshire.gateway.cpis;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.gov.warwickshire.mappings.cpis.CpIsDelta;
import uk.gov.warwickshire.mappings.cpis.CpIsPerson;
import uk.gov.warwickshire.mappings.cpis.CpIsPersons;
import uk.gov.warwickshire.mappings.cpis.CpIsPlan;
import uk.gov.warwickshire.mappings.cpis.CpIsRecord;
import uk.gov.warwickshire.mappings.cpis.CpIsStatus;
import uk.gov.warwickshire.mappings.cpis.CpIsStatus.InScope;
import uk.gov.warwickshire.mappings.cpis.CpIsStatus.NeedsAttention;
import uk.gov.warwickshire.mappings.cpis.CpIsStatus.OutOfScope;
import uk.gov.warwickshire.mappings.cpis.CpIsStatus.Problem;
import uk.gov.warwickshire.mappings.cpis.CpIsSubject;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/**
 * All that is known of one person: what the records of the children say, what CP-IS holds, what stands against sending.
 * What follows from it is worked out here, without any database.
 *
 * @param inactive numbers of this person that CP-IS has declared inactive, with the replacement where one was given
 * @param claimed numbers of this person that another person of the council claims too
 */
record PersonState(
        String personId,
        List<StatusRow> statuses,
        List<Holding> holdings,
        List<Withdrawal> withdrawals,
        List<Refusal> refusals,
        Map<NhsNumber, Optional<NhsNumber>> inactive,
        Set<NhsNumber> claimed) {

    PersonState {
        statuses = List.copyOf(statuses);
        holdings = List.copyOf(holdings);
        withdrawals = List.copyOf(withdrawals);
        refusals = List.copyOf(refusals);
        inactive = Map.copyOf(inactive);
        claimed = Set.copyOf(claimed);
    }

    /** What CP-IS should hold, under the number that is in use; without plans that were withdrawn by order. */
    Optional<CpIsPerson> desired() {
        return recorded().flatMap(person -> {
            List<CpIsPlan> plans = person.plans().stream()
                    .filter(plan -> withdrawals.stream().noneMatch(order -> order.keepsOut(plan)))
                    .toList();
            return plans.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new CpIsPerson(underNumberInUse(person.subject()), plans));
        });
    }

    /** As the council's records have it. */
    private Optional<CpIsPerson> recorded() {
        List<CpIsPerson> all = statuses.stream()
                .filter(row -> row.status() instanceof InScope)
                .map(row -> ((InScope) row.status()).person())
                .toList();
        return CpIsPersons.byNumber(all).persons().stream()
                .max(Comparator.comparing(person -> person.subject().nhsNumber()));
    }

    /** A replacement may have been replaced itself. If they go in a circle, the last one is inactive, and nothing is sent. */
    private CpIsSubject underNumberInUse(CpIsSubject subject) {
        NhsNumber number = subject.nhsNumber();
        Set<NhsNumber> passed = new HashSet<>();
        Optional<NhsNumber> next = inactive.getOrDefault(number, Optional.empty());
        while (next.isPresent() && passed.add(number)) {
            number = next.get();
            next = inactive.getOrDefault(number, Optional.empty());
        }
        return new CpIsSubject(
                number, subject.localId(), subject.familyName(), subject.givenNames(), subject.birthDate());
    }

    /** The row the desired state comes from, for the decision on it. */
    Optional<StatusRow> deciding(Predicate<CpIsStatus> wanted) {
        return statuses.stream().filter(row -> wanted.test(row.status())).findFirst();
    }

    /** Whether something should be held of this person, be it sendable or not. */
    boolean isWanted() {
        return statuses.stream().anyMatch(StatusRow::isWanted);
    }

    /** Problems that keep everything of this person from being sent. */
    Set<Problem> obstacles() {
        return desired().isPresent()
                ? Set.of()
                : problems(status -> status instanceof NeedsAttention attention ? attention.problems() : Set.of());
    }

    /** Problems beside what is sent. */
    Set<Problem> gaps() {
        Set<Problem> all = problems(status -> status instanceof InScope in
                ? in.problems()
                : status instanceof NeedsAttention attention ? attention.problems() : Set.of());
        return desired().isPresent() ? all : Set.of();
    }

    private Set<Problem> problems(Function<CpIsStatus, Set<Problem>> of) {
        return statuses.stream().flatMap(row -> of.apply(row.status()).stream()).collect(Collectors.toSet());
    }

    boolean isNumberInactive() {
        return desired()
                .filter(person -> inactive.containsKey(person.subject().nhsNumber()))
                .isPresent();
    }

    boolean isNumberClaimedTwice() {
        return desired()
                .filter(person -> claimed.contains(person.subject().nhsNumber()))
                .isPresent();
    }

    /** What CP-IS holds under the number in use. */
    Optional<Holding> holding() {
        return desired().flatMap(person -> holdings.stream()
                .filter(held -> held.number().equals(person.subject().nhsNumber()))
                .findFirst());
    }

    /** The number the record now stands under; empty if there is nothing to hold. */
    Optional<NhsNumber> numberInUse() {
        return recorded().map(person -> underNumberInUse(person.subject()).nhsNumber());
    }

    /** The last answer of CP-IS, if it has refused this very record. */
    Optional<Refusal> refusalOf(CpIsRecord record) {
        return refusals.stream()
                .filter(refusal -> refusal.unborn() == record.isUnborn()
                        && refusal.hash().equals(Refusal.hex(FileRecordTable.hash(record))))
                .findFirst();
    }

    /** What the next file should hold; withdrawals go first. */
    List<CpIsRecord> toSend() {
        Optional<CpIsRecord> withdrawn = withdrawals.stream()
                .flatMap(order -> holdings.stream()
                        .filter(held -> !inactive.containsKey(held.number())
                                && held.person().plans().stream().anyMatch(plan -> order.concerns(held.number(), plan)))
                        .flatMap(held -> order.order().from(held.person(), order.orderedOn()).stream()))
                .findFirst();
        if (withdrawn.isPresent()) {
            return List.of(withdrawn.get());
        }
        return isNumberClaimedTwice() ? List.of() : delta().send();
    }

    /**
     * A plan that stands open at CP-IS and should not.
     *
     * @param formerNumber whether it stands there under a number that is no longer the person's
     */
    record Unexplained(CpIsPlan plan, boolean formerNumber) {}

    /**
     * Plans open at CP-IS that the record does not explain, under whatever number. None while the record cannot be sent: then
     * a plan may well stand in it, and nobody should think of taking it away.
     */
    List<Unexplained> unexplained() {
        if (!obstacles().isEmpty()) {
            return List.of();
        }
        Optional<NhsNumber> inUse = numberInUse();
        return holdings.stream()
                .flatMap(held -> unexplained(held, inUse))
                .distinct()
                .toList();
    }

    private Stream<Unexplained> unexplained(Holding held, Optional<NhsNumber> inUse) {
        boolean former = inUse.filter(number -> !number.equals(held.number())).isPresent();
        CpIsStatus status = former ? new OutOfScope(personId, CpIsStatus.Reason.NO_STATUS) : status();
        return CpIsDelta.of(status, Optional.of(held.person()), inactive.keySet()).unexplained().stream()
                .filter(plan -> withdrawals.stream().noneMatch(order -> order.concerns(held.number(), plan)))
                .map(plan -> new Unexplained(plan, former));
    }

    private CpIsDelta delta() {
        return CpIsDelta.of(status(), holding().map(Holding::person), inactive.keySet());
    }

    private CpIsStatus status() {
        return desired()
                .<CpIsStatus>map(person -> new InScope(personId, person, Set.of()))
                .orElseGet(this::withoutPlans);
    }

    /** An adult's record Spine has ended by itself; of anyone else nothing is explained any more. */
    private CpIsStatus withoutPlans() {
        return statuses.stream()
                .map(StatusRow::status)
                .filter(status -> status instanceof OutOfScope out && out.reason() == CpIsStatus.Reason.ADULT)
                .findFirst()
                .orElseGet(() -> new OutOfScope(personId, CpIsStatus.Reason.NO_STATUS));
    }
}
