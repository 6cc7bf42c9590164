package uk.gov.warwickshire.gateway.rights;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import uk.gov.warwickshire.gateway.optout.OptOutRegister;
import uk.gov.warwickshire.gateway.optout.OptOutStatus;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/** Another room's register: everyone was asked about just now. */
final class NobodyOptedOut implements OptOutRegister {

    @Override
    public Map<NhsNumber, OptOutStatus> statusesOf(Collection<NhsNumber> numbers) {
        return numbers.stream()
                .distinct()
                .collect(Collectors.toMap(
                        number -> number,
                        number ->
                                new OptOutStatus(OptOutStatus.State.NOT_OPTED_OUT, Optional.of(Instant.now()), false)));
    }

    @Override
    public void requestChecks(Collection<NhsNumber> numbers) {
        // Nobody looks at them here.
    }

    @Override
    public void forget(Collection<NhsNumber> numbers) {
        // There is nothing to forget.
    }
}
