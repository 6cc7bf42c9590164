package uk.gov.warwickshire.gateway.ops.cli;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import uk.gov.warwickshire.gateway.cpis.CpIsAlarm;
import uk.gov.warwickshire.gateway.cpis.CpIsAlarms;
import uk.gov.warwickshire.gateway.cpis.CpIsFile;
import uk.gov.warwickshire.gateway.cpis.CpIsFiles;
import uk.gov.warwickshire.gateway.cpis.CpIsReconciliation;

/** {@code cp-is}: how CP-IS stands; below it the work queue and the acts on files. */
@Command(
        name = "cp-is",
        description = {
            "Shows how many children CP-IS should hold and holds, what is wrong, and the last upload files.",
            "Exit code 1 if there is an alarm."
        },
        mixinStandardHelpOptions = true,
        subcommands = {CpIsQueueCommand.class, CpIsFileCommand.class, CpIsPersonCommand.class, CpIsContinueCommand.class
        })
final class CpIsCommand extends DatabaseCommand {

    private static final int SHOWN = 10;

    /** All of it, for JSON. */
    record CpIs(CpIsReconciliation.Summary summary, List<CpIsAlarm> alarms, List<CpIsFile> files) {}

    @Override
    int run(CommandBeans beans) {
        CpIs found = new CpIs(
                beans.get(CpIsReconciliation.class).summary(),
                beans.get(CpIsAlarms.class).current(),
                beans.get(CpIsFiles.class).latest(SHOWN));
        TextTable counts = new TextTable("reconciliation", "children");
        counts.row("should be held", found.summary().wanted());
        counts.row("are held", found.summary().matched());
        new TreeMap<>(found.summary().standings()).forEach((standing, count) -> counts.row(standing.meaning(), count));
        TextTable alarms = new TextTable("since", "count", "alarm", "to do");
        found.alarms()
                .forEach(alarm ->
                        alarms.row(alarm.since(), alarm.count(), alarm.kind().meaning(), alarm.words()));
        TextTable files = new TextTable("file", "state", "records", "sent", "code", "problem");
        found.files()
                .forEach(file -> files.row(
                        file.sequence(),
                        file.state(),
                        file.records(),
                        file.sentAt().map(String::valueOf).orElse(""),
                        file.code().orElse(""),
                        file.problem().orElse("")));
        print(
                found,
                String.format(
                        Locale.ROOT, "%s%n%s%n%s", counts, found.alarms().isEmpty() ? "No alarm.\n" : alarms, files));
        return found.alarms().isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
    }
}
