package uk.gov.warwickshire.gateway.disclosure;

import java.util.Map;
import java.util.Optional;
import uk.gov.warwickshire.gateway.optout.OptOutStatus;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/** What is known today about the opt-out and the choices of the persons in a batch. */
record PersonFacts(Map<NhsNumber, OptOutStatus> statuses, Map<NhsNumber, PersonalChoices> choices) {

    /** Without a number nothing can be known. */
    OptOutStatus statusOf(Optional<NhsNumber> number) {
        return number.map(n -> statuses.getOrDefault(n, OptOutStatus.UNKNOWN)).orElse(OptOutStatus.UNKNOWN);
    }

    PersonalChoices choicesOf(Optional<NhsNumber> number) {
        return number.map(n -> choices.getOrDefault(n, PersonalChoices.NONE)).orElse(PersonalChoices.NONE);
    }
}
