package uk.gov.warwickshire.gateway.ops.cli;

import java.util.List;
import picocli.CommandLine.Command;
import uk.gov.warwickshire.gateway.store.fulltext.FullTextPositions;
import uk.gov.warwickshire.gateway.store.fulltext.FullTextPositions.Lag;

/** {@code index}: the full-text index. */
@Command(
        name = "index",
        description = "The full-text index: how far it is behind the store, and filling it anew.",
        mixinStandardHelpOptions = true,
        subcommands = {IndexCommand.Drift.class, IndexCommand.Rebuild.class})
final class IndexCommand extends CommandGroup {

    IndexCommand() {
        super("Say drift or rebuild.");
    }

    /** {@code index drift}. */
    @Command(
            name = "drift",
            description = {
                "Shows for each index how many changes of the store it has not taken over, and when it last followed.",
                "Exit code 1 if one is behind."
            },
            mixinStandardHelpOptions = true)
    static final class Drift extends DatabaseCommand {
        @Override
        int run(CommandBeans beans) {
            List<Lag> lags = beans.get(FullTextPositions.class).lags();
            TextTable table = new TextTable("index", "changes behind", "followed");
            lags.forEach(lag -> table.row(lag.index(), lag.changes(), lag.followedAt()));
            print(lags, lags.isEmpty() ? "No index: it is filled when the gateway next runs.\n" : table.toString());
            return lags.stream().allMatch(lag -> lag.changes() == 0) ? ExitCode.OK : ExitCode.FINDINGS;
        }
    }

    /** {@code index rebuild}. */
    @Command(
            name = "rebuild",
            description = {
                "Has every index filled from the store anew: by the running gateways within seconds, else at the next start.",
                "Until that is done, searches by remembered names and words find less; nothing else is touched."
            },
            mixinStandardHelpOptions = true)
    static final class Rebuild extends DatabaseCommand {

        /** For JSON. */
        record Ordered(int indexes) {}

        @Override
        int run(CommandBeans beans) {
            int indexes = beans.get(FullTextPositions.class).forget();
            print(new Ordered(indexes), "Ordered for %d indexes.%n".formatted(indexes));
            return ExitCode.OK;
        }
    }
}
