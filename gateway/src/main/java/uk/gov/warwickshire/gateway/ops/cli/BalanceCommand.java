package uk.gov.warwickshire.gateway.ops.cli;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import uk.gov.warwickshire.gateway.delivery.Balance;
import uk.gov.warwickshire.gateway.delivery.Balances;
import uk.gov.warwickshire.gateway.delivery.DeliveryState;

/** {@code balance}: the books of a day, by destination. */
@Command(
        name = "balance",
        description =
                "Shows, for a day and each destination, what became due and where it is. Exit code 1 if it does not balance.",
        mixinStandardHelpOptions = true)
final class BalanceCommand extends DatabaseCommand {

    @Option(names = "--date", paramLabel = "<yyyy-mm-dd>", description = "The day, of UTC; today if not given.")
    private @Nullable LocalDate date;

    @Option(names = "--until", paramLabel = "<yyyy-mm-dd>", description = "The last day, for more than one.")
    private @Nullable LocalDate until;

    @Override
    int run(CommandBeans beans) {
        LocalDate from = date == null ? LocalDate.ofInstant(beans.clock().instant(), ZoneOffset.UTC) : date;
        List<Balance> found = beans.get(Balances.class).between(from, until == null ? from : until);
        TextTable table = new TextTable("day", "destination", "due", "accounted", "", "states");
        found.forEach(balance -> table.row(
                balance.day(),
                balance.destination(),
                balance.due(),
                balance.accounted(),
                balance.holds() ? "balances" : "! DOES NOT BALANCE",
                states(balance)));
        print(found, found.isEmpty() ? "Nothing was due.\n" : table.toString());
        return found.stream().allMatch(Balance::holds) ? ExitCode.OK : ExitCode.FINDINGS;
    }

    private static String states(Balance balance) {
        return Arrays.stream(DeliveryState.values())
                .filter(state -> balance.states().containsKey(state))
                .map(state -> balance.states().getOrDefault(state, 0L) + " " + state)
                .collect(Collectors.joining(", "));
    }
}
