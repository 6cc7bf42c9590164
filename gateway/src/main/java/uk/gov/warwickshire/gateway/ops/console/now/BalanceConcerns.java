package uk.gov.warwickshire.gateway.ops.console.now;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.ops.console.now.Concern.Affected;
import uk.gov.warwickshire.gateway.ops.console.now.Concern.Urgency;

/** Days whose books do not balance: a message may have been lost. */
@Component
class BalanceConcerns implements ConcernSource {

    private final MeterRegistry meters;

    BalanceConcerns(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public List<Concern> current() {
        long mismatches = Optional.ofNullable(
                        meters.find("gateway.balance.mismatches").gauge())
                .map(Gauge::value)
                .map(Math::round)
                .orElse(0L);
        return mismatches == 0
                ? List.of()
                : List.of(new Concern(
                        Urgency.STOPPED,
                        "The books do not balance",
                        mismatches + " days and destinations of the last month do not add up: a message may be lost."
                                + " The log names them.",
                        Optional.empty(),
                        Affected.NONE,
                        "/console#balance-title",
                        "See the balance"));
    }
}
