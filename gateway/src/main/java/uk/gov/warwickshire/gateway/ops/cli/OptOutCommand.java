package uk.gov.warwickshire.gateway.ops.cli;

import java.util.List;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import uk.gov.warwickshire.gateway.optout.Exchange;
import uk.gov.warwickshire.gateway.optout.ExchangeState;
import uk.gov.warwickshire.gateway.optout.OptOutExchanges;
import uk.gov.warwickshire.gateway.optout.OptOutOverview;
import uk.gov.warwickshire.gateway.optout.OptOutOverviews;

/** {@code opt-out}: how well the register of national opt-outs is known, and the exchanges with the check service. */
@Command(
        name = "opt-out",
        description = {
            "Shows how many opt-out statuses are known and how many are too old, and the last exchanges with the check service.",
            "Exit code 1 if an exchange is overdue, failed or of unknown fate."
        },
        mixinStandardHelpOptions = true)
final class OptOutCommand extends DatabaseCommand {

    private static final int SHOWN = 20;
    private static final List<ExchangeState> FINDINGS =
            List.of(ExchangeState.OVERDUE, ExchangeState.FAILED, ExchangeState.UNKNOWN);

    /** Both, for JSON. */
    record OptOut(OptOutOverview register, List<Exchange> exchanges) {}

    @Override
    int run(CommandBeans beans) {
        OptOutOverview register = beans.get(OptOutOverviews.class).read();
        List<Exchange> exchanges = beans.get(OptOutExchanges.class).latest(SHOWN);
        TextTable counts = new TextTable("register", "persons");
        new TreeMap<>(register.statuses()).forEach(counts::row);
        counts.row("waiting to be asked", register.waiting()).row("refused by the service", register.refused());
        TextTable table = new TextTable("exchange", "state", "asked", "returned", "sent", "problem");
        exchanges.forEach(exchange -> table.row(
                exchange.fileName(),
                exchange.state(),
                exchange.asked(),
                exchange.returned().map(String::valueOf).orElse(""),
                exchange.attemptedAt().map(String::valueOf).orElse(""),
                exchange.problem().orElse("")));
        print(new OptOut(register, exchanges), counts + System.lineSeparator() + table);
        return exchanges.stream().anyMatch(exchange -> FINDINGS.contains(exchange.state()))
                ? ExitCode.FINDINGS
                : ExitCode.OK;
    }
}
