package uk.gov.warwickshire.gateway.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import uk.gov.warwickshire.mappings.fhir.Category;
import uk.gov.warwickshire.mappings.record.NhsNumber;
import uk.gov.warwickshire.mappings.record.VerificationStatus;

/** The decision itself, a pure function of the disclosure, the policy, the agreements and what is known of the persons. */
final class Judge {

    /** Days begin and end where the council is. */
    static final ZoneId ZONE = ZoneId.of("Europe/London");

    private final DisclosurePolicy policy;
    private final Agreements agreements;

    Judge(DisclosurePolicy policy, Agreements agreements) {
        this.policy = policy;
        this.agreements = agreements;
    }

    Verdict judge(Disclosure disclosure, PersonFacts facts, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZONE);
        Coverage coverage = agreements.coverage(disclosure, today);
        List<String> ids = coverage.inForce().stream().map(Agreement::id).toList();
        return policy.ruleFor(disclosure.destination())
                .map(rule -> new Case(disclosure, rule, coverage, facts, now).verdict(today, ids))
                .orElseGet(() -> new Verdict(
                        List.of(), List.of(), List.of(Reason.NO_AGREEMENT), Optional.empty(), List.of(), List.of()));
    }

    /** Nothing stands against a withdrawal: it takes data away from the recipient and carries ids only. */
    Verdict withdrawal(Disclosure disclosure) {
        Optional<DestinationRule> rule = policy.ruleFor(disclosure.destination());
        Reason reason = rule.filter(DestinationRule::isStatutory)
                .map(statutory -> Reason.STATUTORY_DUTY)
                .orElse(Reason.OPT_OUT_NOT_APPLICABLE);
        return new Verdict(disclosure.resources(), List.of(), List.of(reason), rule, List.of(), List.of());
    }

    private record Case(
            Disclosure disclosure, DestinationRule rule, Coverage coverage, PersonFacts facts, Instant now) {

        Verdict verdict(LocalDate today, List<String> agreementIds) {
            List<DisclosedResource> remaining = new ArrayList<>();
            List<LeftOut> leftOut = new ArrayList<>();
            for (DisclosedResource resource : disclosure.resources()) {
                refusalOf(resource)
                        .ifPresentOrElse(
                                reason -> leftOut.add(new LeftOut(resource, reason)), () -> remaining.add(resource));
            }
            PersonJudgement subject = judgementOn(
                            disclosure.subject().nhsNumber(),
                            disclosure.subject().restricted())
                    .withBreakGlass(isOverridden());
            Set<Reason> reasons = EnumSet.noneOf(Reason.class);
            coverage.refusal().ifPresent(reasons::add);
            reasons.addAll(refusalsOfTheWhole(remaining, leftOut));
            if (rule.isTooYoung(disclosure.subject().birthDate(), today)) {
                reasons.add(Reason.AGE_OUT_OF_SCOPE);
            }
            reasons.addAll(refusalsOf(disclosure.subject(), subject));
            List<Reason> all = reasons.isEmpty() ? List.of(subject.permission()) : List.copyOf(reasons);
            return new Verdict(remaining, leftOut, all, Optional.of(rule), agreementIds, toCheck());
        }

        /** Only for the care of this child, and only where an agreement on this child allows it. */
        private boolean isOverridden() {
            return disclosure.breakGlass()
                    && !rule.beyondIndividualCare()
                    && coverage.allowsBreakGlass()
                    && coverage.refusal().isEmpty();
        }

        private Optional<Reason> refusalOf(DisclosedResource resource) {
            return coverage.refusalOf(resource.category())
                    .or(() -> resource.about().flatMap(this::refusalOf));
        }

        /** The other person must be known wherever that person's choices count. */
        private Optional<Reason> refusalOf(OtherPerson person) {
            PersonJudgement judgement = judgementOn(person.nhsNumber(), person.restricted());
            if (person.nhsNumber().isEmpty() && rule.heedsChoices() && !person.restricted()) {
                return Optional.of(Reason.NHS_NUMBER_MISSING);
            }
            return judgement.refusals().stream().findFirst();
        }

        /**
         * A record is not sent without the child it is about, nor reduced to the mere fact that the child is known to the
         * council.
         */
        private Set<Reason> refusalsOfTheWhole(List<DisclosedResource> remaining, List<LeftOut> leftOut) {
            boolean onlyContextRemains = remaining.stream()
                            .allMatch(r -> r.category().isContextOnly())
                    && disclosure.held().stream()
                            .filter(category -> coverage.refusalOf(category).isEmpty())
                            .allMatch(Category::isContextOnly);
            Set<Reason> reasons = EnumSet.noneOf(Reason.class);
            for (Category category : disclosure.held()) {
                boolean hadMore =
                        category == Category.DEMOGRAPHICS || (onlyContextRemains && !category.isContextOnly());
                coverage.refusalOf(category).filter(refused -> hadMore).ifPresent(reasons::add);
            }
            for (LeftOut left : leftOut) {
                boolean essential = left.resource().category() == Category.DEMOGRAPHICS
                        && left.resource().about().isEmpty();
                boolean hadMore = !left.resource().category().isContextOnly();
                if (essential || nothingRemains(remaining) || (onlyContextRemains && hadMore)) {
                    reasons.add(left.reason());
                }
            }
            return reasons;
        }

        /** An answer may show nothing of what was asked though the recipient may see the child: that withholds no more. */
        private boolean nothingRemains(List<DisclosedResource> remaining) {
            return remaining.isEmpty() && disclosure.held().isEmpty();
        }

        private Set<Reason> refusalsOf(Subject child, PersonJudgement judgement) {
            Set<Reason> reasons = EnumSet.noneOf(Reason.class);
            reasons.addAll(judgement.refusals());
            if (child.nhsNumber().isEmpty()) {
                reasons.remove(Reason.STATUS_UNKNOWN);
                reasons.add(Reason.NHS_NUMBER_MISSING);
            } else if (child.verification() != VerificationStatus.VERIFIED) {
                reasons.add(Reason.NHS_NUMBER_UNVERIFIED);
            }
            return reasons;
        }

        /** Of others only where the answer could matter: CP-IS does not ask about a mother. */
        private List<NhsNumber> toCheck() {
            Stream<Optional<NhsNumber>> others = disclosure.resources().stream()
                    .flatMap(resource -> resource.about().stream())
                    .filter(person -> rule.heedsChoices())
                    .map(OtherPerson::nhsNumber);
            return Stream.concat(Stream.of(disclosure.subject().nhsNumber()), others)
                    .filter(number ->
                            number.isPresent() && judgementOn(number, false).needsCheck())
                    .flatMap(Optional::stream)
                    .distinct()
                    .toList();
        }

        private PersonJudgement judgementOn(Optional<NhsNumber> number, boolean restricted) {
            return new PersonJudgement(
                    rule,
                    disclosure.destination(),
                    facts.statusOf(number),
                    facts.choicesOf(number),
                    restricted,
                    false,
                    now);
        }
    }
}
