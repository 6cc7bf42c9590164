package uk.gov.warwickshire.gateway.delivery;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import uk.gov.warwickshire.gateway.optout.OptOutRegister;
import uk.gov.warwickshire.gateway.optout.OptOutStatus;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/** The register of another room, in memory: everyone was asked about and has not opted out, unless said otherwise. */
final class FakeRegister implements OptOutRegister {

    private final Map<NhsNumber, OptOutStatus> statuses = new ConcurrentHashMap<>();

    void is(NhsNumber number, OptOutStatus.State state) {
        statuses.put(
                number,
                state == OptOutStatus.State.UNKNOWN
                        ? OptOutStatus.UNKNOWN
                        : new OptOutStatus(state, Optional.of(Instant.now()), false));
    }

    void forgetAll() {
        statuses.clear();
    }

    @Override
    public Map<NhsNumber, OptOutStatus> statusesOf(Collection<NhsNumber> numbers) {
        OptOutStatus free = new OptOutStatus(OptOutStatus.State.NOT_OPTED_OUT, Optional.of(Instant.now()), false);
        return numbers.stream()
                .distinct()
                .collect(Collectors.toMap(number -> number, number -> statuses.getOrDefault(number, free)));
    }

    @Override
    public void requestChecks(Collection<NhsNumber> numbers) {
        // Nobody looks at them here.
    }

    @Override
    public void forget(Collection<NhsNumber> numbers) {
        numbers.forEach(statuses::remove);
    }
}
