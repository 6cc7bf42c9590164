package uk.gov.warwickshire.gateway.ops.console.now;

import java.util.List;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.cpis.CpIsAlarm;
import uk.gov.warwickshire.gateway.cpis.CpIsAlarms;
import uk.gov.warwickshire.gateway.cpis.CpIsFiles;
import uk.gov.warwickshire.gateway.ops.console.now.Concern.Affected;
import uk.gov.warwickshire.gateway.ops.console.now.Concern.Urgency;

/** What is wrong with CP-IS: before everything else. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class CpIsConcerns implements ConcernSource {

    private final CpIsAlarms alarms;
    private final CpIsFiles files;

    CpIsConcerns(CpIsAlarms alarms, CpIsFiles files) {
        this.alarms = alarms;
        this.files = files;
    }

    @Override
    public List<Concern> current() {
        return alarms.current().stream().map(this::of).toList();
    }

    /** Whoever is in a file for CP-IS is at risk, or was until yesterday. */
    private Concern of(CpIsAlarm alarm) {
        String word =
                switch (alarm.kind()) {
                    case FILE_STOPPED, FILE_NOT_ACKNOWLEDGED, FILE_NOT_SENT, FILE_NOT_LOADED -> "file";
                    case EMPTY_ACCESS, UNREADABLE, MESSAGE_NOT_TAKEN_IN -> "message";
                    default -> "";
                };
        return new Concern(
                Urgency.CP_IS,
                alarm.kind().meaning(),
                alarm.words().replace(alarm.kind().meaning() + ". ", ""),
                // That of the share of matched children has no beginning.
                Optional.of(alarm.since()).filter(since -> alarm.kind() != CpIsAlarm.Kind.BELOW_95_PERCENT),
                new Affected(word.isEmpty() ? 0 : alarm.count(), word, alarm.children(), alarm.children()),
                link(alarm.kind()),
                act(alarm.kind()));
    }

    /** The place on which it is settled. */
    private String link(CpIsAlarm.Kind kind) {
        return switch (kind) {
            case FILE_STOPPED ->
                files.needingPerson().stream()
                        .findFirst()
                        .map(file -> "/console/cp-is/files/" + file.sequence())
                        .orElse("/console/cp-is");
            case WITHHELD, CANNOT_BE_SENT, REFUSED_BY_CPIS -> "/console/cp-is#queue";
            case EMPTY_ACCESS, UNREADABLE -> "/console/cp-is#messages";
            case FILE_NOT_ACKNOWLEDGED, FILE_NOT_SENT, FILE_NOT_LOADED -> "/console/cp-is#files";
            case BELOW_95_PERCENT -> "/console/cp-is/reconciliation";
            case NOT_EVALUATED, NO_FILE_WRITTEN, MAILBOX_NOT_READ, MESSAGE_NOT_TAKEN_IN -> "/console/cp-is";
        };
    }

    private static String act(CpIsAlarm.Kind kind) {
        return switch (kind) {
            case FILE_STOPPED -> "Settle the file";
            case WITHHELD, CANNOT_BE_SENT, REFUSED_BY_CPIS -> "See each child and the remedy";
            case EMPTY_ACCESS, UNREADABLE -> "See the messages";
            case FILE_NOT_ACKNOWLEDGED, FILE_NOT_SENT, FILE_NOT_LOADED -> "See the files";
            case BELOW_95_PERCENT -> "See who is not matched";
            case NOT_EVALUATED, NO_FILE_WRITTEN, MAILBOX_NOT_READ, MESSAGE_NOT_TAKEN_IN -> "Go to CP-IS";
        };
    }
}
