package uk.gov.warwickshire.gateway.cpis;

import java.time.LocalDate;
import java.util.Comparator;
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
                    .filter(plan -> withdrawals.stream().noneMatch(order -> order.concerns(plan)))
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

    private CpIsSubject underNumberInUse(CpIsSubject subject) {
        return inactive.getOrDefault(subject.nhsNumber(), Optional.empty())
                .map(replacement -> new CpIsSubject(
                        replacement,
                        subject.localId(),
                        subject.familyName(),
                        subject.givenNames(),
                        subject.birthDate()))
                .orElse(subject);
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

    /** What the next file should hold; withdrawals go first. */
    List<CpIsRecord> toSend(LocalDate today) {
        List<CpIsRecord> withdrawn = withdrawals.stream()
                .flatMap(order -> holdings.stream()
                        .filter(held -> !inactive.containsKey(held.number()))
                        .flatMap(held -> order.order().from(held.person(), today).stream()))
                .toList();
        if (!withdrawn.isEmpty()) {
            return withdrawn.subList(0, 1);
        }
        return isNumberClaimedTwice() ? List.of() : delta().send();
    }

    /** Plans open at CP-IS that the record does not explain, under whatever number. */
    List<CpIsPlan> unexplained() {
        Stream<CpIsPlan> elsewhere = desired().isEmpty()
                ? Stream.empty()
                : holdings.stream()
                        .filter(held -> !inactive.containsKey(held.number())
                                && !Optional.of(held).equals(holding()))
                        .flatMap(held -> held.open().stream());
        return Stream.concat(delta().unexplained().stream(), elsewhere)
                .filter(plan -> withdrawals.stream().noneMatch(order -> order.concerns(plan)))
                .distinct()
                .toList();
    }

    private CpIsDelta delta() {
        Set<NhsNumber> inactiveNumbers = inactive.keySet();
        Optional<CpIsPerson> desired = desired();
        if (desired.isPresent()) {
            InScope status = new InScope(personId, desired.get(), Set.of());
            return CpIsDelta.of(status, holding().map(Holding::person), inactiveNumbers);
        }
        List<CpIsPlan> unexplained = holdings.stream()
                .flatMap(held ->
                        CpIsDelta.of(withoutPlans(), Optional.of(held.person()), inactiveNumbers)
                                .unexplained()
                                .stream())
                .toList();
        return new CpIsDelta(List.of(), false, unexplained);
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
