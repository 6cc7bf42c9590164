package uk.gov.warwickshire.gateway.ops.console.now;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.ops.alerts.AlertKind;
import uk.gov.warwickshire.gateway.ops.alerts.Alerts;
import uk.gov.warwickshire.gateway.ops.alerts.FiringAlert;
import uk.gov.warwickshire.gateway.ops.console.now.Concern.Affected;
import uk.gov.warwickshire.gateway.ops.console.now.Concern.Urgency;

/** Alerts that fire, without those whose cause this page finds and counts by itself. */
@Component
class AlertConcerns implements ConcernSource {

    private static final Set<AlertKind> FOUND_ALREADY = EnumSet.of(
            AlertKind.CP_IS_ALARM,
            AlertKind.BALANCE_MISMATCH,
            AlertKind.REGION_DOWN,
            AlertKind.DEAD_LETTERS,
            AlertKind.OLDEST_HELD,
            AlertKind.OPT_OUT_OVERDUE,
            AlertKind.INTAKE_FAILED,
            AlertKind.BREAK_GLASS_UNREVIEWED);

    private final Alerts alerts;

    AlertConcerns(Alerts alerts) {
        this.alerts = alerts;
    }

    @Override
    public List<Concern> current() {
        return alerts.firing().stream()
                .filter(alert -> !FOUND_ALREADY.contains(alert.kind()))
                .map(AlertConcerns::of)
                .toList();
    }

    private static Concern of(FiringAlert alert) {
        return new Concern(
                alert.isCpIs() ? Urgency.CP_IS : Urgency.LOOK,
                "Alert: " + alert.title(),
                alert.whatToDo(),
                Optional.of(alert.since()),
                Affected.NONE,
                alert.page(),
                "Go to where it is mended");
    }
}
