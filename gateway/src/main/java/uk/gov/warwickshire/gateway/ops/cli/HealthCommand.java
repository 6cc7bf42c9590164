package uk.gov.warwickshire.gateway.ops.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import uk.gov.warwickshire.gateway.cpis.CpIsAlarms;
import uk.gov.warwickshire.gateway.delivery.Balance;
import uk.gov.warwickshire.gateway.delivery.Balances;
import uk.gov.warwickshire.gateway.ops.alerts.Alerts;

/** {@code health}: what is wrong now. */
@Command(
        name = "health",
        description = {
            "Shows what is wrong now, worst first: alarms of CP-IS, alerts that fire, days that do not balance.",
            "Exit code 1 if there is anything, or if the database cannot be reached."
        },
        mixinStandardHelpOptions = true)
final class HealthCommand extends DatabaseCommand {

    private static final int DAYS = 31;

    /**
     * @param what which kind of thing
     * @param toDo what to do about it
     */
    record Trouble(String what, String since, long count, String words, String toDo) {}

    @Override
    int run(CommandBeans beans) {
        LocalDate today = LocalDate.ofInstant(beans.clock().instant(), ZoneOffset.UTC);
        List<Trouble> troubles = new ArrayList<>();
        beans.get(CpIsAlarms.class)
                .current()
                .forEach(alarm -> troubles.add(new Trouble(
                        "CP-IS",
                        text(alarm.since()),
                        alarm.count(),
                        alarm.kind().meaning(),
                        alarm.words())));
        beans.get(Alerts.class)
                .firing()
                .forEach(alert -> troubles.add(new Trouble(
                        alert.kind().code(), text(alert.since()), alert.count(), alert.title(), alert.whatToDo())));
        mismatches(beans, today)
                .forEach(balance -> troubles.add(new Trouble(
                        "balance",
                        balance.day().toString(),
                        balance.due() - balance.accounted(),
                        "The books of " + balance.destination() + " do not balance",
                        "See `balance --date " + balance.day() + "`")));
        TextTable table = new TextTable("what", "since", "count", "wrong", "to do");
        troubles.forEach(one -> table.row(one.what(), one.since(), one.count(), one.words(), one.toDo()));
        print(troubles, troubles.isEmpty() ? "Nothing is wrong.\n" : table.toString());
        return troubles.isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
    }

    private static Stream<Balance> mismatches(CommandBeans beans, LocalDate today) {
        return beans.get(Balances.class).between(today.minusDays(DAYS), today).stream()
                .filter(balance -> !balance.holds());
    }

    private static String text(Instant since) {
        return since.toString();
    }
}
