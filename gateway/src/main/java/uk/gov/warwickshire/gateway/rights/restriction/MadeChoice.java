package uk.gov.warwickshire.gateway.rights.restriction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import uk.gov.warwickshire.gateway.common.Destination;
import uk.gov.warwickshire.gateway.disclosure.Choice;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/**
 * A choice that a request made.
 *
 * @param nhsNumber under which it stands in the register; empty while none is known, when nothing can be sent either
 */
record MadeChoice(
        UUID requestId,
        String childId,
        Choice.Kind kind,
        Optional<String> destination,
        String givenBy,
        LocalDate from,
        Optional<NhsNumber> nhsNumber,
        Instant grantedAt) {

    private static final String SOURCE = "rights request";

    /** As the register has it; the ledger then names the request with each decision that rests on it. */
    Choice under(NhsNumber number) {
        return new Choice(
                number,
                kind,
                destination,
                givenBy,
                from,
                Optional.empty(),
                new Choice.Source(SOURCE, requestId.toString(), 0));
    }

    MadeChoice with(Optional<NhsNumber> number) {
        return new MadeChoice(requestId, childId, kind, destination, givenBy, from, number, grantedAt);
    }

    /** CP-IS is statutory: nothing a person chooses reaches it. */
    boolean concerns(Destination asked) {
        return !asked.equals(Destination.CP_IS)
                && destination
                        .map(asked::isCoveredBy)
                        .orElse(kind != Choice.Kind.OBJECT_ICR || asked.isCoveredBy(Destination.ICR));
    }

    boolean isSameWord(Choice choice) {
        return choice.kind() == kind
                && choice.destination().equals(destination)
                && choice.from().equals(from);
    }

    /** Keeps persons out of logs. */
    @Override
    public String toString() {
        return "MadeChoice[" + requestId + "]";
    }
}
