package uk.gov.warwickshire.gateway.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import uk.gov.warwickshire.gateway.common.Destination;
import uk.gov.warwickshire.gateway.disclosure.DestinationRule.Effect;
import uk.gov.warwickshire.gateway.optout.OptOutStatus;
import uk.gov.warwickshire.gateway.optout.OptOutStatus.State;
import uk.gov.warwickshire.mappings.fhir.Category;
import uk.gov.warwickshire.mappings.record.VerificationStatus;

/** What holds of every decision, whatever the situation. */
class PrecedenceTest {

    private static final Instant NOW = DecisionCase.NOW;

    /** A child and what is known of it. */
    record Situation(
            State state,
            boolean stale,
            boolean objected,
            boolean consented,
            boolean restrictedByFile,
            boolean restrictedByChoice,
            boolean verified,
            boolean numberMissing,
            boolean agreed) {}

    @Property
    void any_withholding_reason_withholds_else_any_holding_reason_holds(
            @ForAll State state, @ForAll Set<Fact> facts, @ForAll boolean icr) {
        Verdict verdict = judge(icr ? "icr" : "research", situation(state, facts), shipped());

        Outcome expected = verdict.reasons().stream().anyMatch(r -> r.outcome() == Outcome.WITHHELD)
                ? Outcome.WITHHELD
                : verdict.reasons().stream().anyMatch(r -> r.outcome() == Outcome.HELD) ? Outcome.HELD : Outcome.SENT;
        assertThat(verdict.outcome()).isEqualTo(expected);
        assertThat(verdict.reasons()).isSorted().doesNotHaveDuplicates();
        if (verdict.outcome() == Outcome.SENT) {
            assertThat(verdict.reasons()).hasSize(1);
        } else {
            assertThat(verdict.reasons()).noneMatch(r -> r.outcome() == Outcome.SENT);
        }
    }

    @Property
    void another_reason_against_it_never_lets_it_go(
            @ForAll State state, @ForAll Set<Fact> facts, @ForAll Fact added, @ForAll boolean icr) {
        Assume.that(added != Fact.CONSENTED);
        String destination = icr ? "icr" : "research";
        Verdict before = judge(destination, situation(state, facts), shipped());
        List<Fact> more = new ArrayList<>(facts);
        more.add(added);

        Verdict after = judge(destination, situation(state, Set.copyOf(more)), shipped());

        if (before.outcome() != Outcome.SENT) {
            assertThat(after.outcome()).isNotEqualTo(Outcome.SENT);
        }
        // Without a number a choice cannot be found: then, and only then, may withheld become held.
        if (before.outcome() == Outcome.WITHHELD && added != Fact.NUMBER_MISSING) {
            assertThat(after.outcome()).isEqualTo(Outcome.WITHHELD);
        }
    }

    @Property
    void consent_lifts_neither_a_restriction_nor_the_want_of_an_agreement(
            @ForAll State state, @ForAll Set<Fact> facts) {
        Assume.that(facts.contains(Fact.RESTRICTED_BY_FILE) || facts.contains(Fact.NOT_AGREED));
        List<Fact> consented = new ArrayList<>(facts);
        consented.add(Fact.CONSENTED);

        assertThat(judge("icr", situation(state, Set.copyOf(consented)), shipped())
                        .outcome())
                .isEqualTo(Outcome.WITHHELD);
    }

    @Property
    void no_policy_lets_a_choice_hide_a_child_from_cp_is(
            @ForAll State state,
            @ForAll Set<Fact> facts,
            @ForAll LegalBasis basis,
            @ForAll Effect optOut,
            @ForAll Effect objection,
            @ForAll Effect restriction,
            @ForAll Effect unknown,
            @ForAll Effect stale) {
        Assume.that(!facts.contains(Fact.NOT_AGREED));
        Optional<DisclosurePolicy> policy = policy(basis, optOut, objection, restriction, unknown, stale);
        boolean numberUsable = !facts.contains(Fact.NUMBER_MISSING) && !facts.contains(Fact.UNVERIFIED);

        // Either the policy cannot exist at all, or it lets the message go.
        policy.ifPresent(possible -> assertThat(
                        judge("cp-is", situation(state, facts), possible).outcome())
                .isEqualTo(numberUsable ? Outcome.SENT : Outcome.HELD));
        if (optOut == Effect.WITHHOLD || objection == Effect.WITHHOLD || restriction == Effect.WITHHOLD) {
            assertThat(policy).isEmpty();
        }
    }

    @Property(tries = 1)
    void a_rule_that_withholds_cp_is_cannot_be_made() {
        assertThatThrownBy(() -> rule(
                        LegalBasis.LEGAL_OBLIGATION,
                        Effect.WITHHOLD,
                        Effect.RECORD,
                        Effect.RECORD,
                        Effect.RECORD,
                        Effect.RECORD))
                .hasMessageContaining("child at risk");
    }

    /** What may be the matter. */
    enum Fact {
        STALE,
        OBJECTED,
        CONSENTED,
        RESTRICTED_BY_FILE,
        RESTRICTED_BY_CHOICE,
        UNVERIFIED,
        NUMBER_MISSING,
        NOT_AGREED
    }

    private static Situation situation(State state, Set<Fact> facts) {
        return new Situation(
                state,
                state != State.UNKNOWN && facts.contains(Fact.STALE),
                facts.contains(Fact.OBJECTED),
                facts.contains(Fact.CONSENTED),
                facts.contains(Fact.RESTRICTED_BY_FILE),
                facts.contains(Fact.RESTRICTED_BY_CHOICE),
                !facts.contains(Fact.UNVERIFIED),
                facts.contains(Fact.NUMBER_MISSING),
                !facts.contains(Fact.NOT_AGREED));
    }

    private static DisclosurePolicy shipped() {
        return TestPolicies.shipped();
    }

    private static Verdict judge(String destination, Situation s, DisclosurePolicy policy) {
        Subject subject = new Subject(
                "child",
                s.numberMissing() ? Optional.empty() : Optional.of(DecisionCase.CHILD),
                s.verified() ? VerificationStatus.VERIFIED : VerificationStatus.TRACE_REQUIRED,
                Optional.empty(),
                Optional.of("CV"),
                s.restrictedByFile());
        Disclosure disclosure = new Disclosure(
                UUID.randomUUID(),
                Optional.empty(),
                Disclosure.Kind.PUSH,
                new Destination(destination),
                Optional.empty(),
                subject,
                List.of(new DisclosedResource("Basic", "1", 1, Category.CHILD_PROTECTION, Optional.empty())));
        Agreements agreements = new Agreements("test", s.agreed() ? List.of(agreement(destination)) : List.of());
        return new Judge(policy, agreements).judge(disclosure, facts(destination, s), NOW);
    }

    private static PersonFacts facts(String destination, Situation s) {
        OptOutStatus status = s.state() == State.UNKNOWN
                ? OptOutStatus.UNKNOWN
                : new OptOutStatus(s.state(), Optional.of(NOW.minus(Duration.ofDays(1))), s.stale());
        List<Choice> choices = new ArrayList<>();
        if (s.objected()) {
            choices.add(TestFacts.choice(DecisionCase.CHILD, Choice.Kind.OBJECT_ICR, "all"));
        }
        if (s.consented()) {
            choices.add(TestFacts.choice(DecisionCase.CHILD, Choice.Kind.CONSENT, destination));
        }
        if (s.restrictedByChoice()) {
            choices.add(TestFacts.choice(DecisionCase.CHILD, Choice.Kind.RESTRICT, "all"));
        }
        return new PersonFacts(
                Map.of(DecisionCase.CHILD, status), Map.of(DecisionCase.CHILD, new PersonalChoices(choices)));
    }

    private static Agreement agreement(String destination) {
        return new Agreement(
                "agreement",
                "group",
                destination,
                Set.of(),
                "purpose",
                LegalBasis.PUBLIC_TASK,
                Set.of(Category.CHILD_PROTECTION),
                Set.of(),
                DecisionCase.TODAY,
                Optional.empty(),
                Agreement.Status.IN_FORCE,
                false,
                false);
    }

    private static Optional<DisclosurePolicy> policy(
            LegalBasis basis, Effect optOut, Effect objection, Effect restriction, Effect unknown, Effect stale) {
        try {
            DestinationRule rule = rule(basis, optOut, objection, restriction, unknown, stale);
            return Optional.of(new DisclosurePolicy("any", Map.of("cp-is", rule)));
        } catch (IllegalArgumentException impossible) {
            return Optional.empty();
        }
    }

    private static DestinationRule rule(
            LegalBasis basis, Effect optOut, Effect objection, Effect restriction, Effect unknown, Effect stale) {
        return new DestinationRule(
                "cp-is",
                "safeguarding",
                basis,
                false,
                optOut,
                objection,
                restriction,
                unknown,
                stale,
                Optional.empty(),
                Optional.empty());
    }
}
