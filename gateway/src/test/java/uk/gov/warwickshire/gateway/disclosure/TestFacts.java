package uk.gov.warwickshire.gateway.disclosure;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.gov.warwickshire.gateway.optout.OptOutStatus;
import uk.gov.warwickshire.gateway.optout.OptOutStatus.State;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/** What is known of the persons in a {@link DecisionCase}. */
final class TestFacts {

    private TestFacts() {}

    static PersonFacts of(DecisionCase given) {
        OptOutStatus child = status(given.text("optOut"), given.text("checked").equals("stale"));
        OptOutStatus mother = given.words("categories").stream()
                .filter(word -> word.startsWith("mother:"))
                .findFirst()
                .map(word -> status(word.substring("mother:".length()), false))
                .orElse(OptOutStatus.UNKNOWN);
        return new PersonFacts(
                Map.of(DecisionCase.CHILD, child, DecisionCase.MOTHER, mother),
                Map.of(DecisionCase.CHILD, new PersonalChoices(choices(given))));
    }

    static OptOutStatus status(String word, boolean stale) {
        Optional<Instant> checked =
                Optional.of(DecisionCase.NOW.minus(stale ? Duration.ofDays(30) : Duration.ofDays(2)));
        return switch (word) {
            case "opted-out" -> new OptOutStatus(State.OPTED_OUT, checked, stale);
            case "not-opted-out", "restricted" -> new OptOutStatus(State.NOT_OPTED_OUT, checked, stale);
            case "unknown", "missing" -> OptOutStatus.UNKNOWN;
            default -> throw new IllegalArgumentException(word);
        };
    }

    static Choice choice(NhsNumber person, Choice.Kind kind, String destination) {
        return new Choice(
                person,
                kind,
                Optional.of(destination).filter(named -> !named.equals("all")),
                "the person",
                DecisionCase.TODAY.minusDays(10),
                Optional.empty(),
                new Choice.Source("batch", "choices.csv", 2));
    }

    private static List<Choice> choices(DecisionCase given) {
        List<Choice> choices = new ArrayList<>();
        add(choices, Choice.Kind.OBJECT_ICR, given.text("objection"));
        add(choices, Choice.Kind.CONSENT, given.text("consent"));
        add(choices, Choice.Kind.RESTRICT, given.text("restricted"));
        return choices;
    }

    private static void add(List<Choice> choices, Choice.Kind kind, String word) {
        if (!word.equals("no") && !word.equals("file")) {
            choices.add(choice(DecisionCase.CHILD, kind, word));
        }
    }
}
