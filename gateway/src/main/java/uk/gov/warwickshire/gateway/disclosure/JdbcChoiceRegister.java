package uk.gov.warwickshire.gateway.disclosure;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.warwickshire.gateway.common.Destination;
import uk.gov.warwickshire.gateway.common.SubjectChanges;
import uk.gov.warwickshire.gateway.common.SubjectChanges.Cause;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/** Choices in PostgreSQL. */
@Component
class JdbcChoiceRegister implements ChoiceRegister {

    private final CurrentTerms terms;
    private final ChoiceTable table;
    private final SubjectChanges changes;
    private final TransactionTemplate transaction;
    private final Clock clock;

    JdbcChoiceRegister(
            CurrentTerms terms,
            ChoiceTable table,
            SubjectChanges changes,
            TransactionTemplate transaction,
            Clock clock) {
        this.terms = terms;
        this.table = table;
        this.changes = changes;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Saved save(List<Choice> choices) {
        List<Refused> refused = new ArrayList<>();
        Map<Key, Choice> given = new LinkedHashMap<>();
        for (Choice choice : choices) {
            refusal(choice).ifPresentOrElse(refused::add, () -> given.put(Key.of(choice), choice));
        }
        Map<Key, Choice> known = new LinkedHashMap<>();
        table.current(persons(given.values())).forEach(choice -> known.put(Key.of(choice), choice));
        List<Choice> changed = given.values().stream()
                .filter(choice -> differs(choice, Optional.ofNullable(known.get(Key.of(choice)))))
                .toList();
        Instant now = clock.instant();
        table.markReplaced(
                changed.stream().filter(c -> known.containsKey(Key.of(c))).toList(), now);
        table.insert(changed, now);
        changes.record(persons(changed), Cause.CHOICE);
        return new Saved(changed.size(), refused);
    }

    @Override
    public void recordBoundaries(LocalDate day) {
        transaction.executeWithoutResult(status -> table.claimBoundariesUpTo(day)
                .ifPresent(before -> changes.record(table.withBoundary(before, day), Cause.CHOICE)));
    }

    @Override
    public List<Choice> current(NhsNumber person) {
        return table.current(List.of(person));
    }

    @Override
    public void end(List<Choice> choices) {
        table.markReplaced(choices, clock.instant());
        changes.record(persons(choices), Cause.CHOICE);
    }

    private Optional<Refused> refusal(Choice choice) {
        boolean namesCpIs =
                choice.destination().map(Destination.CP_IS.code()::equals).orElse(false);
        if (namesCpIs && choice.kind() != Choice.Kind.CONSENT) {
            return Optional.of(new Refused(
                    choice,
                    "CP_IS_NOT_RESTRICTABLE",
                    "CP-IS is statutory: it cannot be restricted or objected to; speak to the safeguarding lead"));
        }
        if (choice.kind() == Choice.Kind.CONSENT && choice.destination().isEmpty()) {
            return Optional.of(new Refused(
                    choice, "CONSENT_WITHOUT_DESTINATION", "A consent names the destination it is given for"));
        }
        if (!choice.destination().map(terms.now().policy()::knows).orElse(true)) {
            return Optional.of(
                    new Refused(choice, "UNKNOWN_DESTINATION", "The disclosure policy knows no such destination"));
        }
        if (choice.until().map(choice.from()::isAfter).orElse(false)) {
            return Optional.of(new Refused(choice, "ENDS_BEFORE_IT_BEGINS", "The last day lies before the first"));
        }
        return Optional.empty();
    }

    /** Where it was read from does not count: the same choice in a later file changes nothing. */
    private static boolean differs(Choice choice, Optional<Choice> known) {
        return known.map(old ->
                        !old.until().equals(choice.until()) || !old.givenBy().equals(choice.givenBy()))
                .orElse(true);
    }

    private static List<NhsNumber> persons(Collection<Choice> choices) {
        return choices.stream().map(Choice::nhsNumber).distinct().toList();
    }

    private record Key(NhsNumber person, Choice.Kind kind, String destination, LocalDate from) {
        static Key of(Choice choice) {
            return new Key(
                    choice.nhsNumber(), choice.kind(), choice.destination().orElse(""), choice.from());
        }
    }
}
