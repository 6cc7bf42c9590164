package uk.gov.warwickshire.gateway.ops.console.now;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.cpis.CpIsAlarm;
import uk.gov.warwickshire.gateway.cpis.CpIsAlarms;
import uk.gov.warwickshire.gateway.ops.console.now.Concern.Affected;
import uk.gov.warwickshire.gateway.ops.console.now.Concern.Urgency;

/** What is wrong with CP-IS: before everything else. */
@Component
class CpIsConcerns implements ConcernSource {

    private final CpIsAlarms alarms;

    CpIsConcerns(CpIsAlarms alarms) {
        this.alarms = alarms;
    }

    @Override
    public List<Concern> current() {
        return alarms.current().stream().map(CpIsConcerns::of).toList();
    }

    private static Concern of(CpIsAlarm alarm) {
        boolean ofChildren =
                switch (alarm.kind()) {
                    case WITHHELD, CANNOT_BE_SENT, REFUSED_BY_CPIS, BELOW_95_PERCENT, NOT_EVALUATED -> true;
                    default -> false;
                };
        Affected affected =
                ofChildren ? new Affected(0, alarm.count(), alarm.count()) : new Affected(alarm.count(), 0, 0);
        return new Concern(
                Urgency.CP_IS,
                alarm.kind().meaning(),
                alarm.words().replace(alarm.kind().meaning() + ". ", ""),
                Optional.of(alarm.since()),
                affected,
                "/console/cp-is",
                "Go to CP-IS");
    }
}
